import { createHash, randomBytes } from 'node:crypto'
import { storage } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import { KEY_BYTES, seal, unseal } from './envelope.ts'
import { openKeyFiles, type KeyFiles, type MasterFile, type TenantFile } from './key-files.ts'

export interface DataKey {
  /** 16 hexadecimal digits. */
  readonly id: string
  readonly key: Uint8Array
}

/** A tenant's data keys, unwrapped in memory. What they encrypt names the key by its id. */
export interface Keyring {
  /** What new bytes are encrypted with. */
  current(): DataKey
  byId(id: string): DataKey | undefined
  /**
   * Makes a new master key, wraps every tenant's data keys with it, and makes this tenant a new data key. Old keys stay
   * until `finishRotation`. After a kill, goes on with the rotation that was under way.
   */
  beginRotation(): Promise<void>
  /** Forgets the old keys on disk; call when nothing is encrypted with them any more. */
  finishRotation(): Promise<void>
}

/** A tenant's folder and key file are named by a digest, so that no name of a tenant can be a path. */
export const tenantDigest = (tenant: TenantId): string => createHash('sha256').update(`tenant:${tenant}`).digest('hex').slice(0, 32)

/**
 * Opens the key folder; at first start makes it, a master key and the tenant's data key. Where something is encrypted
 * already, `mayMake` is false: new keys would not open it, and would hide that the old ones are missing.
 */
export async function openKeyring(options: {
  readonly folder: string
  readonly tenant: TenantId
  readonly mayMake: boolean
}): Promise<Keyring> {
  const files = await openKeyFiles(options.folder)
  const name = tenantDigest(options.tenant)
  const found = await files.readTenant(name)
  if (found === undefined && !options.mayMake) {
    throw storage(
      `The keys that the stored files were encrypted with are not in "${options.folder}". Restore that folder from your backup of the keys, or name the right one.`,
    )
  }
  let master = await openMaster(files, options.folder)
  let own = found ?? (await firstDataKey(files, options.tenant, master))
  /** Keys once held stay held until the process ends: a read that began before a rotation's end still opens. */
  const held = new Map<string, DataKey>()
  const hold = (): void => {
    for (const wrapped of own.keys) held.set(wrapped.id, { id: wrapped.id, key: unwrap(own.tenant, wrapped, master) })
  }
  hold()

  return {
    current: () => held.get(own.current) as DataKey,
    byId: (id) => held.get(id),

    async beginRotation() {
      if (master.keys.length === 1) {
        const key = newMasterKey()
        master = { format: 1, current: key.id, keys: [...master.keys, key] }
        await files.writeMaster(master)
      }
      await wrapAllAnew(files, master)
      let next = (await files.readTenant(name)) ?? own
      if (next.keys.find((k) => k.id === next.current)?.madeUnder !== master.current) {
        const key = newDataKey(next.tenant, master)
        next = { ...next, current: key.id, keys: [...next.keys, key] }
        // On disk before anything is encrypted with it.
        await files.writeTenant(name, next)
      }
      own = next
      hold()
    },

    async finishRotation() {
      own = { ...own, keys: own.keys.filter((k) => k.id === own.current) }
      await files.writeTenant(name, own)
      // Again, for a tenant that came while the rotation ran.
      await wrapAllAnew(files, master)
      master = { ...master, keys: master.keys.filter((k) => k.id === master.current) }
      await files.writeMaster(master)
    },
  }
}

async function openMaster(files: KeyFiles, folder: string): Promise<MasterFile> {
  const found = await files.readMaster()
  if (found !== undefined) return found
  if ((await files.tenantNames()).length > 0) {
    throw storage(
      `The master key in "${folder}" is missing, though it was used before. Restore master.json from your backup of the keys; a new one would not open the stored files.`,
    )
  }
  const key = newMasterKey()
  await files.writeMaster({ format: 1, current: key.id, keys: [key] }, true)
  // Another process may have been first; what stands on disk is the key.
  const stands = await files.readMaster()
  if (stands === undefined)
    throw storage(`The master key in "${folder}" vanished while it was being made. Check the disk, then run the same command again.`)
  return stands
}

async function firstDataKey(files: KeyFiles, tenant: TenantId, master: MasterFile): Promise<TenantFile> {
  const key = newDataKey(tenant, master)
  const file: TenantFile = { format: 1, tenant, current: key.id, keys: [key] }
  await files.writeTenant(tenantDigest(tenant), file, true)
  return (await files.readTenant(tenantDigest(tenant))) ?? file
}

async function wrapAllAnew(files: KeyFiles, master: MasterFile): Promise<void> {
  for (const name of await files.tenantNames()) {
    const file = await files.readTenant(name)
    if (file === undefined || file.keys.every((k) => k.wrappedBy === master.current)) continue
    const keys = file.keys.map((k) => ({ ...k, ...wrap(file.tenant, { id: k.id, key: unwrap(file.tenant, k, master) }, master) }))
    await files.writeTenant(name, { ...file, keys })
  }
}

type Wrapped = TenantFile['keys'][number]

const newId = (): string => randomBytes(8).toString('hex')
const newMasterKey = (): MasterFile['keys'][number] => ({ id: newId(), key: randomBytes(KEY_BYTES).toString('base64') })
const newDataKey = (tenant: TenantId, master: MasterFile): Wrapped => {
  const key = { id: newId(), key: randomBytes(KEY_BYTES) }
  return { id: key.id, madeUnder: master.current, ...wrap(tenant, key, master) }
}

const boundTo = (tenant: TenantId, id: string, wrappedBy: string): string => JSON.stringify(['data-key', 1, tenant, id, wrappedBy])

function wrap(tenant: TenantId, { id, key }: DataKey, master: MasterFile): Pick<Wrapped, 'wrappedBy' | 'nonce' | 'box'> {
  const { nonce, box } = seal(masterKey(master, master.current), key, boundTo(tenant, id, master.current))
  return { wrappedBy: master.current, nonce: Buffer.from(nonce).toString('base64'), box: Buffer.from(box).toString('base64') }
}

function unwrap(tenant: TenantId, wrapped: Wrapped, master: MasterFile): Uint8Array {
  const { id, wrappedBy, nonce, box } = wrapped
  try {
    const key = masterKey(master, wrappedBy)
    return unseal(key, { nonce: Buffer.from(nonce, 'base64'), box: Buffer.from(box, 'base64') }, boundTo(tenant, id, wrappedBy))
  } catch (cause) {
    throw storage(
      'The master key does not open the data key: it is another one than the stored files were made with. Restore the key folder as a whole from your backup of the keys.',
      cause,
    )
  }
}

function masterKey(master: MasterFile, id: string): Uint8Array {
  const found = master.keys.find((k) => k.id === id)
  if (found === undefined) throw new Error(`no master key ${id}`)
  return Buffer.from(found.key, 'base64')
}
