import { t } from '../../texts/index.ts'
import type { Sending } from './batch.ts'
import type { Candidate } from './gather.ts'
import { hasEnded, type Run } from './runs.ts'

export const isTable = ({ as, files }: Candidate): boolean => as === 'each' && /\.(csv|tsv|xlsx)$/i.test(files[0]?.name ?? '')

/** What could not be taken of a candidate: in the service's words, which say what to do. */
export interface Fault {
  readonly source: string
  readonly title: string
  readonly detail: string
}

/** Where a candidate stands, for one line: a word, and what went wrong with which file. */
export interface Standing {
  readonly kind: 'waiting' | 'working' | 'done' | 'refused' | 'stopped'
  readonly says: string
  readonly faults: readonly Fault[]
  readonly personas: readonly string[]
}

const STEPS: Readonly<Record<string, string>> = t.intake.steps

export function standingOf(sending: Sending, runs: ReadonlyMap<string, Run>): Standing {
  const { state, answer, problem, candidate } = sending
  const own = (answer?.taken ?? []).flatMap(({ run }) => runs.get(run) ?? [])
  const told = new Map<string, Fault>()
  for (const fault of [...(answer?.failures ?? []), ...own.flatMap((run) => run.failures)]) told.set(fault.source, fault)
  if (problem !== undefined) told.set(candidate.source, { source: candidate.source, ...problem })
  const faults = [...told.values()]
  const personas = (answer?.taken ?? []).map(({ persona }) => persona)
  const standing = (kind: Standing['kind'], says: string): Standing => ({ kind, says, faults, personas })
  if (state === 'refused') return standing('refused', t.intake.states.refused)
  if (state === 'stopped') return standing('stopped', t.intake.states.stopped)
  if (state !== 'sent') return standing(state === 'sending' ? 'working' : 'waiting', t.intake.states[state])
  const going = own.find((run) => !hasEnded(run))
  if (going !== undefined || own.length < personas.length) {
    const step = going?.state === 'working' ? STEPS[going.step] : undefined
    return standing(step === undefined ? 'waiting' : 'working', step ?? t.intake.states.queued)
  }
  if (own.some((run) => run.state === 'failed')) return standing('refused', t.intake.states.failed)
  if (own.some((run) => run.state === 'stopped')) return standing('stopped', t.intake.states.stopped)
  // Every file of it came to nothing: there is somebody, of whom nothing is known.
  if (faults.length >= candidate.files.length && !isTable(candidate)) return standing('refused', t.intake.states.unread)
  return standing('done', faults.length === 0 ? t.intake.states.done : t.intake.states.partly)
}
