import type { FastifyRequest } from 'fastify'
import { MOST_BYTES, recognise, tooBig } from '../../engine/intake.ts'
import { failureOf, type Failure } from '../../engine/read.ts'
import { badUsage, tooLarge } from '../../model/errors.ts'
import type { ArtifactId } from '../../model/statement.ts'
import type { Parts } from './parts.ts'

/** A file that was sent and is kept, encrypted, under the hash of its bytes. */
export interface UploadedFile {
  readonly artifact: ArtifactId
  /** As the sender wrote it, without any folders before it; for people, never a path. */
  readonly name: string
  readonly size: number
}

/** What was sent as `multipart/form-data`. A file that cannot be taken is a failure, and the others are kept. */
export interface Upload {
  readonly files: readonly UploadedFile[]
  readonly failures: readonly Failure[]
}

/**
 * Takes the files one after the other, so that memory holds one of them and the disk none in plain. What a reader does not know is
 * refused by its bytes, whatever its name says; nothing is opened here. Throws `too-large` where all of them together are too many or too much.
 */
export async function uploadOf(parts: Parts, request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw badUsage('Send the files as multipart/form-data, each as a part named "file".')
  const { limits, deps, catalog } = parts
  const files: UploadedFile[] = []
  const failures: Failure[] = []
  let total = 0
  let count = 0
  for await (const part of request.files()) {
    if (++count > limits.files) throw tooLarge(`Up to ${limits.files} files are taken at once. Send the rest by themselves.`)
    const name = nameOf(part.filename)
    const bytes = await collected(part.file, limits.upload - total)
    total += bytes.read
    if (total > limits.upload)
      throw tooLarge(`The files are larger than ${Math.round(limits.upload / 1_048_576)} MB together. Send them in several calls.`)
    try {
      if (bytes.read > MOST_BYTES) throw tooBig(name, bytes.read)
      recognise(catalog.readers, { name, bytes: bytes.kept })
      files.push({ artifact: await deps.blobs.put(bytes.kept), name, size: bytes.read })
    } catch (error) {
      const failure = failureOf(name, error)
      if (failure.code === 'internal' || failure.code === 'storage') throw error
      failures.push(failure)
    }
  }
  if (count === 0) throw badUsage('There is no file in it. Send each as a part named "file".')
  return { files, failures }
}

/** A stream's bytes. What is beyond the largest file is counted and not kept; beyond `most` nothing is read. */
async function collected(stream: AsyncIterable<Uint8Array>, most: number): Promise<{ readonly kept: Uint8Array; readonly read: number }> {
  const chunks: Uint8Array[] = []
  let read = 0
  for await (const chunk of stream) {
    read += chunk.length
    if (read <= MOST_BYTES) chunks.push(chunk)
    if (read > most) break
  }
  return { kept: Buffer.concat(chunks), read }
}

/** Names longer than any file system's are cut; control characters go, folders too. */
const nameOf = (sent: string): string =>
  (sent.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\u0000-\u001F\u007F]/g, '').slice(-255) || 'unnamed'
