import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KEY_BYTES } from '../../adapters/keys/envelope.ts'
import { codeOf, makePrivateFolder, storageFault, writeDurably } from '../../adapters/keys/durable-file.ts'
import { badUsage } from '../../model/errors.ts'

/** Where the key of backups lies unless another is named. Not part of the backup: a copy of it has to be kept elsewhere. */
export const keyPlace = (data: string): string => join(data, 'keys', 'backup.key')

/** Makes the key where there is none; `made` says so, since it must be copied to another place. */
export async function backupKey(path: string): Promise<{ readonly key: Uint8Array; readonly made: boolean }> {
  const found = await readKey(path)
  if (found !== undefined) return { key: found, made: false }
  await makePrivateFolder(dirname(path))
  await writeDurably(path, Buffer.from(`${randomBytes(KEY_BYTES).toString('base64')}\n`), { wip: dirname(path), onlyIfNew: true })
  return { key: await existingKey(path), made: true }
}

export async function existingKey(path: string): Promise<Uint8Array> {
  const key = await readKey(path)
  if (key === undefined) throw badUsage(`There is no key "${path}". Name the key that the backup was made with, with --key.`)
  return key
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw storageFault(path, error)
  }
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES) throw badUsage(`"${path}" is no key of a backup: it has to hold 32 bytes in base64.`)
  return key
}
