import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { pino, destination } from 'pino'
import { clockSource, inWords } from '../../adapters/clock/source.ts'
import { openJobs } from '../../adapters/jobs/index.ts'
import { openSharedSecrets } from '../../adapters/keys/shared-secrets.ts'
import { demandStrongKeys } from '../../adapters/keys/strength.ts'
import { openShelf } from '../../adapters/lists-fs/index.ts'
import { openSignIn } from '../../adapters/sign-in/index.ts'
import { firstLink } from '../../engine/people/accounts.ts'
import { callerOf } from '../../engine/people/caller-of.ts'
import { requisitionCovers } from '../../engine/people/purpose.ts'
import { caseCovers } from '../../engine/cases/rooms.ts'
import { asAppError } from '../../model/errors.ts'
import { keptBackups } from '../backup/kept.ts'
import { httpApp } from '../http/app.ts'
import type { Console } from '../http/console.ts'
import { LIMITS, type Parts } from '../http/parts.ts'
import { builtConsole } from './console.ts'
import { sayAtFirst } from './first-use.ts'
import { reachOf, type Listening, type ReachOptions } from './serve-reach.ts'
import { startServing } from './serve-worker.ts'
import { outsideOf } from '../worker/settings.ts'
import { noteServer } from './server-note.ts'
import { complain, EXIT, type DataOptions } from './session.ts'
import type { Entry, Workplace } from './workplace.ts'

export interface ServeOptions extends DataOptions, ReachOptions {
  /** Only one of the two; both where neither is said. */
  readonly http?: boolean
  readonly worker?: boolean
}

/** Serves until it is told to stop: then finishes what is under way, closes the streams, the worker, the database, in this order. */
export async function serveCommand(entry: Entry, options: ServeOptions, version: string): Promise<void> {
  let workplace: Workplace | undefined
  try {
    const listening = reachOf(options)
    const both = options.http !== true && options.worker !== true
    workplace = await entry.open({ ...options, readsFiles: true })
    await sayAtFirst(workplace)
    if (listening.exposed) await demandStrongKeys(join(options.data, 'keys'))
    await serve(entry, workplace, {
      ...listening,
      version,
      data: options.data,
      http: both || options.http === true,
      worker: both || options.worker === true,
    })
    process.exitCode = EXIT.done
  } catch (error) {
    process.exitCode = complain(error)
  } finally {
    await workplace?.close()
  }
}

interface Serving extends Listening {
  readonly version: string
  readonly data: string
  readonly http: boolean
  readonly worker: boolean
}

async function serve(entry: Entry, workplace: Workplace, serving: Serving): Promise<void> {
  const { deps, catalog, store, actor } = workplace
  const log = pino({ base: null }, destination({ dest: 2, sync: true }))
  const closing = new AbortController()
  const asked = stopAsked()
  const jobs = await openJobs(store)
  const lists = await entry.lists()
  const shelf = openShelf(join(serving.data, 'lists'))
  const outside = outsideOf(process.env, serving.origin)
  const worker = serving.worker
    ? await startServing(workplace, {
        data: serving.data,
        outside,
        jobs,
        lists,
        log: ({ job, id, attempt, fault }) => log.error({ job, id, attempt, code: fault.code }, fault.title),
      })
    : undefined
  const console = serving.http ? await consoleOrNone() : undefined
  const parts: Parts = {
    deps,
    catalog,
    version: serving.version,
    callers: (token) => callerOf(deps, token),
    signIn: await openSignIn({
      origin: serving.origin,
      keys: join(serving.data, 'keys'),
      tenant: actor.tenant,
      egress: outside.egress,
    }),
    tenant: actor.tenant,
    covers: { requisition: requisitionCovers, case: caseCovers },
    jobs,
    lists,
    shelf,
    secrets: await openSharedSecrets(join(serving.data, 'keys')),
    egress: outside.egress,
    backups: () => keptBackups(serving.data),
    signer: async () => (await workplace.signingKeys()).signer(deps.clock.now()),
    clockSource,
    reach: serving,
    limits: LIMITS,
    closing: closing.signal,
    ...(console === undefined ? {} : { console }),
    log,
  }
  const source = await clockSource()
  if (source.ntp === null) process.stderr.write(`${inWords(source)}\n`)
  const app = serving.http ? await listen(parts, workplace, serving) : undefined
  if (app === undefined) process.stdout.write('Bonafide works through what waits.\n')
  await asked
  closing.abort()
  await app?.close()
  await worker?.stop()
  await jobs.close()
}

/** A console that cannot be built takes nobody's API away: what is wrong is said, and the rest is served. */
async function consoleOrNone(): Promise<Console | undefined> {
  try {
    return await builtConsole((line) => void process.stderr.write(`${line}\n`))
  } catch (error) {
    const { title, detail } = asAppError(error)
    process.stderr.write(`${title}: ${detail}\n`)
    return undefined
  }
}

async function listen(parts: Parts, { deps, actor }: Workplace, serving: Serving): Promise<{ close(): Promise<void> }> {
  const app = await httpApp(parts)
  await app.listen({ host: serving.host, port: serving.port })
  const { port } = app.server.address() as AddressInfo
  const url = `http://${serving.host.includes(':') ? `[${serving.host}]` : serving.host}:${port}`
  const origin = serving.port === 0 && !serving.exposed ? url : serving.origin
  const forget = await noteServer(serving.data, origin)
  process.stdout.write(`Bonafide answers at ${origin}. Its API is described at ${origin}/api/openapi.json.\n`)
  const first = await firstLink(deps, actor)
  if (first !== undefined)
    process.stdout.write(
      `Nobody has an account yet. This link makes the first one, once, until ${first.expires.slice(0, 16).replace('T', ' ')} UTC:\n${origin}/enter#${first.token}\n`,
    )
  return {
    async close() {
      await app.close()
      await forget()
    },
  }
}

/** Resolves when the process is asked to stop; asked a second time it ends at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const onSignal = (): void => {
      if (asked) process.exit(EXIT.interrupted)
      asked = true
      process.stderr.write('Stopping: what is under way is finished. Ask again to stop at once.\n')
      resolve()
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}
