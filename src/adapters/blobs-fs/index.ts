import { createHash } from 'node:crypto'
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from '../../engine/ports.ts'
import { notFound, storage } from '../../model/errors.ts'
import type { ArtifactId, TenantId } from '../../model/statement.ts'
import { codeOf, makePrivateFolder, storageFault, syncFolder, writeDurably } from '../keys/durable-file.ts'
import { openKeyring, tenantDigest } from '../keys/keyring.ts'
import { decodeBlob, encodeBlob, HEADER_BYTES, keyIdOf, type Named } from './blob-file.ts'

export interface BlobOptions {
  /** Where the encrypted files lie. */
  readonly folder: string
  /** The key folder. Back it up apart from the files: together they are plain text, without it they are noise. */
  readonly keys: string
  readonly tenant: TenantId
}

export interface FileBlobs extends Blobs {
  /**
   * New master key, new data key, every file encrypted anew, old keys forgotten. Readable at every moment; after a kill
   * the next call goes on. One process at a time: another one that still writes with the old key would lose what it wrote.
   * A damaged file is left as it is: the others are done, the old keys stay, and the fault says which file it is.
   * `report` is told how many files of how many are done.
   */
  rotate(report?: (done: number, of: number) => void): Promise<void>
}

/** Temporary files of a process that was killed; older than this, nobody is still writing them. */
const STALE_MS = 3_600_000

/** A tenant's received bytes under their SHA-256, encrypted at rest with the tenant's data key. */
export async function openBlobs({ folder, keys, tenant }: BlobOptions): Promise<FileBlobs> {
  const root = join(folder, tenantDigest(tenant))
  const wip = join(root, 'wip')
  await makePrivateFolder(wip)
  const keyring = await openKeyring({ folder: keys, tenant, mayMake: (await ids(root)).length === 0 })
  await sweep(wip)

  /** Writes that have begun; a rotation waits for those that may still use the old key. */
  const writing = new Set<Promise<unknown>>()
  const pathOf = (id: ArtifactId): string => join(root, id.slice(0, 2), id)
  const named = (artifact: ArtifactId): Named => ({ tenant, artifact })

  async function readPlain(id: ArtifactId): Promise<Uint8Array> {
    if (!isId(id)) throw notFound('artifact', id)
    const file = await readFile(pathOf(id)).catch((error: unknown) => {
      throw codeOf(error) === 'ENOENT' ? notFound('artifact', id) : storageFault(pathOf(id), error)
    })
    const keyId = keyIdOf(file)
    const key = keyring.byId(keyId ?? '')
    if (keyId !== undefined && key === undefined) {
      throw storage(
        `The stored file "${pathOf(id)}" was encrypted with a key that is not in "${keys}". ` +
          'If another process has just rotated the keys, start this one again; else restore the key folder from your backup of the keys.',
      )
    }
    try {
      if (key === undefined) throw new Error('no file of ours')
      const plain = decodeBlob(file, key, named(id))
      if (sha256(plain) !== id) throw new Error('the bytes have another SHA-256')
      return plain
    } catch (cause) {
      throw storage(
        `The stored file "${pathOf(id)}" was changed or damaged, so it was not used. Restore it from a backup, or hand in the original again.`,
        cause,
      )
    }
  }

  async function write(id: ArtifactId, plain: Uint8Array): Promise<void> {
    const path = pathOf(id)
    await makePrivateFolder(dirname(path))
    await writeDurably(path, encodeBlob(plain, keyring.current(), named(id)), { wip })
  }

  async function encryptAnew(id: ArtifactId): Promise<void> {
    const keyId = await keyIdAt(pathOf(id))
    if (keyId !== 'gone' && keyId !== keyring.current().id) await write(id, await readPlain(id))
  }

  /** Deleting waits while a rotation has the file in hand; else the rotation would write back what was just forgotten. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    await mine
  }

  return {
    async put(bytes) {
      const id = sha256(bytes)
      // Read rather than looked for: handing in the original again mends a damaged file.
      if (
        await readPlain(id).then(
          () => true,
          () => false,
        )
      )
        return id
      const work = write(id, bytes)
      writing.add(work)
      await work.finally(() => writing.delete(work))
      return id
    },
    get: readPlain,
    idOf: async (bytes) => Promise.resolve(sha256(bytes)),
    async has(id) {
      return (
        isId(id) &&
        (await stat(pathOf(id)).then(
          () => true,
          () => false,
        ))
      )
    },
    async delete(id) {
      if (isId(id)) await inTurn(async () => remove(pathOf(id)))
    },
    async rotate(report = () => undefined) {
      await keyring.beginRotation()
      await Promise.allSettled(writing)
      const all = await ids(root)
      const faults: unknown[] = []
      report(0, all.length)
      for (const [i, id] of all.entries()) {
        await inTurn(async () => encryptAnew(id)).catch((error: unknown) => faults.push(error))
        report(i + 1, all.length)
      }
      if (faults.length > 0) throw faults[0]
      await keyring.finishRotation()
    },
  }
}

const sha256 = (bytes: Uint8Array): ArtifactId => createHash('sha256').update(bytes).digest('hex')
const isId = (id: string): boolean => /^[0-9a-f]{64}$/.test(id)

async function ids(root: string): Promise<readonly ArtifactId[]> {
  const shelves = (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))
  const lists = await Promise.all(shelves.map(async (shelf) => readdir(join(root, shelf))))
  return lists.flat().filter(isId).sort()
}

async function keyIdAt(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, 'r')
    const head = Buffer.alloc(HEADER_BYTES)
    try {
      const { bytesRead } = await file.read(head, 0, HEADER_BYTES, 0)
      return keyIdOf(head.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone'
    throw storageFault(path, error)
  }
}

async function remove(path: string): Promise<void> {
  try {
    await rm(path, { force: true })
    await syncFolder(dirname(path))
  } catch (error) {
    // No folder, no file.
    if (codeOf(error) !== 'ENOENT') throw storageFault(path, error)
  }
}

async function sweep(wip: string): Promise<void> {
  for (const name of await readdir(wip)) {
    const path = join(wip, name)
    const age = await stat(path).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    )
    if (age > STALE_MS) await rm(path, { force: true })
  }
}
