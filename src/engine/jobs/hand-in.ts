import { isNonEmpty, type PersonaId } from '../../model/statement.ts'
import type { Catalog } from '../../kit/catalog.ts'
import type { Actor } from '../access.ts'
import { newId } from '../id.ts'
import { receive, type ReceivedFile } from '../intake.ts'
import type { Tx } from '../ports.ts'
import type { Failure } from '../read.ts'
import { takeable } from '../takeable.ts'
import { waitingRun, type JobDeps } from './runs.ts'

export interface HandedIn {
  /** Undefined when no file could be taken. */
  readonly taken: { readonly persona: PersonaId; readonly run: string } | undefined
  readonly failures: readonly Failure[]
}

/**
 * Takes a candidate's files and answers at once: bytes, persona, run and job stand when it returns, in one transaction. Reading and
 * judging is a worker's. A file of a kind that nobody reads is refused, and nothing of it is kept.
 */
export async function handIn(
  deps: JobDeps,
  catalog: Catalog,
  actor: Actor,
  candidate: {
    source: string
    files: readonly ReceivedFile[]
    to?: PersonaId
    requisition?: string
    /** In the same transaction. */
    also?: (tx: Tx, run: string) => Promise<void>
  },
): Promise<HandedIn> {
  const { files, failures } = takeable(catalog.readers, candidate.files)
  if (!isNonEmpty(files)) return { taken: undefined, failures }
  const run = newId(deps.chance, 'r')
  const persona = await receive(deps, actor, {
    ...candidate,
    files,
    async also(tx, id, [file, ...others]) {
      await tx.putRun({ ...waitingRun(run, 'intake', { by: actor.id, now: deps.clock.now(), persona: id }), failures })
      await candidate.also?.(tx, run)
      const work = { tenant: actor.tenant, by: actor.id, run, persona: id }
      await deps.jobs.send(tx, 'intake', file === undefined || others.length > 0 ? work : { ...work, file }, { key: run })
    },
  })
  return { taken: { persona, run }, failures }
}
