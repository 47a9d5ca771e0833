import { createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SharedSecrets } from '../../engine/hooks/ports.ts'
import { storage } from '../../model/errors.ts'
import { KEY_BYTES } from './envelope.ts'
import { codeOf, makePrivateFolder, storageFault, writeDurably } from './durable-file.ts'

/** Secrets from one key, `shared.key` in the key folder, made at first use: HMAC-SHA256 over what they are for (as in NIST SP 800-108). */
export async function openSharedSecrets(folder: string): Promise<SharedSecrets> {
  await makePrivateFolder(folder)
  const path = join(folder, 'shared.key')
  const key = (await read(path)) ?? (await make(path, folder))
  return { of: (...purpose) => createHmac('sha256', key).update(JSON.stringify(purpose)).digest() }
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64')
    if (key.length !== KEY_BYTES) throw storage(`The key "${path}" is damaged. Restore it from your backup of the keys.`)
    return key
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw codeOf(error)?.startsWith('E') === true ? storageFault(path, error) : error
  }
}

async function make(path: string, folder: string): Promise<Buffer> {
  await writeDurably(path, Buffer.from(`${randomBytes(KEY_BYTES).toString('base64')}\n`), { wip: folder, onlyIfNew: true })
  // Another process may have been first; what stands on disk is the key.
  const stands = await read(path)
  if (stands === undefined) throw storage(`The key "${path}" vanished while it was being made. Check the disk, then try again.`)
  return stands
}
