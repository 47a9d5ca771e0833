import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

interface Making {
  /** Permissions of what is made; those of the process when absent. */
  readonly mode?: number
  /** Called after each folder that was made. */
  readonly made?: (path: string) => Promise<void>
}

/**
 * Makes a folder and every missing one above it; false when it was there. Throws what the system says, once: Node's own recursive
 * `mkdir` tries again for ever where the answer is "no such file" though the folder above is there (below /proc), and answers that on
 * a read-only file system.
 */
export async function makeFolder(path: string, making: Making = {}): Promise<boolean> {
  try {
    return await makeOne(path, making)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
  }
  await makeFolder(dirname(path), making)
  return makeOne(path, making)
}

async function makeOne(path: string, { mode, made }: Making): Promise<boolean> {
  try {
    await mkdir(path, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && (await stat(path)).isDirectory()) return false
    throw error
  }
  await made?.(path)
  return true
}
