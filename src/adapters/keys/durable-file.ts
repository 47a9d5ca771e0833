import { randomBytes } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { storage, type AppError } from '../../model/errors.ts'
import { makeFolder } from '../folders/index.ts'

/**
 * Writes a whole file so that after a kill or a power cut either the old file stands or the new one, never half of one:
 * temporary file, fsync, rename, fsync of the folder. `wip` is a folder on the same file system for the temporary file.
 * With `onlyIfNew`, an existing file stays as it is and the answer is false.
 */
export async function writeDurably(path: string, bytes: Uint8Array, where: { wip: string; onlyIfNew?: boolean }): Promise<boolean> {
  const temporary = join(where.wip, `${basename(path)}.${randomBytes(8).toString('hex')}.tmp`)
  try {
    await writeAndSync(temporary, bytes)
    if (where.onlyIfNew === true) {
      // A link fails where the name is taken; a rename would replace what another process just wrote.
      await link(temporary, path)
      await rm(temporary)
    } else {
      await rename(temporary, path)
    }
    await syncFolder(dirname(path))
    return true
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    if (where.onlyIfNew === true && codeOf(error) === 'EEXIST') return false
    throw storageFault(path, error)
  }
}

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a folder's entries durable: a rename is only in memory until then. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A folder for us alone, and every missing one above it, entered durably. */
export async function makePrivateFolder(path: string): Promise<void> {
  try {
    await makeFolder(path, { mode: 0o700, made: (one) => syncFolder(dirname(one)) })
  } catch (error) {
    throw storageFault(path, error)
  }
}

export const codeOf = (error: unknown): string | undefined => (error as { code?: string } | undefined)?.code

/** What the operating system said, with what to do about it. */
export function storageFault(path: string, error: unknown): AppError {
  const code = codeOf(error) ?? 'unknown'
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return storage(
        `The disk that holds "${path}" is full. Nothing that was reported as received is lost. Free some space, then run the same command again.`,
        error,
      )
    case 'EROFS':
      return storage(
        `"${path}" lies on a file system that can only be read. Choose another data folder with --data, or make it writable.`,
        error,
      )
    case 'EACCES':
    case 'EPERM':
      return storage(`"${path}" may not be written by this user. Allow it, or choose another data folder with --data.`, error)
    default:
      return storage(`"${path}" could not be stored or read (${code}). Check the disk, then run the same command again.`, error)
  }
}
