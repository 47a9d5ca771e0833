import { join } from 'node:path'
import process from 'node:process'
import { openBeside } from '../../adapters/beside/index.ts'
import { openSharedSecrets } from '../../adapters/keys/shared-secrets.ts'
import { openMailer } from '../../adapters/mail/index.ts'
import { openEgress } from '../../adapters/net/egress.ts'
import type { Jobs } from '../../engine/jobs/ports.ts'
import { listStatuses } from '../../engine/lists/status.ts'
import type { KnownLists } from '../../engine/lists/recognise.ts'
import type { ReadingShelf } from '../../engine/lists/ports.ts'
import type { Mailer, Readers } from '../../engine/notify/ports.ts'
import { accountReaders } from '../../engine/people/readers.ts'
import { badUsage } from '../../model/errors.ts'
import { handlersOf, type WorkerDeps } from '../worker/handlers.ts'
import { startWorker, WORKER, type Worker, type WorkerSettings } from '../worker/loop.ts'
import { startRounds } from '../worker/rounds.ts'
import type { Workplace } from './workplace.ts'

export interface WorkerParts {
  readonly data: string
  readonly base: string
  readonly jobs: Jobs
  readonly lists: KnownLists
  readonly shelf: ReadingShelf
  readonly log: WorkerSettings['log']
}

/** Starts the worker of this process, and the rounds that go on by themselves. */
export async function startServing({ deps, catalog, actor, beside, width, signingKeys }: Workplace, parts: WorkerParts): Promise<Worker> {
  const { data, base, jobs, lists, shelf, log } = parts
  const worker: WorkerDeps = {
    ...deps,
    ...mailOf(),
    jobs,
    base,
    beside: openBeside(beside),
    secrets: await openSharedSecrets(join(data, 'keys')),
    egress: openEgress({ on: process.env['BONAFIDE_EGRESS'] === 'on' }),
    signer: async (now) => (await signingKeys()).signer(now),
    staleLists: async (now) => (await listStatuses(shelf, lists, now)).filter((one) => one.stale).length,
  }
  await deps.store.tx(actor.tenant, (tx) => startRounds(jobs, tx, deps.clock.now()))
  return startWorker(
    jobs,
    handlersOf(async () => worker, catalog),
    { ...WORKER, width, log },
  )
}

/** Without a mail server nobody is told by mail; what waits stands in the inbox all the same. */
function mailOf(): { readonly mailer: Mailer; readonly readers: Readers } {
  const { BONAFIDE_MAIL_SERVER: server, BONAFIDE_MAIL_FROM: from } = process.env
  if (server === undefined || server === '')
    return {
      mailer: { send: () => Promise.reject(badUsage('No mail server is named (BONAFIDE_MAIL_SERVER).')) },
      readers: { ...accountReaders, holding: async () => [] },
    }
  if (from === undefined || from === '')
    throw badUsage('Say in BONAFIDE_MAIL_FROM whom letters are from, such as "Bonafide <bonafide@example.com>".')
  return { mailer: openMailer({ server, from }), readers: accountReaders }
}
