import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError, badUsage, storage } from '../../model/errors.ts'
import { KEY_BYTES } from '../keys/envelope.ts'
import { codeOf, storageFault, syncFolder } from '../keys/durable-file.ts'
import { openFrame, sealFrame } from './frame.ts'

/**
 * A backup file: a line with the format and a salt, then frames, each its length and a piece of one file sealed with AES-256-GCM. The key
 * is derived from the backup's key and the salt (HKDF-SHA256, RFC 5869); a frame's nonce is its number, and whether it is the last is sealed
 * with it, so frames that were left out, moved or cut off are noticed. The last file, `manifest.json`, has size and SHA-256 of the others.
 */
const MAGIC = 'bonafide-backup 1'
const SALT_BYTES = 32
/** A piece: small enough to hold in memory, large enough that 16 bytes of seal do not matter. */
const PIECE = 1 << 20
/** The longest frame there can be: a piece, its name and its seal. */
const MOST_FRAME = PIECE + (64 << 10)

export interface ArchiveFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export interface Manifest {
  /** What whoever wrote it says of the whole. */
  readonly about: Readonly<Record<string, unknown>>
  readonly files: readonly ArchiveFile[]
}

export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>
}

/** Writes it whole or not at all, beside its place and then moved there. Returns its manifest. */
export async function writeArchive(
  path: string,
  key: Uint8Array,
  work: (archive: ArchiveWriter) => Promise<Manifest['about']>,
): Promise<Manifest> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
  let file: FileHandle | undefined
  try {
    file = await open(temporary, 'wx', 0o600)
    const salt = randomBytes(SALT_BYTES)
    await file.appendFile(`${MAGIC} ${salt.toString('hex')}\n`)
    const manifest = await fill(file, keyOf(key, salt), work)
    await file.sync()
    await file.close()
    file = undefined
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return manifest
  } catch (error) {
    await file?.close().catch(() => undefined)
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error instanceof AppError || codeOf(error)?.startsWith('E') !== true ? error : storageFault(path, error)
  }
}

async function fill(file: FileHandle, key: Uint8Array, work: (archive: ArchiveWriter) => Promise<Manifest['about']>): Promise<Manifest> {
  const files: ArchiveFile[] = []
  let frame = 0
  const put = async (name: string, bytes: Uint8Array, last: boolean): Promise<void> => {
    for (let at = 0; at === 0 || at < bytes.byteLength; at += PIECE) {
      const end = at + PIECE >= bytes.byteLength
      const sealed = sealFrame(key, { number: frame++, last: last && end }, { name, end, piece: bytes.subarray(at, at + PIECE) })
      await file.appendFile(sealed)
    }
  }
  const about = await work({
    async add(name, bytes) {
      files.push({ name, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') })
      await put(name, bytes, false)
    },
  })
  const manifest = { about, files }
  await put('manifest.json', Buffer.from(JSON.stringify(manifest)), true)
  return manifest
}

/** Reads all of it and throws for the first thing that is not as it was written. */
export async function checkArchive(path: string, key: Uint8Array): Promise<Manifest> {
  const seen: ArchiveFile[] = []
  let manifest: Manifest | undefined
  for await (const { name, bytes } of readArchive(path, key)) {
    if (name === 'manifest.json') manifest = JSON.parse(bytes.toString()) as Manifest
    else seen.push({ name, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  if (manifest === undefined || JSON.stringify(manifest.files) !== JSON.stringify(seen))
    throw damaged(path, 'its list of files does not fit')
  return manifest
}

/** Its files one after the other, each whole in memory; the manifest last. */
export async function* readArchive(path: string, key: Uint8Array): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> {
  const stream = new Pieces(path)
  try {
    const head = /^bonafide-backup 1 ([0-9a-f]{64})\n$/.exec((await stream.take(MAGIC.length + 2 + SALT_BYTES * 2)).toString('latin1'))
    if (head === null) throw badUsage(`"${path}" is no backup of this program, or was written by a newer version.`)
    const derived = keyOf(key, Buffer.from(head[1] as string, 'hex'))
    const pieces: Uint8Array[] = []
    for (let number = 0; ; number++) {
      const length = (await stream.take(4)).readUInt32BE()
      if (length > MOST_FRAME) throw damaged(path, 'a frame is too long')
      const opened = openFrame(derived, number, await stream.take(length))
      if (opened === undefined) throw wrong(path, number)
      pieces.push(opened.piece)
      if (opened.end) {
        yield { name: opened.name, bytes: Buffer.concat(pieces) }
        pieces.length = 0
      }
      if (!opened.last) continue
      if (await stream.more()) throw damaged(path, 'something stands behind its end')
      return
    }
  } finally {
    stream.close()
  }
}

const keyOf = (key: Uint8Array, salt: Uint8Array): Uint8Array => Buffer.from(hkdfSync('sha256', key, salt, MAGIC, KEY_BYTES))

const damaged = (path: string, why: string): AppError =>
  storage(`The backup "${path}" is damaged or was changed: ${why}. Nothing was restored. Use another one.`)
const wrong = (path: string, number: number): AppError =>
  number === 0
    ? storage(`The key does not open the backup "${path}". Name the key that it was made with.`)
    : damaged(path, `frame ${number} is not as it was written`)

/** A file in pieces of the length that is asked for. */
class Pieces {
  readonly #path: string
  readonly #stream: ReturnType<typeof createReadStream>
  readonly #chunks: AsyncIterator<Buffer>
  #held = Buffer.alloc(0)

  constructor(path: string) {
    this.#path = path
    this.#stream = createReadStream(path, { highWaterMark: PIECE })
    this.#chunks = (this.#stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) if (!(await this.#read())) throw damaged(this.#path, 'it ends too early')
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async more(): Promise<boolean> {
    return this.#held.length > 0 || this.#read()
  }

  async #read(): Promise<boolean> {
    try {
      const { done, value } = await this.#chunks.next()
      if (done === true) return false
      this.#held = Buffer.concat([this.#held, value])
      return true
    } catch (error) {
      throw storageFault(this.#path, error)
    }
  }

  close(): void {
    this.#stream.destroy()
  }
}
