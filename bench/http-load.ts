import { Agent, request } from 'node:http'
import process from 'node:process'

/**
 * The load generator, in a process of its own so that it takes no time from the server: `node http-load.ts <JSON>`. Each connection
 * sends its next call when the last was answered. Prints the latencies as JSON.
 */

export interface Load {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly connections: number
  readonly seconds: number
}

export interface Latencies {
  /** Milliseconds. */
  readonly median: number
  readonly p95: number
  readonly perSecond: number
  readonly bytes: number
}

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
const times: number[] = []
let bytes = 0

const one = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const call = request(load.url, { method: load.method, headers: load.headers, agent }, (answer) => {
      let size = 0
      answer.on('data', (chunk: Buffer) => (size += chunk.length))
      answer.on('end', () => {
        if (answer.statusCode !== 200) return reject(new Error(`${load.url} answered ${answer.statusCode}`))
        times.push(performance.now() - started)
        bytes = size
        resolve()
      })
    })
    call.on('error', reject)
    call.end(load.body)
  })

const run = async (seconds: number): Promise<void> => {
  const until = performance.now() + seconds * 1000
  const connection = async (): Promise<void> => {
    while (performance.now() < until) await one()
  }
  await Promise.all(Array.from({ length: load.connections }, connection))
}

// The first calls compile and connect; they are not counted.
await run(load.seconds / 4)
times.length = 0
await run(load.seconds)
times.sort((a, b) => a - b)
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const found: Latencies = { median: at(0.5), p95: at(0.95), perSecond: times.length / load.seconds, bytes }
process.stdout.write(JSON.stringify(found))
agent.destroy()
