import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { documentTexts, type DocumentText } from '../../../engine/dedupe-text.ts'
import { MOST_BYTES, recognise, tooBig } from '../../../engine/intake.ts'
import type { Sandbox } from '../../../engine/ports.ts'
import type { Reader } from '../../../kit/reader.ts'
import { AppError, asAppError, unsupported } from '../../../model/errors.ts'
import { fileFault } from '../candidates.ts'
import type { Collection, Tick } from './collection.ts'
import { documentText } from './decode.ts'

const TEXT_NAME = /\.(?:txt|text|md|markdown)$/i
const DEEPEST = 32

export interface Reading {
  readonly readers: readonly Reader[]
  /** Opened when the first file needs it: a folder of plain text needs no process. */
  sandbox(): Promise<Sandbox>
  /** Files read at the same time. */
  readonly width: number
}

/** Every file below a folder as a document: text and Markdown directly, all else by the product's readers in the sandbox. */
export async function readFolder(folder: string, collection: Collection, reading: Reading, tick: Tick): Promise<void> {
  const waiting: { readonly name: string; readonly texts: Promise<readonly DocumentText[] | AppError> }[] = []
  const take = async (): Promise<void> => {
    const next = waiting.shift()
    if (next === undefined) return
    const texts = await next.texts
    if (texts instanceof AppError) {
      if (texts.status >= 500 || texts.code === 'cancelled') throw texts
      collection.fail(next.name, texts)
    } else for (const { part, text } of texts) collection.add(part === '' ? next.name : `${next.name} › ${part}`, 'again', text)
    await tick(collection)
  }
  for await (const path of filesBelow(folder, collection)) {
    // In the order of their names, whichever is read first.
    if (waiting.length >= reading.width) await take()
    const name = path.slice(folder.length).replace(/^[\\/]+/, '')
    waiting.push({ name, texts: textsOf(path, collection, reading).catch(asAppError) })
  }
  while (waiting.length > 0) await take()
}

async function textsOf(path: string, collection: Collection, reading: Reading): Promise<readonly DocumentText[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileFault(path, error)
  })
  const name = basename(path)
  collection.bytesRead += bytes.length
  if (TEXT_NAME.test(name)) return [{ part: '', text: documentText(name, bytes) }]
  const reader = recognise(reading.readers, { bytes, name })
  return documentTexts(name, await (await reading.sandbox()).read(reader.id, { bytes, name }))
}

async function* filesBelow(folder: string, collection: Collection, depth = 0): AsyncGenerator<string> {
  for (const name of (await readdir(folder)).filter((n) => !n.startsWith('.') && n !== 'Thumbs.db').sort()) {
    const path = join(folder, name)
    try {
      const stat = await lstat(path)
      if (stat.isDirectory() && depth < DEEPEST) yield* filesBelow(path, collection, depth + 1)
      else if (stat.isDirectory()) throw unsupported(`"${path}" lies more than ${DEEPEST} folders down and was not looked into.`)
      else if (!stat.isFile()) throw unsupported(`"${path}" is a link or a device and was not followed. Copy the file itself there.`)
      else if (stat.size > MOST_BYTES) throw tooBig(path, stat.size)
      else yield path
    } catch (error) {
      collection.fail(path, fileFault(path, error))
    }
  }
}
