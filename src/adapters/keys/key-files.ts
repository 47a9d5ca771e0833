import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { storage } from '../../model/errors.ts'
import { codeOf, makePrivateFolder, storageFault, writeDurably } from './durable-file.ts'

/**
 * The key folder on disk, mode 0700, every file 0600:
 *
 *     master.json             the master keys; more than one only while a rotation is under way
 *     tenants/<digest>.json   a tenant's data keys, each wrapped by a master key
 *     signing/<digest>.json   a tenant's signing key and the public halves of earlier ones; made with the first export
 */
const id = z.string().regex(/^[0-9a-f]{16}$/)
const base64 = z.base64()
const master = z.strictObject({ format: z.literal(1), current: id, keys: z.array(z.strictObject({ id, key: base64 })).min(1) })
const tenant = z.strictObject({
  format: z.literal(1),
  /** The tenant's name, so that the file can be wrapped anew by a rotation that another tenant started. */
  tenant: z.string(),
  current: id,
  /** `madeUnder`: the master key that was current when the data key was made; tells a resumed rotation whether it made one already. */
  keys: z.array(z.strictObject({ id, madeUnder: id, wrappedBy: id, nonce: base64, box: base64 })).min(1),
})
const signingKey = z.strictObject({
  /** SHA-256 of the public key. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** SubjectPublicKeyInfo. */
  public: base64,
  made: z.iso.datetime(),
  retired: z.iso.datetime().optional(),
})
const signing = z.strictObject({
  format: z.literal(1),
  /** PKCS #8 of the first key of the list. */
  private: base64,
  /** Newest first. */
  keys: z.array(signingKey).min(1),
})
export type SigningFile = z.infer<typeof signing>
export type MasterFile = z.infer<typeof master>
export type TenantFile = z.infer<typeof tenant>

export interface KeyFiles {
  readMaster(): Promise<MasterFile | undefined>
  /** False when there was one already and `onlyIfNew` is set. */
  writeMaster(file: MasterFile, onlyIfNew?: boolean): Promise<boolean>
  readTenant(name: string): Promise<TenantFile | undefined>
  writeTenant(name: string, file: TenantFile, onlyIfNew?: boolean): Promise<boolean>
  readSigning(name: string): Promise<SigningFile | undefined>
  writeSigning(name: string, file: SigningFile, onlyIfNew?: boolean): Promise<boolean>
  /** Names as given to `readTenant`. */
  tenantNames(): Promise<readonly string[]>
}

/** Makes the folder at first start. Throws `storage` when others may look into it. */
export async function openKeyFiles(folder: string): Promise<KeyFiles> {
  const tenants = join(folder, 'tenants')
  await makePrivateFolder(tenants)
  for (const path of [folder, tenants]) await refuseLoose(path, '700')

  const read = async <T>(path: string, shape: z.ZodType<T>): Promise<T | undefined> => {
    try {
      const text = await readFile(path, 'utf8')
      await refuseLoose(path, '600')
      const found = shape.safeParse(JSON.parse(text))
      if (!found.success) throw damaged(path, found.error)
      return found.data
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      if (error instanceof SyntaxError) throw damaged(path, error)
      throw codeOf(error)?.startsWith('E') === true ? storageFault(path, error) : error
    }
  }
  const write = async (path: string, file: unknown, onlyIfNew: boolean): Promise<boolean> =>
    writeDurably(path, Buffer.from(JSON.stringify(file, null, 2)), { wip: folder, onlyIfNew })

  return {
    readMaster: async () => read(join(folder, 'master.json'), master),
    writeMaster: async (file, onlyIfNew = false) => write(join(folder, 'master.json'), file, onlyIfNew),
    readTenant: async (name) => read(join(tenants, `${name}.json`), tenant),
    writeTenant: async (name, file, onlyIfNew = false) => write(join(tenants, `${name}.json`), file, onlyIfNew),
    readSigning: async (name) => read(join(folder, 'signing', `${name}.json`), signing),
    async writeSigning(name, file, onlyIfNew = false) {
      await makePrivateFolder(join(folder, 'signing'))
      return write(join(folder, 'signing', `${name}.json`), file, onlyIfNew)
    },
    tenantNames: async () =>
      (await readdir(tenants)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)),
  }
}

/** A key that others could have read is no key. Not checked on Windows, which has no such modes. */
async function refuseLoose(path: string, wanted: '700' | '600'): Promise<void> {
  if (process.platform === 'win32') return
  const mode = (await lstat(path)).mode & 0o777
  if ((mode & 0o077) === 0) return
  throw storage(
    `"${path}" holds keys and can be reached by other users of this machine (mode ${mode.toString(8)}). ` +
      `If nobody else had access, run: chmod ${wanted} "${path}". If somebody may have, rotate the keys afterwards.`,
  )
}

const damaged = (path: string, cause: unknown) =>
  storage(
    `The key file "${path}" is damaged. Restore it from your backup of the keys; without it ${path.includes('signing') ? 'nothing can be signed in the name of before' : 'the stored files cannot be read'}.`,
    cause,
  )
