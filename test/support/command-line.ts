import { fork, spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { OVER, type Command } from './standing-program.ts'

const BONAFIDE = join(import.meta.dirname, '..', '..', 'bin', 'bonafide.js')
const STANDING = join(import.meta.dirname, 'standing-program.ts')

/** How a run of the program ended and what it said. */
export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<Ran>
}

/** The document of `screen --json`, as the tests look at it. */
export interface ScreenJson {
  readonly screened: readonly {
    readonly persona: string
    readonly source: string
    readonly recommendation: string
    readonly findings: readonly {
      readonly detector: string
      readonly direction: string
      readonly evidence: readonly Record<string, unknown>[]
    }[]
    readonly outcomes: Readonly<Record<string, number>>
  }[]
  readonly failed: readonly { readonly source: string; readonly code: string; readonly title: string; readonly detail: string }[]
}

/** This process's environment without what would change the program's answer, and without a network proxy or colours. */
export function plainEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { BONAFIDE_DATABASE_URL: _, NODE_OPTIONS: __, FORCE_COLOR: ___, ...rest } = process.env
  return { ...rest, NO_COLOR: '1', ...more }
}

/** Starts the real program in a process of its own, from `cwd`. Its standard input is empty and no stream is a terminal. */
export function startBonafide(args: readonly string[], cwd: string, under: readonly string[] = []): Running {
  const [file = process.execPath, ...before] = under
  const child = spawn(file, [...before, ...(under.length === 0 ? [] : [process.execPath]), BONAFIDE, ...args], {
    cwd,
    env: plainEnvironment({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      resolve({ code, signal, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }),
    )
  })
  return { process: child, ended }
}

/** Runs it to its end in a process of its own. `under` is a program that starts it, such as `unshare`. */
export const bonafideAlone = (args: readonly string[], cwd: string, under: readonly string[] = []): Promise<Ran> =>
  startBonafide(args, cwd, under).ended

interface Standing {
  readonly process: ChildProcess
  run(command: Command): Promise<Ran>
}

/** What a standing process wrote since the command before, up to the mark. */
interface Heard {
  text: Buffer
  over: boolean
}

function startStanding(): Standing {
  const child = fork(STANDING, { env: plainEnvironment({}), execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let heard: { readonly out: Heard; readonly err: Heard; end(code: number | null, signal: NodeJS.Signals | null): void } | undefined
  const listen = (stream: Readable | null, which: 'out' | 'err'): void => {
    stream?.on('data', (chunk: Buffer) => {
      if (heard === undefined) throw new Error(`after its end a command wrote: ${chunk.toString('utf8')}`)
      const { out, err, end } = heard
      const one = heard[which]
      one.text = Buffer.concat([one.text, chunk])
      const at = one.text.lastIndexOf(OVER)
      one.over = at >= 0 && one.text.at(-1) === 0x0a
      if (out.over && err.over) end(Number(one.text.subarray(at + OVER.length).toString('utf8')), null)
    })
  }
  listen(child.stdout, 'out')
  listen(child.stderr, 'err')
  // A command that ends its process, as a wrong option does, ends this one.
  child.once('close', (code, signal) => heard?.end(code, signal))
  const spoken = ({ text }: Heard): string => {
    const at = text.lastIndexOf(OVER)
    return (at < 0 ? text : text.subarray(0, at)).toString('utf8')
  }
  return {
    process: child,
    run: (command) =>
      new Promise((resolve) => {
        const [out, err] = [
          { text: Buffer.alloc(0), over: false },
          { text: Buffer.alloc(0), over: false },
        ]
        heard = {
          out,
          err,
          end(code, signal) {
            heard = undefined
            resolve({ code, signal, stdout: spoken(out), stderr: spoken(err) })
          },
        }
        child.send(command)
      }),
  }
}

/** Processes that have run a command and wait for the next. */
const waiting: Standing[] = []

/**
 * Runs it to its end in a process that may have run other commands before (test/support/standing-program.ts), which saves
 * loading everything anew. For what hangs on the process itself, such as signals, use `bonafideAlone` or `startBonafide`.
 */
export async function bonafide(args: readonly string[], cwd: string): Promise<Ran> {
  // Help and version are answered before the program is loaded.
  if (args.length === 1 && args[0]?.startsWith('-') === true) return bonafideAlone(args, cwd)
  const standing = waiting.pop() ?? startStanding()
  const ran = await standing.run({ args, cwd })
  if (standing.process.connected) waiting.push(standing)
  return ran
}

/** What `screen --json` printed. Throws, with what was said instead, when it is not one JSON document. */
export function documentOf(ran: Ran): ScreenJson {
  try {
    return JSON.parse(ran.stdout) as ScreenJson
  } catch {
    throw new Error(`not a JSON document (exit ${ran.code}): ${ran.stdout.slice(0, 500)} ${ran.stderr.slice(0, 2000)}`)
  }
}
