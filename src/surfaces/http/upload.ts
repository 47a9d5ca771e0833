import type { FastifyRequest } from 'fastify'
import { MOST_BYTES, tooBig, type ReceivedFile } from '../../engine/intake.ts'
import { failureOf, type Failure } from '../../engine/read.ts'
import { badUsage, tooLarge } from '../../model/errors.ts'
import type { Limits } from './parts.ts'
import type { Spool, Spooled } from './spool.ts'

/** A file that was sent, or why it cannot be taken. */
export type Sent = { readonly file: ReceivedFile } | { readonly failure: Failure }

/** Of one request: its limits, and where its files wait. */
export interface Receiving {
  readonly limits: Limits
  readonly request: FastifyRequest
  readonly spool: Spool
}

/**
 * The files of a `multipart/form-data` body. All are received before the first is handed out, and each is brought into memory when it is
 * asked for: whoever keeps none in hand needs the memory of one. What is too large is told and passed over, and the others go on.
 */
export async function* uploadOf(receiving: Receiving): AsyncGenerator<Sent> {
  const { files } = await received(receiving)
  if (files.length === 0) throw badUsage('There is no file in it. Send each as a part named "file".')
  for (const file of files) yield 'failure' in file ? file : { file: await fileOf(file) }
}

/** What was written into a form, by the name of its field, and the files with it, all in hand. Throws where a file cannot be taken. */
export async function formOf(receiving: Receiving): Promise<Form> {
  const { fields, files } = await received(receiving)
  const taken: ReceivedFile[] = []
  for (const file of files) {
    if ('failure' in file) throw tooLarge(file.failure.detail)
    taken.push(await fileOf(file))
  }
  return { fields: Object.fromEntries(fields), files: taken }
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly ReceivedFile[]
}

interface Waiting {
  readonly name: string
  readonly spooled: Spooled
}

const fileOf = async ({ name, spooled }: Waiting): Promise<ReceivedFile> => ({ path: name, name, bytes: await spooled.bytes() })

interface Received {
  readonly fields: ReadonlyMap<string, string>
  readonly files: readonly (Waiting | { readonly failure: Failure })[]
}

/** All of the form. Throws `usage` for one that is broken. */
async function received(receiving: Receiving): Promise<Received> {
  if (!receiving.request.isMultipart()) throw badUsage('Send the files as multipart/form-data, each as a part named "file".')
  try {
    return await partsOf(receiving)
  } catch (error) {
    // The parser says it by a plain error; what is ours, the machine's or the framework's has a class or a code.
    const plain = error instanceof Error && Object.getPrototypeOf(error) === Error.prototype && !('code' in error || 'statusCode' in error)
    if (!plain) throw error
    throw badUsage('The form breaks off, or the border between its parts is not the one that its content type names. Send it again whole.')
  }
}

async function partsOf({ limits, request, spool }: Receiving): Promise<Received> {
  const fields = new Map<string, string>()
  const files: (Waiting | { readonly failure: Failure })[] = []
  let total = 0
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw tooLarge(`What stands in "${part.fieldname}" is too long. Attach it as a file.`)
      fields.set(part.fieldname, String(part.value))
      continue
    }
    const name = nameOf(part.filename)
    const left = limits.upload - total
    const spooled = await spool.put(part.file, Math.min(MOST_BYTES, left))
    const { read } = spooled
    total += Math.min(read, MOST_BYTES)
    if (read > MOST_BYTES) files.push({ failure: failureOf(name, tooBig(name, read)) })
    else if (read > left) files.push({ failure: failureOf(name, beyond(limits)) })
    else files.push({ name, spooled })
  }
  return { fields, files }
}

const beyond = ({ upload }: Limits) =>
  tooLarge(`All files together are larger than ${Math.round(upload / 1_048_576)} MB. This one was not taken; send it in another call.`)

/** The last part of what may be a path, without control characters, no longer than a file system takes. */
const nameOf = (sent: string): string =>
  (sent.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\u0000-\u001F\u007F]/g, '').slice(-255) || 'unnamed'
