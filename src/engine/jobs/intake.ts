import type { Catalog } from '../../kit/catalog.ts'
import { unsupported } from '../../model/errors.ts'
import type { Occurrence } from '../../model/hook.ts'
import type { ArtifactId, PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import type { Deps, Tx } from '../ports.ts'
import { failureOf, readSubmitted } from '../read.ts'
import { reassess } from '../screen.ts'
import type { JobDeps } from './runs.ts'
import { watched } from './watched.ts'

export interface IntakeWork {
  readonly run: string
  readonly persona: string
  /** Where one file alone was handed in: it may be a table, whose rows are looked for when its own persona is gone. */
  readonly file: ArtifactId | undefined
  readonly signal: AbortSignal
  /** Told in the transaction that ends the run. */
  announce(tx: Tx, occurrence: Occurrence): Promise<void>
}

/**
 * Reads what was handed in for a persona, and compares and assesses all who came of it. Every step is keyed by content: done twice, or
 * after a worker died in the middle, it comes to the same. Ends quietly when somebody asked it to stop.
 */
export async function takeIn(deps: JobDeps, catalog: Catalog, actor: Actor, work: IntakeWork): Promise<void> {
  await watched(deps, actor, work, async ({ run, progress, signal }) => {
    progress({ step: 'reading' })
    const read = await readSubmitted(deps, catalog.readers, actor, { persona: work.persona, paths: new Map() })
    const missing = read.references.map((r) =>
      failureOf(
        r.path,
        unsupported(`A row of the table (${r.at}) names "${r.path}". Files beside a table are not fetched; hand it in for that candidate.`),
      ),
    )
    const refused = run?.failures.filter((failure) => !read.failures.some((other) => other.source === failure.source)) ?? []
    const failures = [...refused, ...read.failures, ...missing]
    progress({ done: 1, total: 1, failures })
    await reassess(deps, catalog, actor, {
      personas: read.personas.length > 0 ? read.personas : await rowsBefore(deps, actor, work.file),
      watch: {
        progress: ({ step, done, total }) => progress({ step: step === 'received' ? 'reading' : step, done, total }),
        signal,
      },
    })
    return {
      step: 'assessed',
      also: (tx) => work.announce(tx, { event: 'intake.ended', subject: work.run, room: 'identity', quiet: false }),
    }
  })
}

/** Applicants of a table that an earlier try has read, and was cut off before they were assessed. */
async function rowsBefore(deps: Deps, actor: Actor, file: ArtifactId | undefined): Promise<readonly PersonaId[]> {
  if (file === undefined) return []
  const held = await deps.store.tx(actor.tenant, (tx) => tx.submissionsOf(file))
  return held.flatMap(({ row, persona }) => (row === undefined ? [] : [persona]))
}
