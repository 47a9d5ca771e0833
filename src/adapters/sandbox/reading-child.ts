import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { MB, type Caps } from './caps.ts'
import { couldNotStart, unreadableBecause, type Ending } from './faults.ts'
import { encodeFrame, frameReader, type Frame } from './frames.ts'
import type { Launcher } from './launch.ts'
import { residentBytes } from './resident.ts'

/** A child from the side of the main process. It serves one file. */
export interface ReadingChild {
  /** What the child sees of its own isolation. Rejects when it does not come up. */
  readonly ready: Promise<Readonly<Record<string, unknown>>>
  /** Hands over the one file and gives the answer. Throws `unreadable` when a cap is passed or the child ends without one. */
  serve(job: Frame): Promise<Frame>
  kill(): void
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>
}

/** How often resident memory is looked at: a hog fills about 100 MB in this time, and the kernel's limit stands behind. */
const WATCH_MS = 100
/** How much of what a child prints is kept for the log. */
const TRACE = 4000

export function startChild(launcher: Launcher, node: readonly string[], caps: Caps): ReadingChild {
  const { file, args, env } = launcher(node)
  // Its own process group: a signal that the child sends to its group must not reach us.
  const child = spawn(file, args, { env, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] })
  const [stdin, , stderr, answers] = child.stdio as unknown as [Writable, null, Readable, Readable]
  const frames = frameReader()
  const heard: ((frame: Frame) => void)[] = []
  let trace = ''
  let received = 0
  let ending: Ending | undefined

  const kill = (): void => killGroup(child)
  const stop = (why: Ending): void => {
    ending ??= why
    kill()
  }
  stderr.on('data', (chunk: Buffer) => (trace = (trace + chunk.toString('utf8')).slice(-TRACE)))
  // The child may end while we still write; its end tells what happened.
  for (const stream of [stdin, stderr, answers]) stream.on('error', () => kill())
  answers.on('data', (chunk: Buffer) => {
    received += chunk.byteLength
    if (received > caps.outputMb * MB) return stop({ why: 'output' })
    for (const frame of framesOf(chunk)) heard.shift()?.(frame)
  })
  const framesOf = (chunk: Buffer): readonly Frame[] => {
    try {
      return frames.push(chunk)
    } catch {
      stop({ why: 'malformed' })
      return []
    }
  }

  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      trace = String(error)
      resolve()
    })
    child.once('exit', (code, signal) => {
      ending ??= outOfMemory(trace) ? { why: 'memory' } : { why: 'stopped', code, signal }
      // What it wrote before it ended is still in the pipe; a grandchild that holds the pipe open must not hold us up.
      const late = setTimeout(resolve, 500)
      child.once('close', () => {
        clearTimeout(late)
        ending = outOfMemory(trace) && ending?.why === 'stopped' ? { why: 'memory' } : ending
        resolve()
      })
    })
  })
  const next = async (): Promise<Frame | undefined> =>
    Promise.race([new Promise<Frame>((resolve) => heard.push(resolve)), gone.then(() => undefined)])

  const starting = setTimeout(kill, caps.startSeconds * 1000)
  const ready = next().then((frame) => {
    clearTimeout(starting)
    if (frame?.head['ready'] !== true) throw couldNotStart(trace.trim() || 'it ended without a word')
    return frame.head
  })

  return {
    ready,
    gone,
    kill,
    async serve(job) {
      const answer = next()
      const time = setTimeout(() => stop({ why: 'time' }), caps.seconds * 1000)
      const watch = setInterval(() => void overMemory(child, caps).then((over) => over && stop({ why: 'memory' })), WATCH_MS)
      for (const bytes of encodeFrame(job)) stdin.write(bytes)
      const frame = await answer
      clearTimeout(time)
      clearInterval(watch)
      kill()
      if (frame === undefined) throw unreadableBecause(ending ?? { why: 'stopped', code: null, signal: null }, caps, trace)
      return frame
    },
  }
}

const overMemory = async (child: ChildProcess, caps: Caps): Promise<boolean> =>
  child.pid !== undefined && ((await residentBytes(child.pid)) ?? 0) > caps.memoryMb * MB

const outOfMemory = (trace: string): boolean => /heap out of memory|Allocation failed/i.test(trace)

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Between its end and our word of it; or no groups on this system.
    child.kill('SIGKILL')
  }
}
