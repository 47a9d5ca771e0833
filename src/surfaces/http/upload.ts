import type { FastifyRequest } from 'fastify'
import { MOST_BYTES, tooBig, type ReceivedFile } from '../../engine/intake.ts'
import { failureOf, type Failure } from '../../engine/read.ts'
import { badUsage, tooLarge } from '../../model/errors.ts'
import type { Limits } from './parts.ts'

/** A file that was sent, or why it cannot be taken. */
export type Sent = { readonly file: ReceivedFile } | { readonly failure: Failure }

/**
 * The files of a `multipart/form-data` body, one after the other as they come: whoever keeps none in hand needs the memory of one.
 * Nothing of them is opened or written anywhere here. What is too large is told and passed over, and the others go on.
 */
export async function* uploadOf(limits: Limits, request: FastifyRequest): AsyncGenerator<Sent> {
  let count = 0
  for await (const sent of partsOf(limits, request)) {
    if ('field' in sent) continue
    count++
    yield sent
  }
  if (count === 0) throw badUsage('There is no file in it. Send each as a part named "file".')
}

/** What was written into a form, by the name of its field, and the files with it, all in hand. Throws where a file cannot be taken. */
export async function formOf(limits: Limits, request: FastifyRequest): Promise<Form> {
  const fields = new Map<string, string>()
  const files: ReceivedFile[] = []
  for await (const sent of partsOf(limits, request)) {
    if ('field' in sent) fields.set(sent.field, sent.value)
    else if ('failure' in sent) throw tooLarge(sent.failure.detail)
    else files.push(sent.file)
  }
  return { fields: Object.fromEntries(fields), files }
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly ReceivedFile[]
}

async function* partsOf(
  limits: Limits,
  request: FastifyRequest,
): AsyncGenerator<Sent | { readonly field: string; readonly value: string }> {
  if (!request.isMultipart()) throw badUsage('Send the files as multipart/form-data, each as a part named "file".')
  let total = 0
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw tooLarge(`What stands in "${part.fieldname}" is too long. Attach it as a file.`)
      yield { field: part.fieldname, value: String(part.value) }
      continue
    }
    const name = nameOf(part.filename)
    const left = limits.upload - total
    const { kept, read } = await collected(part.file, Math.min(MOST_BYTES, left))
    total += Math.min(read, MOST_BYTES)
    if (read > MOST_BYTES) yield { failure: failureOf(name, tooBig(name, read)) }
    else if (read > left) yield { failure: failureOf(name, beyond(limits)) }
    else yield { file: { path: name, name, bytes: kept } }
  }
}

const beyond = ({ upload }: Limits) =>
  tooLarge(`All files together are larger than ${Math.round(upload / 1_048_576)} MB. This one was not taken; send it in another call.`)

/** A stream's bytes, which are let go of as soon as they are more than `most`; the rest is counted. */
async function collected(stream: AsyncIterable<Uint8Array>, most: number): Promise<{ readonly kept: Uint8Array; readonly read: number }> {
  let chunks: Uint8Array[] = []
  let read = 0
  for await (const chunk of stream) {
    read += chunk.length
    if (read <= most) chunks.push(chunk)
    else chunks = []
  }
  return { kept: Buffer.concat(chunks), read }
}

/** The last part of what may be a path, without control characters, no longer than a file system takes. */
const nameOf = (sent: string): string =>
  (sent.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\u0000-\u001F\u007F]/g, '').slice(-255) || 'unnamed'
