import { conflict } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { newId } from '../id.ts'
import { waitingRun, type JobDeps } from './runs.ts'
import { watched } from './watched.ts'

/** A backup that lies in the data folder. */
export interface KeptBackup {
  readonly name: string
  readonly bytes: number
  readonly made: Instant
}

/** Looked through for one that is under way; more runs than are ever at work. */
const LOOKED_AT = 200

/** Asks for a backup; a worker writes it. Returns the run. Throws `conflict` while another one is written. */
export async function startBackup(deps: JobDeps, actor: Actor): Promise<string> {
  const run = newId(deps.chance, 'r')
  await deps.store.tx(actor.tenant, async (tx) => {
    const now = deps.clock.now()
    const open = (await tx.runs(LOOKED_AT, ['backup'])).find((one) => one.state === 'waiting' || one.state === 'working')
    if (open !== undefined) throw conflict(`A backup is being written already (run "${open.id}"). Wait for it, or stop it first.`)
    await tx.putRun(waitingRun(run, 'backup', { by: actor.id, now }))
    await tx.appendAudit({ actor: actor.id, action: 'backup-asked', subject: run, detail: {} }, now)
    await deps.jobs.send(tx, 'backup', { tenant: actor.tenant, by: actor.id, run }, { key: run })
  })
  return run
}

/** Writes a backup under this name, in the place where they are kept. */
export type WriteKept = (
  name: string,
  watch: { readonly signal: AbortSignal; progress(parts: number): void },
) => Promise<{ readonly rows: number; readonly parts: number; readonly bytes: number }>

/** The worker's part. Named by its run: done twice, it is one file. */
export async function makeBackup(
  deps: JobDeps & { readonly writeKept: WriteKept },
  actor: Actor,
  asked: { readonly run: string; readonly signal: AbortSignal },
): Promise<void> {
  await watched(deps, actor, asked, async ({ run, progress, signal }) => {
    const name = `${(run?.made ?? deps.clock.now()).slice(0, 10)}-${asked.run}`
    const { rows, parts, bytes } = await deps.writeKept(name, {
      signal,
      progress: (done) => progress({ step: 'reading', done }),
    })
    return {
      step: 'written',
      done: parts,
      total: parts,
      async also(tx) {
        const detail = { rows, parts, bytes }
        await tx.appendAudit({ actor: actor.id, action: 'backup-written', subject: asked.run, detail }, deps.clock.now())
      },
    }
  })
}
