import type { Finding } from '../../model/finding.ts'
import type { Outcome } from '../../model/finding.ts'
import type { PersonaId } from '../../model/statement.ts'
import { tombstoneKey } from '../cases/tombstone.ts'
import type { Detection } from '../detect.ts'
import type { Tx } from '../ports.ts'

const keyOf = (salt: string, finding: Finding): string => tombstoneKey(salt, finding.persona, [finding])

/**
 * What a detector says again of the same statements after a person has found it wrong does not stand: neither after it is
 * computed anew, nor when the same files come again, nor in the next version of the detector. Other statements are another finding.
 */
export async function withoutSetAside(tx: Tx, detections: readonly Detection[]): Promise<readonly Detection[]> {
  if (!(await tx.anySetAside())) return detections
  const salt = await tx.tombstoneSalt()
  const all = detections.flatMap(({ findings, tried }) => [...findings, ...[...tried.values()].flatMap((t) => t.findings)])
  const keys = new Map(all.map((f) => [f.id, keyOf(salt, f)] as const))
  const known = await tx.setAside([...keys.values()])
  if (known.size === 0) return detections
  const stands = (f: Finding): boolean => !known.has(keys.get(f.id) ?? '')
  return detections.map((detection) => {
    const findings = detection.findings.filter(stands)
    const left = new Set(findings.map((f) => f.detector))
    const quiet = (outcome: Outcome, stays: boolean): Outcome => (outcome.kind === 'fired' && !stays ? { kind: 'quiet' } : outcome)
    const tried = [...detection.tried].map(([id, t]) => {
      const kept = t.findings.filter(stands)
      return [id, { findings: kept, outcome: quiet(t.outcome, kept.length > 0) }] as const
    })
    return {
      ...detection,
      findings,
      outcomes: new Map([...detection.outcomes].map(([id, o]) => [id, quiet(o, left.has(id))])),
      tried: new Map(tried),
    }
  })
}

/**
 * Sets these findings aside, and with each what the same detector says of the others from the very same statements: what two have
 * in common is one observation, told of both. Returns the others.
 */
export async function setAside(tx: Tx, findings: readonly Finding[], day: string): Promise<readonly PersonaId[]> {
  const salt = await tx.tombstoneSalt()
  const owners = new Set((await tx.statements([...new Set(findings.flatMap((f) => f.because))])).map((s) => s.subject))
  for (const { persona } of findings) owners.delete(persona)
  const others = [...owners].sort()
  const told = others.length === 0 ? [] : await tx.findings(others)
  const observed = (f: Finding): string => [f.detector, ...[...f.because].sort()].join(' ')
  const same = new Set(findings.map(observed))
  const mirrored = told.filter((f) => same.has(observed(f)))
  await tx.addSetAside(
    [...findings, ...mirrored].map((f) => keyOf(salt, f)),
    day,
  )
  return others
}
