import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { inUse } from '../../model/errors.ts'

/** Who holds a folder. `started` tells a process from a later one with the same number. */
interface Holder {
  readonly pid: number
  readonly started: string
  readonly host: string
}

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes a folder for this process alone; the embedded database loses rows when two processes write to one folder. A lock
 * whose process has died, however it died, is taken over.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = join(folder, 'in-use.lock')
  const me: Holder = { pid: process.pid, started: await startOf(process.pid), host: hostname() }
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, JSON.stringify(me), { mode: 0o600, flag: 'wx' })
  try {
    // A link appears whole and only where there is nothing: nobody ever sees a half-written lock.
    for (let attempt = 0; attempt < 10; attempt++) {
      if (await linked(draft, file)) return { release: () => rm(file, { force: true }) }
      const text = await readIfThere(file)
      if (text === undefined) continue
      const holder = parsed(text)
      if (holder !== undefined && (await holds(holder))) throw inUse(occupied(folder, file, holder))
      await setAside(file, text)
    }
    throw inUse(`Several processes are opening the data folder "${folder}" at this moment. Wait until one of them is done.`)
  } finally {
    await rm(draft, { force: true })
  }
}

function occupied(folder: string, file: string, holder: Holder): string {
  if (holder.host !== hostname()) {
    return `The data folder "${folder}" is in use by process ${holder.pid} on the machine "${holder.host}". Stop it there, or name another folder with --data. If that machine is gone for good, delete "${file}".`
  }
  if (holder.pid === process.pid) return `The data folder "${folder}" is already open in this process.`
  return `The data folder "${folder}" is in use by another Bonafide process (number ${holder.pid}). Wait until it is done or stop it, or name another folder with --data.`
}

/** Moves a dead lock out of the way. When another process has meanwhile put its own there, that one is put back. */
async function setAside(file: string, dead: string): Promise<void> {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    await rename(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== dead) await linked(aside, file)
  await rm(aside, { force: true })
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Undefined for a lock that makes no sense: a disk was full, or somebody wrote there by hand. It holds nothing. */
function parsed(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null
    return typeof value?.pid === 'number' && typeof value.started === 'string' && typeof value.host === 'string'
      ? { pid: value.pid, started: value.started, host: value.host }
      : undefined
  } catch {
    return undefined
  }
}

/** A holder on another machine cannot be looked at, so it is believed. */
async function holds(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: it lives, under another user.
    if (codeOf(error) !== 'EPERM') return false
  }
  const started = await startOf(holder.pid)
  return started !== DEAD && (started === '' || holder.started === '' || started === holder.started)
}

/** A process that has ended and whose parent has not looked yet. */
const DEAD = 'dead'

/** Start time in clock ticks since boot, with the id of the boot; empty where the system has no /proc. */
async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    // The command's name, in parentheses, may hold spaces; after it come the state and, 19 fields on, the start time (proc(5), fields 3 and 22).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? DEAD : `${boot.trim()} ${fields[19] ?? ''}`
  } catch {
    return ''
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
