import { writeSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import type { Reader } from '../../kit/reader.ts'
import { AppError } from '../../model/errors.ts'
import { encodeFrame, frameReader, type Frame } from './frames.ts'
import { PAGES, type Settings } from './settings.ts'

/**
 * Runs inside the sandbox. Loads the readers, says that it is ready, warms what is likely to be asked for until its file
 * comes, reads that one file, answers and ends. Its own answer goes out on descriptor 3, so that nothing a library prints
 * can be taken for it.
 */
interface RenderModule {
  readonly renderPages: (bytes: Uint8Array, pages: readonly number[], scale: number) => Promise<ReadonlyMap<number, Uint8Array>>
}

const ANSWERS = 3
const DENIED: Readonly<Record<string, string>> = {
  ChildProcess: 'starting another program',
  FileSystemWrite: 'writing a file',
  FileSystemRead: 'reading another file',
  WorkerThreads: 'starting a thread',
}
/** What a socket says where there is no network. */
const NETWORK = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
const settings = JSON.parse(process.argv[2] ?? '') as Settings

/** The descriptor is a socket of ours in blocking mode: a slow parent makes this wait, never lose bytes. */
function send(frame: Frame): void {
  for (const bytes of encodeFrame(frame)) {
    for (let at = 0; at < bytes.byteLength;) at += writeSync(ANSWERS, bytes, at)
  }
}

function end(answer: Frame): never {
  send(answer)
  process.exit(0)
}

let came = false
const file = new Promise<Frame>((resolve) => {
  const frames = frameReader()
  process.stdin.on('data', (chunk: Buffer) => {
    const [frame] = frames.push(chunk)
    if (frame === undefined) return
    came = true
    resolve(frame)
  })
  // The parent closed the pipe or is gone: there is nobody left to read for.
  process.stdin.on('end', () => process.exit(0))
})

process.on('uncaughtException', (error: unknown) => end(failed(error)))
process.on('unhandledRejection', (error: unknown) => end(failed(error)))

const { readers } = (await import(settings.readersModule)) as { readers: readonly Reader[] }
const outward = Object.values(networkInterfaces())
  .flat()
  .filter((i) => i?.internal === false).length
send({ head: { ready: true, networkInterfaces: outward, mayWrite: may('fs.write'), mayStart: may('child') }, parts: [] })

for (const id of settings.warm) {
  if (came) break
  if (id === PAGES) await import(settings.renderModule)
  else await readers.find((r) => r.id === id)?.warm?.()
  await new Promise((resolve) => setImmediate(resolve))
}
try {
  end(await serve(await file))
} catch (error) {
  end(failed(error))
}

async function serve({ head, parts }: Frame): Promise<Frame> {
  const bytes = parts[0] ?? new Uint8Array()
  if (head['do'] === 'render') {
    const { renderPages } = (await import(settings.renderModule)) as RenderModule
    const pages = [...(await renderPages(bytes, head['pages'] as number[], head['scale'] as number))]
    return { head: { pages: pages.map(([number]) => number) }, parts: pages.map(([, png]) => png) }
  }
  const reader = readers.find((r) => r.id === head['reader'])
  if (reader === undefined) throw new Error(`no reader "${String(head['reader'])}"`)
  const options = 'options' in head ? { options: head['options'] } : {}
  const { enclosed, ...reading } = await reader.read({ bytes, name: String(head['name']), ...options })
  return { head: { reading, enclosed: enclosed.map(({ name, at, about }) => ({ name, at, about })) }, parts: enclosed.map((e) => e.bytes) }
}

/** What went wrong, in the words of `Ending`, or the reader's own refusal as it is. */
function failed(error: unknown): Frame {
  return { head: { fault: fault(error), trace: error instanceof Error ? String(error.stack).slice(0, 2000) : '' }, parts: [] }
}

function fault(error: unknown): Record<string, unknown> {
  if (error instanceof AppError) {
    const { code, status, title, detail, pointer } = error
    return { refused: { code, status, title, detail, pointer } }
  }
  if (!(error instanceof Error)) return { why: 'error', name: 'it did not say why' }
  const codes = [error, error.cause, ...(error instanceof AggregateError ? error.errors : [])].map(
    (e) => (e as { code?: unknown } | undefined)?.code,
  )
  if (codes.includes('ERR_ACCESS_DENIED'))
    return { why: 'denied', what: DENIED[String((error as { permission?: unknown }).permission)] ?? 'access to this machine' }
  if (codes.includes('ERR_DLOPEN_DISABLED')) return { why: 'denied', what: 'loading a compiled library' }
  if (codes.some((code) => NETWORK.has(String(code)))) return { why: 'network' }
  if (codes.includes('ERR_MEMORY_ALLOCATION_FAILED') || (error instanceof RangeError && /alloc/i.test(error.message)))
    return { why: 'memory' }
  return { why: 'error', name: error.name.slice(0, 60) }
}

function may(permission: string): boolean {
  return (process as { permission?: { has(name: string): boolean } }).permission?.has(permission) ?? true
}
