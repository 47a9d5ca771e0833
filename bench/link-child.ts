import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Child {
  readonly milliseconds: number
  /** Megabytes resident at most, of the process with all its threads; NaN where the system does not say. */
  readonly resident: number
  /** Seconds of processor time, all threads together: what other work on the machine stretches least. */
  readonly processor: number
  readonly output: string
}

/** How often memory and time are read, in milliseconds; only what a process takes in its last moments can be missed. */
const LOOK = 25

interface Surroundings {
  readonly cwd?: string
  /** Beside this process's own. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a program in a process of its own, so that its memory is its own too. Rejects with what it said when it fails. */
export function runChild(command: string, args: readonly string[], { cwd, environment }: Surroundings = {}): Promise<Child> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const env = { ...process.env, ...environment }
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env, ...(cwd !== undefined && { cwd }) })
    let [output, complaint, resident, processor] = ['', '', Number.NaN, Number.NaN]
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4_000)))
    const look = setInterval(() => {
      resident = mark(child.pid) ?? resident
      processor = spent(child.pid) ?? processor
    }, LOOK)
    child.on('error', (error) => {
      clearInterval(look)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(look)
      if (code === 0) resolve({ milliseconds: performance.now() - start, resident, processor, output })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${complaint}`))
    })
  })
}

function mark(pid: number | undefined): number | undefined {
  const kilobytes = /^VmHWM:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}

/** In hundredths of a second, the unit of every Linux that Node runs on. */
function spent(pid: number | undefined): number | undefined {
  // The name of the program, in brackets, may hold blanks; what follows it does not.
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) / 100
}

/** Empty where the process is gone or the system has no such file. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
