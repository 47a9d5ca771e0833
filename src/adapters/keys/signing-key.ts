import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { storage } from '../../model/errors.ts'
import type { Instant, TenantId } from '../../model/statement.ts'
import type { Signer } from '../../engine/manifest.ts'
import { openKeyFiles, type SigningFile } from './key-files.ts'
import { tenantDigest } from './keyring.ts'
import { keyIdOf } from './signature.ts'

/** A key as it may be shown. */
export type SigningKey = SigningFile['keys'][number]

/**
 * The key that exports are signed with: `signing/<digest of the tenant>.json` in the key folder, as private as the master key and,
 * like it, not wrapped by another: both lie in one folder, so wrapping would only look safer. Old keys stay with their public half,
 * so that a signature of years ago can still be told to be ours.
 */
export interface SigningKeys {
  /** Makes the key on first use. */
  signer(now: Instant): Promise<Signer>
  /** Newest first; empty when nothing was ever signed. */
  list(): Promise<readonly SigningKey[]>
  /** A new key from now on; does nothing where none was made yet. */
  rotate(now: Instant): Promise<void>
}

export async function openSigningKeys(options: { readonly folder: string; readonly tenant: TenantId }): Promise<SigningKeys> {
  const files = await openKeyFiles(options.folder)
  const name = tenantDigest(options.tenant)

  const first = async (now: Instant): Promise<SigningFile> => {
    const made = newKey(now)
    await files.writeSigning(name, { format: 1, private: made.private, keys: [made.key] }, true)
    // Another process may have been first; what stands on disk is the key.
    const stands = await files.readSigning(name)
    if (stands === undefined)
      throw storage(
        `The signing key in "${options.folder}" vanished while it was being made. Check the disk, then run the same command again.`,
      )
    return stands
  }

  return {
    async signer(now) {
      const file = (await files.readSigning(name)) ?? (await first(now))
      return signerOf(file, options.folder)
    },
    list: async () => (await files.readSigning(name))?.keys ?? [],
    async rotate(now) {
      const file = await files.readSigning(name)
      if (file === undefined) return
      const made = newKey(now)
      const [current, ...older] = file.keys
      const retired = current === undefined ? [] : [{ ...current, retired: now }]
      await files.writeSigning(name, { format: 1, private: made.private, keys: [made.key, ...retired, ...older] })
    },
  }
}

function signerOf(file: SigningFile, folder: string): Signer {
  const [current] = file.keys
  try {
    const key = createPrivateKey({ key: Buffer.from(file.private, 'base64'), format: 'der', type: 'pkcs8' })
    const keyId = current?.id ?? ''
    return { keyId, publicKey: current?.public ?? '', sign: (text) => sign(null, Buffer.from(text), key).toString('base64') }
  } catch (cause) {
    throw storage(
      `The signing key in "${folder}" is damaged. Restore the folder "signing" from your backup of the keys, or make a new key with \`bonafide keys rotate\`.`,
      cause,
    )
  }
}

function newKey(now: Instant): { readonly private: string; readonly key: SigningKey } {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return {
    private: pair.privateKey.toString('base64'),
    key: { id: keyIdOf(pair.publicKey), public: pair.publicKey.toString('base64'), made: now },
  }
}
