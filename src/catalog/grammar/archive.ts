import type { Entry } from 'yauzl'
import { asAppError, AppError, tooLarge, unreadable } from '../../model/errors.ts'

/** How much a ZIP archive may hold before it is refused. Sizes in bytes after unpacking. */
export interface ArchiveCaps {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
}

/** Far above what people send, far below what hurts: 22 real résumés of the wild had at most 26 parts and under 2 MB. */
const DOCUMENT_CAPS: ArchiveCaps = { entries: 5_000, entryBytes: 64 << 20, totalBytes: 256 << 20 }

export interface Archive {
  /** Names of all files in it, in its own order, as written, without folders. */
  readonly names: readonly string[]
  /** The unpacked bytes, or undefined when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>
}

/**
 * Opens a ZIP archive from a stranger. Nothing is written to disk, so names are only names; what a hostile archive can still
 * do is to be huge, to hold two files of one name (one for the scanner, one for the person) or to lie about its sizes. Each
 * is refused: the declared sizes before anything is unpacked, the real ones while unpacking.
 */
export async function openArchive(bytes: Uint8Array, caps: ArchiveCaps = DOCUMENT_CAPS): Promise<Archive> {
  const yauzl = await import('yauzl')
  const entries = new Map<string, Entry>()
  const zip = await damagedUnless(() =>
    yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }),
  )
  if (zip.entryCount > caps.entries)
    throw tooLarge(
      `The file is an archive of ${zip.entryCount} files; at most ${caps.entries} are read. A document has a few dozen: ask for it again, saved anew.`,
    )
  await damagedUnless(async () => {
    let total = 0
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      total += entry.uncompressedSize
      admit(entry, total, caps)
      if (entries.has(entry.fileName))
        throw unreadable(
          `The file holds two parts of the name "${entry.fileName}", so different programs would show different things. Ask for it again, saved anew.`,
        )
      entries.set(entry.fileName, entry)
    }
  })
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      return damagedUnless(async () => {
        const chunks: Uint8Array[] = []
        let size = 0
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          size += (chunk as Uint8Array).length
          if (size > caps.entryBytes) throw unpacksTooLarge(entry.fileName)
          chunks.push(chunk as Uint8Array)
        }
        return Buffer.concat(chunks)
      })
    },
  }
}

function admit(entry: Entry, total: number, caps: ArchiveCaps): void {
  if (entry.isEncrypted()) throw unreadable('The file is protected by a password. Ask for a copy without one.')
  if (entry.uncompressedSize > caps.entryBytes || total > caps.totalBytes) throw unpacksTooLarge(entry.fileName)
}

const unpacksTooLarge = (name: string): AppError =>
  tooLarge(
    `The file unpacks to far more than a document holds (at "${name}"), as archives do that are made to overwhelm a computer. It was not opened; ask for it again, saved anew.`,
  )

async function damagedUnless<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unreadable(
      `The file is damaged or was cut short: its parts cannot be unpacked (${asAppError(error).detail}). Ask for it again.`,
      { cause: error },
    )
  }
}
