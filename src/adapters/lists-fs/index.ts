import { randomBytes } from 'node:crypto'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { checkListId } from '../../engine/lists/list-id.ts'
import type { ListVersion, Shelf, VersionContent } from '../../engine/lists/ports.ts'
import { badUsage, storage } from '../../model/errors.ts'
import { makePrivateFolder, storageFault, syncFolder, writeDurably } from '../keys/durable-file.ts'
import { encodeLines } from './lines.ts'
import { openReadingShelf } from './reading-shelf.ts'
import { sha256 } from './sha256.ts'
import { decodeVersion, encodeVersion } from './version-file.ts'

/** Begun by a process that was killed; older than this, nobody is still writing it. */
const STALE_MS = 3_600_000

/** The shelf that is also written to. Folders and files are for this user alone: a company's own list may be confidential. */
export function openShelf(folder: string): Shelf {
  const reading = openReadingShelf(folder)

  async function shelfOf(list: string): Promise<string> {
    checkListId(list)
    const path = join(folder, list)
    await makePrivateFolder(path)
    return path
  }

  async function name(file: 'current' | 'looked', { list, hash }: ListVersion): Promise<void> {
    const shelf = await shelfOf(list)
    await writeDurably(join(shelf, file), Buffer.from(`${hash}\n`), { wip: shelf })
  }

  return {
    ...reading,
    sha256,
    async keep(version, content) {
      const shelf = await shelfOf(version.list)
      const place = join(shelf, version.hash)
      if ((await reading.find(version.list, version.hash)) !== undefined) return false
      await sweep(shelf)
      const wip = join(shelf, `.new-${randomBytes(8).toString('hex')}`)
      try {
        await write(wip, version, content)
        // What lies there is damaged, else the call had ended above.
        await rm(place, { recursive: true, force: true })
        await rename(wip, place)
        await syncFolder(shelf)
        return true
      } catch (error) {
        await rm(wip, { recursive: true, force: true }).catch(() => undefined)
        throw error instanceof Error && 'status' in error ? error : storageFault(place, error)
      }
    },
    async redate(version, published) {
      const file = join(folder, version.list, version.hash, 'version.json')
      const kept = decodeVersion(await readFile(file, 'utf8').catch(() => ''))
      if (kept === undefined)
        throw storage(`The list file "${file}" is missing or damaged, so its day was not corrected. Import the files again.`)
      const redated = { ...kept.version, published }
      await writeDurably(file, encodeVersion(redated, kept.hashes), { wip: await shelfOf(version.list) })
      return redated
    },
    use: (version) => name('current', version),
    noteLooked: (version) => name('looked', version),
    async noteFetched(list, state) {
      const shelf = await shelfOf(list)
      await writeDurably(join(shelf, 'fetched.json'), Buffer.from(`${JSON.stringify(state, null, 2)}\n`), { wip: shelf })
    },
  }
}

async function write(wip: string, version: ListVersion, { files, parties, notes, index }: VersionContent): Promise<void> {
  await makePrivateFolder(join(wip, 'files'))
  for (const { name, bytes } of files) {
    if (basename(name) !== name || name === '.' || name === '..') throw badUsage(`"${name}" cannot be the name of a file in a list.`)
    await writeDurably(join(wip, 'files', name), bytes, { wip })
  }
  const { lines, offsets } = encodeLines(parties)
  const derived = { 'parties.jsonl': lines, offsets, 'names.index': index, 'notes.json': Buffer.from(JSON.stringify(notes)) }
  for (const [name, bytes] of Object.entries(derived)) await writeDurably(join(wip, name), bytes, { wip })
  const hashes = {
    'parties.jsonl': sha256(lines),
    offsets: sha256(offsets),
    'names.index': sha256(index),
    'notes.json': sha256(derived['notes.json']),
  }
  await writeDurably(join(wip, 'version.json'), encodeVersion(version, hashes), { wip })
}

async function sweep(shelf: string): Promise<void> {
  for (const name of (await readdir(shelf)).filter((one) => one.startsWith('.new-'))) {
    const path = join(shelf, name)
    const age = await stat(path).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    )
    if (age > STALE_MS) await rm(path, { recursive: true, force: true })
  }
}
