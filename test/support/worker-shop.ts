import { mkdtemp } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBeside } from '../../src/adapters/beside/index.ts'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { openSharedSecrets } from '../../src/adapters/keys/shared-secrets.ts'
import { openSigningKeys } from '../../src/adapters/keys/signing-key.ts'
import { openMailer } from '../../src/adapters/mail/index.ts'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import type { Jobs } from '../../src/engine/jobs/ports.ts'
import type { JobName } from '../../src/engine/jobs/kinds.ts'
import { keepBackups } from '../../src/surfaces/backup/kept.ts'
import { handlersOf, type WorkerDeps } from '../../src/surfaces/worker/handlers.ts'
import { startWorker, type Worker, type WorkerSettings } from '../../src/surfaces/worker/loop.ts'
import { openTestStore } from './databases.ts'
import { openMailServer, type MailServer } from './mail-server.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** A machine that takes events, and answers as it is told. */
export interface Receiver {
  readonly host: string
  readonly url: string
  readonly got: { readonly headers: IncomingHttpHeaders; readonly body: string }[]
  answer: number
  close(): void
}

async function openReceiver(): Promise<Receiver> {
  const got: Receiver['got'] = []
  const receiver: { answer: number } = { answer: 204 }
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      response.writeHead(receiver.answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(receiver, {
    host,
    url: `http://${host}/events`,
    got,
    close() {
      server.closeAllConnections()
      server.close()
    },
  })
}

/** A workshop with a queue, a mail server, a receiver of events and a worker, all real and on this machine. */
export interface WorkerShop {
  readonly workshop: Workshop
  readonly tenant: string
  readonly deps: WorkerDeps
  readonly jobs: Jobs
  readonly mail: MailServer
  readonly receiver: Receiver
  /** Person → address. */
  readonly addresses: Map<string, string>
  /** Data folder. */
  readonly folder: string
  readonly failures: { readonly job: JobName | undefined; readonly code: string }[]
  start(settings?: Partial<WorkerSettings>): Worker
  /** Does everything there is to do now, other tenants' too, and failed things again at once, up to so many times. */
  drain(rounds?: number): Promise<void>
  close(): Promise<void>
}

export async function openWorkerShop(): Promise<WorkerShop> {
  const workshop = await openWorkshop()
  const store = await openTestStore()
  const jobs = await openJobs(store)
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-worker-'))
  const mail = await openMailServer()
  const receiver = await openReceiver()
  const { tenant } = workshop.actor
  const addresses = new Map([['u-admin', 'admin@example.com']])
  const signing = await openSigningKeys({ folder: join(folder, 'keys'), tenant })
  const beside = openBeside(join(folder, 'beside'))
  const deps: WorkerDeps = {
    ...workshop.deps,
    beside,
    jobs,
    secrets: await openSharedSecrets(join(folder, 'keys')),
    egress: openEgress({ on: true, inside: [receiver.host] }),
    mailer: { send: (letter) => openMailer({ server: mail.url, from: 'Bonafide <bonafide@example.com>', timeout: 20_000 }).send(letter) },
    readers: {
      holding: async () => ['u-admin'],
      addressOf: async (_tx, person) => addresses.get(person),
    },
    base: 'https://bonafide.example.com',
    signer: (now) => signing.signer(now),
    staleLists: async () => 0,
    writeKept: keepBackups({ store, data: folder, beside: join(folder, 'beside') }),
  }
  const failures: WorkerShop['failures'] = []
  const handlers = handlersOf(async () => deps, catalog)
  const start = (settings: Partial<WorkerSettings> = {}): Worker =>
    startWorker(jobs, handlers, {
      width: 2,
      idle: 50,
      beat: 1_000,
      patience: 5_000,
      log: ({ job, fault }) => failures.push({ job, code: fault.code }),
      ...settings,
    })
  const ripen = (): Promise<unknown> =>
    store.connection.direct.execute(`update jobs.job set start_after = now() where state = 'retry' and data ->> 'tenant' = $1`, [tenant])
  return {
    workshop,
    tenant,
    deps,
    jobs,
    mail,
    receiver,
    addresses,
    folder,
    failures,
    start,
    async drain(rounds = 0) {
      const worker = start()
      for (let round = 0; ; round++) {
        do await new Promise((resolve) => setTimeout(resolve, 100))
        while ((await jobs.ready()).length > 0 || (await jobs.counts()).some((row) => row.active > 0))
        if (round === rounds) return worker.stop()
        await ripen()
        worker.wake()
      }
    },
    async close() {
      await jobs.close()
      receiver.close()
      await mail.stop()
      await workshop.close()
    },
  }
}
