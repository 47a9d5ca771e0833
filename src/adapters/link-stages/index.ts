import { createHash } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Stage, StageArray, Stages } from '../../engine/batch-link/ports.ts'
import { inUse, storage } from '../../model/errors.ts'
import { makeFolder } from '../folders/index.ts'

/** Raised when a stage is kept in another form, so that what an older version left is not misread. */
const FORM = 2
/** Of each file so much is read at both ends to tell whether it changed. */
const ENDS = 1 << 20
/** Bytes that go to or come from the disk at a time. */
const PIECE = 64 << 20

export interface OpenedStages extends Stages {
  /** Where this work's files lie. */
  readonly folder: string
  /** What the person should know: work is gone on with, or something changed. */
  readonly says: string | undefined
  /** Everything is done: nothing stays. */
  finish(): Promise<void>
  close(): Promise<void>
}

/**
 * Finished stages below `out/.stages`, under a name made of the files, the map and the settings. A file counts as the same while path, size, time
 * of change and both of its ends are: reading ten gigabytes to be surer would cost as much as a stage.
 */
export async function openStages(work: { out: string; files: readonly string[]; settings: unknown }): Promise<OpenedStages> {
  const root = join(work.out, '.stages')
  await checkWritable(root, work.out)
  const unlock = await lock(root, work.out)
  const name = createHash('sha256')
    .update(JSON.stringify([FORM, work.settings, await Promise.all(work.files.map(traits))]))
    .digest('hex')
    .slice(0, 16)
  const folder = join(root, name)
  const there = (await readdir(root)).filter((entry) => entry !== 'lock')
  const others = there.filter((entry) => entry !== name)
  for (const other of others) await rm(join(root, other), { recursive: true, force: true })
  await makeFolder(folder)
  const goesOn = (await readdir(folder)).some((entry) => entry.endsWith('.stage'))
  return {
    folder,
    says: goesOn
      ? 'Going on from the finished stages of the run that was stopped here.'
      : others.length > 0
        ? 'The unfinished run in this folder had another input or map, so this one starts anew.'
        : undefined,
    load: (stage) => loaded(join(folder, `${stage}.stage`)),
    save: (stage, content) => saved(join(folder, `${stage}.stage`), content),
    async finish() {
      await rm(root, { recursive: true, force: true })
    },
    close: unlock,
  }
}

async function checkWritable(folder: string, out: string): Promise<void> {
  try {
    await makeFolder(folder, { mode: 0o700 })
    await writeFile(join(folder, '.try'), '')
    await rm(join(folder, '.try'))
  } catch (cause) {
    throw storage(`The output folder "${out}" cannot be made or written (${(cause as Error).message}). Choose another with --out.`, cause)
  }
}

/** Two runs in one folder would take each other's files away. A lock whose process is gone is nobody's. */
async function lock(root: string, out: string): Promise<() => Promise<void>> {
  const path = join(root, 'lock')
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' })
      return () => rm(path, { force: true })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
      const holder = Number(await readFile(path, 'utf8').catch(() => '0'))
      if (holder !== process.pid && lives(holder))
        throw inUse(`Another run (process ${holder}) is writing to "${out}". Wait for it or choose another --out.`)
      await rm(path, { force: true })
    }
  }
}

function lives(pid: number): boolean {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function traits(file: string): Promise<unknown> {
  const found = await stat(file, { bigint: true })
  const handle = await open(file)
  try {
    const hash = createHash('sha256')
    const size = Number(found.size)
    for (const at of [0, Math.max(0, size - ENDS)]) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(ENDS, size)), 0, Math.min(ENDS, size), at)
      hash.update(buffer.subarray(0, bytesRead))
    }
    return [resolve(file), size, String(found.mtimeNs), hash.digest('hex')]
  } finally {
    await handle.close()
  }
}

const TYPES = { Uint8Array, Uint32Array, Float32Array } as const
type TypeName = keyof typeof TYPES
interface Head {
  readonly facts: unknown
  readonly arrays: readonly { readonly name: string; readonly type: TypeName; readonly length: number }[]
}

/** Whole or not at all: written beside and renamed. */
async function saved(path: string, { facts, arrays }: Stage): Promise<void> {
  const list = Object.entries(arrays)
  const head: Head = {
    facts,
    arrays: list.map(([name, array]) => ({ name, type: array.constructor.name as TypeName, length: array.length })),
  }
  const text = Buffer.from(JSON.stringify(head))
  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(text.length))
  try {
    const handle = await open(`${path}.part`, 'w')
    try {
      await handle.writeFile(Buffer.concat([size, text]))
      for (const [, array] of list)
        for (let at = 0; at < array.byteLength; at += PIECE)
          await handle.writeFile(new Uint8Array(array.buffer, array.byteOffset + at, Math.min(PIECE, array.byteLength - at)))
    } finally {
      await handle.close()
    }
    await rename(`${path}.part`, path)
  } catch (cause) {
    const full = ['ENOSPC', 'EDQUOT'].includes((cause as NodeJS.ErrnoException).code ?? '')
    throw storage(
      full
        ? 'The disk of the output folder is full. Free some space and run the same command again: finished stages are kept.'
        : `The output folder cannot be written (${(cause as Error).message}). Choose another with --out.`,
      cause,
    )
  }
}

async function loaded(path: string): Promise<Stage | undefined> {
  const handle = await open(path).catch(() => undefined)
  if (handle === undefined) return undefined
  try {
    const size = Number((await handle.read(Buffer.alloc(8), 0, 8, 0)).buffer.readBigUInt64LE())
    const head = JSON.parse((await handle.read(Buffer.alloc(size), 0, size, 8)).buffer.toString('utf8')) as Head
    const arrays: Record<string, StageArray> = {}
    let at = 8 + size
    for (const { name, type, length } of head.arrays) {
      const Type = TYPES[type] as typeof Uint8Array
      const array = new Type(new SharedArrayBuffer(length * Type.BYTES_PER_ELEMENT))
      for (let done = 0; done < array.byteLength;) {
        const view = new Uint8Array(array.buffer, done, Math.min(PIECE, array.byteLength - done))
        const { bytesRead } = await handle.read(view, 0, view.length, at)
        if (bytesRead === 0) return undefined
        done += bytesRead
        at += bytesRead
      }
      arrays[name] = array
    }
    return { facts: head.facts, arrays }
  } finally {
    await handle.close()
  }
}
