import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { generator } from './http-beside.ts'
import type { Latencies, Load } from './http-load.ts'
import { ms, type Measured } from './measure.ts'

/** People who read the list of candidates meanwhile, and milliseconds that each looks at a page. */
const READERS = 10
const LOOKS = 250
/** For how long the same people read while nothing else happens. */
const QUIET_SECONDS = 20

interface Given {
  /** Of the database. */
  readonly url: string
  readonly folder: string
  readonly tokens: readonly string[]
  readonly applicants: number
  /** How many candidates there are. */
  count(): Promise<number>
}

/** `bonafide serve` on a database with everybody in it: one table of applicants is handed in over HTTP while people read. */
export async function intake({ url, folder, tokens, applicants, count }: Given): Promise<Measured> {
  const service = await serving(url, folder)
  try {
    const load = { url: `${service.origin}/api/personas?limit=50`, method: 'GET', tokens: tokens.slice(1, READERS + 1), pause: LOOKS }
    const personas = await count()
    const quiet = await reading({ ...load, seconds: QUIET_SECONDS }).ended
    const busy = reading(load)
    const started = performance.now()
    const failures = await handedIn(service.origin, tokens[0] ?? '', applicants)
    const seconds = (performance.now() - started) / 1000
    const during = await busy.stop()
    const taken = (await count()) - personas
    process.stderr.write(`http: intake: ${seconds.toFixed(0)} s, ${JSON.stringify({ taken, failures, quiet, during })}\n`)
    return {
      job: 'http-intake',
      what: `the newest 50 candidates for ${READERS} people at work while ${applicants.toLocaleString('en')} applicants of one table come to ${personas.toLocaleString('en')}: median ÷ the same with nothing else to do`,
      ratio: during.median / quiet.median,
      least: during.median / quiet.median,
      most: during.median / quiet.median,
      rounds: 1,
      quality: `${taken.toLocaleString('en')} taken in, ${failures} errors, ${during.refused + quiet.refused} of ${during.calls + quiet.calls} reads refused; p95 during ${ms(during.p95)}, quiet ${ms(quiet.p95)}`,
      times: `during ${ms(during.median)}, quiet ${ms(quiet.median)}; ${seconds.toFixed(0)} s until all were read, compared and assessed`,
    }
  } finally {
    await service.stop()
  }
}

async function serving(url: string, folder: string): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const program = fileURLToPath(new URL('../bin/bonafide.js', import.meta.url))
  const args = [program, 'serve', '--port', '0', '--data', folder, '--database-url', url, '--accept-no-network-isolation']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const origin = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      const found = /answers at (http:\S+?)\. /.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`The service ended with ${code}: ${said}`)))
  })
  return {
    origin,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** People who read until they are told to stop, or for as long as the load says. */
function reading(load: Load): { readonly ended: Promise<Latencies>; stop(): Promise<Latencies> } {
  const child = spawn(process.execPath, [generator, JSON.stringify(load)], { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  const found = once(child, 'close').then(() => JSON.parse(text) as Latencies)
  return {
    ended: found,
    stop() {
      child.stdin.end()
      return found
    },
  }
}

/** Hands one table in and waits for the end of its run. How many failures that has. */
async function handedIn(origin: string, token: string, many: number): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const form = new FormData()
  form.append('file', new Blob([tableOf(many)]), 'applicants.csv')
  const answer = await fetch(`${origin}/api/submissions?as=each`, { method: 'POST', headers, body: form })
  const handed = (await answer.json()) as { readonly taken: readonly { readonly run: string }[] }
  const run = handed.taken[0]?.run
  if (run === undefined) throw new Error(`The table was not taken: ${answer.status} ${JSON.stringify(handed)}`)
  for (;;) {
    await pause(2_000)
    const found = (await (await fetch(`${origin}/api/runs/${run}`, { headers })).json()) as Run
    if (found.state === 'done') return found.failures.length
    if (found.state !== 'waiting' && found.state !== 'working') throw new Error(`The intake ${found.state}: ${JSON.stringify(found)}`)
  }
}

interface Run {
  readonly state: string
  readonly failures: readonly unknown[]
}

/** Strangers to each other and to everybody before: a name, a mailbox, a number, an employer. */
function tableOf(many: number): string {
  const row = (n: number): string =>
    `N-${n},New${n},Comer${n % 3000},new${n}@two.example.net,+1 202 55${String(n % 100_000).padStart(5, '0')},Engineer,Example ${n % 700},Engineer,2019-0${1 + (n % 9)},2023-0${1 + (n % 9)}`
  const rows = Array.from({ length: many }, (_, n) => row(n))
  return `Application ID,First Name,Last Name,Email,Phone,Job,Company,Title,Start Date,End Date\n${rows.join('\n')}\n`
}
