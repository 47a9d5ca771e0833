import type { Disposition } from '../model/disposition.ts'
import type { Finding } from '../model/finding.ts'
import type { NumberSet } from '../model/number-set.ts'
import type { Persona } from '../model/persona.ts'
import { findingId } from './detect.ts'

/** Where a persona stands: what became of the application, and what a person decided last. */
export interface Standing {
  readonly status: 'open' | 'withdrawn' | 'cleared' | 'closed'
  readonly decided: Disposition | undefined
}

/** Decisions of this persona alone, oldest first. */
export function standingOf(persona: Pick<Persona, 'status'>, decisions: readonly Disposition[]): Standing {
  const decided = decisions.at(-1)
  if (decided === undefined) return { status: persona.status, decided }
  if (decided.kind === 'cleared') return { status: 'cleared', decided }
  return { status: decided.kind === 'confirmed' ? 'closed' : persona.status, decided }
}

/**
 * Findings that were not there when this was decided. A new version of a detector, or other numbers, that says the same of the
 * same statements is no news; other statements are. `used`: the sets of numbers that checks were ever made by.
 */
export function newSince(
  { known }: Pick<Disposition, 'known'>,
  findings: readonly Finding[],
  used: readonly Pick<NumberSet, 'detector' | 'version' | 'numbers'>[],
): readonly Finding[] {
  const then = new Set(known)
  const asked = Map.groupBy(used, (set) => set.detector)
  return findings.filter((f) => {
    const shipped = Array.from({ length: f.version }, (_, i) => ({ version: i + 1, numbers: undefined }))
    const ways = [f, ...shipped, ...(asked.get(f.detector) ?? [])]
    return f.direction !== 'lowers' && !ways.some(({ version, numbers }) => then.has(findingId(f.persona, { ...f, version, numbers })))
  })
}
