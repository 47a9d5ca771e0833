import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { storageFault } from '../../adapters/keys/durable-file.ts'

/** Uploads of this process whose files are in memory at a time; of the others they wait on disk. */
const AT_ONCE = 2

let free = AT_ONCE
const waiting: (() => void)[] = []

async function turn(): Promise<() => void> {
  if (free > 0) free--
  else await new Promise<void>((go) => waiting.push(go))
  return () => {
    const next = waiting.shift()
    if (next === undefined) free++
    else next()
  }
}

/** A file that came, on disk. */
export interface Spooled {
  /** Bytes that came, those that were let go of because they were too many among them. */
  readonly read: number
  bytes(): Promise<Uint8Array>
}

/**
 * Keeps the files of one request on disk until it is its turn to have them in memory, so that many that come at once need the memory
 * of few. What lies there is encrypted with a key that this process has and writes nowhere: after a crash it is noise.
 */
export class Spool {
  readonly #key = randomBytes(32)
  #folder: string | undefined
  #count = 0
  #over: (() => void) | undefined

  /** Takes a stream to its end; of more than `most` bytes it only counts them. */
  async put(stream: AsyncIterable<Uint8Array>, most: number): Promise<Spooled> {
    this.#folder ??= await mkdtemp(join(tmpdir(), `bonafide-upload-${process.pid}-`))
    const path = join(this.#folder, String(this.#count++))
    const nonce = randomBytes(16)
    let read = 0
    try {
      const cipher = createCipheriv('aes-256-ctr', this.#key, nonce)
      const file = await open(path, 'wx', 0o600)
      try {
        for await (const chunk of stream) {
          read += chunk.length
          if (read <= most) await file.appendFile(cipher.update(chunk))
        }
      } finally {
        await file.close()
      }
    } catch (error) {
      // What breaks off on the other side is no fault of the disk.
      const { syscall } = error as NodeJS.ErrnoException
      throw syscall === 'write' || syscall === 'open' ? storageFault(path, error) : error
    }
    return { read, bytes: () => this.#load(path, nonce) }
  }

  async #load(path: string, nonce: Uint8Array): Promise<Uint8Array> {
    this.#over ??= await turn()
    return createDecipheriv('aes-256-ctr', this.#key, nonce).update(await readFile(path))
  }

  /** When the request was answered: removes what lies there, and lets the next one in. */
  async end(): Promise<void> {
    this.#over?.()
    this.#over = undefined
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
  }
}
