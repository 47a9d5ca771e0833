import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Child {
  readonly milliseconds: number
  /** Megabytes resident at most, of the process with all its threads; NaN where the system does not say. */
  readonly resident: number
  readonly output: string
}

/** How often the high-water mark is read; only what a process takes in its last moments can be missed. */
const LOOK = 25

/** Runs a program in a process of its own, so that its memory is its own too. Rejects with what it said when it fails. */
export function runChild(command: string, args: readonly string[]): Promise<Child> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, complaint, resident] = ['', '', Number.NaN]
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4_000)))
    const look = setInterval(() => (resident = mark(child.pid) ?? resident), LOOK)
    child.on('error', (error) => {
      clearInterval(look)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(look)
      if (code === 0) resolve({ milliseconds: performance.now() - start, resident, output })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${complaint}`))
    })
  })
}

function mark(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
