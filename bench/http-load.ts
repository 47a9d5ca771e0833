import { Agent, request } from 'node:http'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * The load generator, in a process of its own so that it takes no time from the server: `node http-load.ts <JSON>`. Each connection
 * sends its next call when the last was answered. Prints the latencies as JSON: after so many seconds, or when the input ends.
 */

export interface Load {
  readonly url: string
  readonly method: string
  /** One for each connection: every one is another person's. */
  readonly tokens: readonly string[]
  readonly body?: string
  /** Absent: until the input ends. */
  readonly seconds?: number
  /** Milliseconds that a person waits before the next call; absent: none. */
  readonly pause?: number
}

export interface Latencies {
  /** Milliseconds. */
  readonly median: number
  readonly p95: number
  readonly calls: number
  /** Calls that were answered with something else than 200. */
  readonly refused: number
}

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const agent = new Agent({ keepAlive: true, maxSockets: load.tokens.length })
const times: number[] = []
let refused = 0
let over = false

const one = (token: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const headers = { authorization: `Bearer ${token}`, ...(load.body === undefined ? {} : { 'content-type': 'application/json' }) }
    const call = request(load.url, { method: load.method, headers, agent }, (answer) => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode !== 200) refused++
        times.push(performance.now() - started)
        resolve()
      })
    })
    call.on('error', reject)
    call.end(load.body)
  })

const run = async (until: () => boolean): Promise<void> => {
  const connection = async (token: string): Promise<void> => {
    while (!until()) {
      await one(token)
      if (load.pause !== undefined) await pause(load.pause * (0.5 + Math.random()))
    }
  }
  await Promise.all(load.tokens.map(connection))
}
const after = (seconds: number): (() => boolean) => {
  const until = performance.now() + seconds * 1000
  return () => performance.now() >= until
}

// The first calls compile and connect; they are not counted.
await run(after((load.seconds ?? 4) / 4))
times.length = 0
refused = 0
if (load.seconds === undefined) process.stdin.on('end', () => (over = true)).resume()
await run(load.seconds === undefined ? () => over : after(load.seconds))
times.sort((a, b) => a - b)
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const found: Latencies = { median: at(0.5), p95: at(0.95), calls: times.length, refused }
process.stdout.write(JSON.stringify(found))
agent.destroy()
