import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundEntry } from '../../engine/manifest-verify.ts'
import { badUsage } from '../../model/errors.ts'

/** More is no export of ours, and would fill the memory. */
const MOST_ENTRIES = 1_000_000

/**
 * Everything below a folder, links neither followed nor opened. Of the files in `wanted` the SHA-256 is computed, piece by piece, so
 * that a large one needs no memory.
 */
export async function listFolder(folder: string, wanted: ReadonlySet<string>): Promise<readonly FoundEntry[]> {
  const found: FoundEntry[] = []
  const waiting = ['']
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const name of (await readdir(join(folder, below))).sort()) {
      const path = below === '' ? name : `${below}/${name}`
      const entry = await entryAt(folder, path, wanted)
      found.push(entry)
      if (entry.kind === 'folder') waiting.push(path)
      if (found.length > MOST_ENTRIES) throw badUsage(`"${folder}" holds more than ${MOST_ENTRIES} files. It is no export of this program.`)
    }
  }
  return found
}

async function entryAt(folder: string, path: string, wanted: ReadonlySet<string>): Promise<FoundEntry> {
  const full = join(folder, path)
  const stat = await lstat(full)
  const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other'
  if (kind !== 'file' || !wanted.has(path)) return { path, kind, size: stat.size, sha256: undefined }
  return { path, kind, ...(await hashed(full)) }
}

async function hashed(path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  // Fails on a link that took the file's place since we looked.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const bytes = chunk as Buffer
      size += bytes.length
      hash.update(bytes)
    }
    return { size, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}
