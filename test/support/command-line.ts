import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const BONAFIDE = join(import.meta.dirname, '..', '..', 'bin', 'bonafide.js')

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
function plainEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
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

/** Runs it to its end. `under` is a program that starts it, such as `unshare`. */
export const bonafide = (args: readonly string[], cwd: string, under: readonly string[] = []): Promise<Ran> =>
  startBonafide(args, cwd, under).ended

/** What `screen --json` printed. Throws, with what was said instead, when it is not one JSON document. */
export function documentOf(ran: Ran): ScreenJson {
  try {
    return JSON.parse(ran.stdout) as ScreenJson
  } catch {
    throw new Error(`not a JSON document (exit ${ran.code}): ${ran.stdout.slice(0, 500)} ${ran.stderr.slice(0, 2000)}`)
  }
}
