import { open, readdir, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { FetchState, ListVersion, ReadingShelf } from '../../engine/lists/ports.ts'
import { byDay } from '../../engine/lists/as-of.ts'
import { isListId } from '../../engine/lists/list-id.ts'
import type { ListNote } from '../../kit/list.ts'
import { storage, type AppError } from '../../model/errors.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import { decodeLine, decodeRow, ROW_BYTES } from './lines.ts'
import { decodeVersion, DERIVED, type Derived, type Hashes } from './version-file.ts'

/**
 * `<folder>/<list>/<version-hash>/`: `files/` as they came, `parties.jsonl`, `offsets`, `names.index`, `notes.json`, `version.json`;
 * `<folder>/<list>/current` names the version in force, `looked` the one that everybody was last looked at with, and `fetched.json` how the
 * publisher marked its files. Needs no database, no
 * catalogue and no schema library, so that one name is screened in little more time than Node takes to start.
 */
export function openReadingShelf(folder: string): ReadingShelf {
  const at = (version: ListVersion, ...names: readonly string[]): string => join(folder, version.list, version.hash, ...names)

  async function kept(list: string, hash: string): Promise<{ readonly version: ListVersion; readonly hashes: Hashes }> {
    const path = join(folder, list, hash, 'version.json')
    const decoded = decodeVersion((await bytesAt(path)).toString('utf8'))
    if (decoded === undefined || decoded.version.hash !== hash || decoded.version.list !== list) throw damaged(path)
    return decoded
  }

  async function derived(version: ListVersion, name: Derived): Promise<Buffer> {
    const { hashes } = await kept(version.list, version.hash)
    const bytes = await bytesAt(at(version, name))
    if ((await hashOf(bytes)) !== hashes[name]) throw damaged(at(version, name))
    return bytes
  }

  async function file(version: ListVersion, name: string): Promise<Uint8Array> {
    const path = at(version, 'files', name)
    const known = version.files.find((one) => one.name === name)
    const bytes = known === undefined ? undefined : await bytesAt(path)
    if (bytes === undefined || (await hashOf(bytes)) !== known?.sha256) throw damaged(path)
    return bytes
  }

  async function check(version: ListVersion): Promise<void> {
    for (const name of DERIVED) await derived(version, name)
    for (const { name } of version.files) await file(version, name)
  }

  return {
    async lists() {
      const there = (await namesIn(folder)).filter(isListId)
      const taken = await Promise.all(there.map(async (list) => (await textIfThere(join(folder, list, 'current'))) !== undefined))
      return there.filter((_, i) => taken[i])
    },
    async versions(list) {
      const hashes = isListId(list) ? (await namesIn(join(folder, list))).filter(isHash) : []
      return byDay((await Promise.all(hashes.map((hash) => kept(list, hash)))).map(({ version }) => version))
    },
    async current(list) {
      const path = join(folder, list, 'current')
      const hash = isListId(list) ? (await textIfThere(path))?.trim() : undefined
      if (hash === undefined) return undefined
      if (!isHash(hash)) throw damaged(path)
      return (await kept(list, hash)).version
    },
    async find(list, hash) {
      if (!isListId(list) || !isHash(hash)) return undefined
      try {
        const { version } = await kept(list, hash)
        await check(version)
        return version
      } catch {
        // Not there or not whole is one answer: it is to be made again.
        return undefined
      }
    },
    async parties(version) {
      const text = (await derived(version, 'parties.jsonl')).toString('utf8')
      return text === '' ? [] : (JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as ListedParty[])
    },
    async rows(version, rows) {
      const [lines, offsets] = await Promise.all([opened(at(version, 'parties.jsonl')), opened(at(version, 'offsets'))])
      try {
        const found: ListedParty[] = []
        for (const row of rows) {
          const { begin, length, crc } = decodeRow(await piece(offsets, row * ROW_BYTES, ROW_BYTES))
          const readable = Number.isSafeInteger(begin) && begin >= 0 && length > 0 && length <= LONGEST_LINE
          const party = readable ? decodeLine(await piece(lines, begin, length), crc) : undefined
          if (party === undefined) throw damaged(at(version, 'parties.jsonl'))
          found.push(party as ListedParty)
        }
        return found
      } finally {
        await Promise.all([lines.close(), offsets.close()])
      }
    },
    index: (version) => bytesAt(at(version, 'names.index')),
    async notes(version) {
      return JSON.parse((await derived(version, 'notes.json')).toString('utf8')) as ListNote[]
    },
    file,
    check,
    async fetched(list) {
      const text = isListId(list) ? await textIfThere(join(folder, list, 'fetched.json')) : undefined
      return text === undefined ? undefined : fetchState(text)
    },
    async looked(list) {
      const hash = isListId(list) ? (await textIfThere(join(folder, list, 'looked')))?.trim() : undefined
      // Anything else is as good as nothing: everybody is looked at again.
      return hash !== undefined && isHash(hash) ? hash : undefined
    },
  }
}

/** Only saves a download: where it is damaged, everything is fetched once more. */
function fetchState(text: string): FetchState | undefined {
  try {
    const state = JSON.parse(text) as Partial<FetchState> | null
    return typeof state?.version === 'string' && Array.isArray(state.marks) ? (state as FetchState) : undefined
  } catch {
    return undefined
  }
}

/** A line of an entry is far below this; a damaged length must not ask for all memory. */
const LONGEST_LINE = 64 << 20

/** Node's own, loaded when a whole file is held to its hash: one name never needs it, and would wait for it. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  return (await import('./sha256.ts')).sha256(bytes)
}

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)

const damaged = (path: string): AppError =>
  storage(
    `The list file "${path}" is missing, or was changed or damaged, so it was not used. Take the list in again with \`bonafide lists import\` or \`bonafide lists update\`, or restore it from a backup.`,
  )

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

function faultAt(path: string, error: unknown): AppError {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return damaged(path)
  if (code === 'EACCES' || code === 'EPERM')
    return storage(`"${path}" may not be read by this user. Run this as the user who took the list in.`, error)
  return storage(`"${path}" could not be read (${code ?? String(error)}). Check the disk.`, error)
}

async function bytesAt(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw faultAt(path, error)
  }
}

async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw faultAt(path, error)
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw faultAt(folder, error)
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path)
  } catch (error) {
    throw faultAt(path, error)
  }
}

/** Shorter than asked for where the file ends early; the check sum sees that. */
async function piece(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  await file.read(bytes, 0, length, from)
  return bytes
}
