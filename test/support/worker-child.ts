import { join } from 'node:path'
import { openBlobs } from '../../src/adapters/blobs-fs/index.ts'
import { openBeside } from '../../src/adapters/beside/index.ts'
import { systemChance } from '../../src/adapters/chance/index.ts'
import { systemClock } from '../../src/adapters/clock/index.ts'
import { openJobs } from '../../src/adapters/jobs/index.ts'
import { openSharedSecrets } from '../../src/adapters/keys/shared-secrets.ts'
import { openMailer } from '../../src/adapters/mail/index.ts'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { openSandbox } from '../../src/adapters/sandbox/index.ts'
import { openEmbedded, openServer } from '../../src/adapters/store-postgres/index.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import { handIn } from '../../src/engine/jobs/hand-in.ts'
import { asAppError } from '../../src/model/errors.ts'
import { handlersOf } from '../../src/surfaces/worker/handlers.ts'
import { keepBackups } from '../../src/surfaces/backup/kept.ts'
import { startWorker } from '../../src/surfaces/worker/loop.ts'

/**
 * A worker in a process of its own, for the tests that kill one: `node worker-child.ts <database or folder> <data> <tenant> [<what>]`.
 * One line for each thing that happened. With `hand-in` it hands one large file in instead and says what came of it.
 */
const [place = '', data = '', tenant = '', what = 'work'] = process.argv.slice(2)
// Whoever started it is gone.
process.stdout.on('error', () => process.exit(0))
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const store = place.startsWith('postgres') ? await openServer(place) : await openEmbedded(place)
// Ten seconds is the shortest silence that the queue knows.
const jobs = await openJobs(store, { silence: 10 })
const sandbox = openSandbox({
  readersModule: new URL('../../src/catalog/readers.gen.ts', import.meta.url),
  renderModule: new URL('../../src/catalog/readers/pdf/render.ts', import.meta.url),
  acceptNoNetworkIsolation: true,
})
const deps = {
  store,
  jobs,
  sandbox,
  blobs: await openBlobs({ folder: join(data, 'blobs'), keys: join(data, 'keys'), tenant }),
  clock: systemClock,
  chance: systemChance,
  beside: openBeside(join(data, 'beside')),
  secrets: await openSharedSecrets(join(data, 'keys')),
  egress: openEgress({ on: false }),
  mailer: openMailer({ server: 'smtp://127.0.0.1:1', from: 'nobody@example.com' }),
  readers: { holding: async () => [], addressOf: async () => undefined },
  base: 'https://bonafide.example.com',
  signer: async () => Promise.reject(new Error('no signer here')),
  staleLists: async () => 0,
  writeKept: keepBackups({ store, data, beside: join(data, 'beside') }),
}

if (what === 'hand-in') {
  try {
    const bytes = new TextEncoder().encode(`Large\n${'word '.repeat(20_000)}\n`)
    const { taken } = await handIn(
      deps,
      catalog,
      { tenant, id: 'tester' },
      { source: 'large', files: [{ path: 'l.txt', name: 'l.txt', bytes }] },
    )
    say(`taken ${taken?.run}`)
  } catch (error) {
    say(`refused ${asAppError(error).code}`)
  }
  process.exit(0)
}

const handlers = handlersOf(async () => deps, catalog)
startWorker(
  jobs,
  {
    ...handlers,
    async intake(job, signal) {
      say(`began ${job.id}`)
      await handlers.intake(job, signal)
      say(`ended ${job.id}`)
    },
  },
  { width: 2, idle: 200, beat: 2_000, patience: 1_000, log: ({ fault }) => say(`failed ${fault.code} ${fault.detail}`) },
)
say('working')
