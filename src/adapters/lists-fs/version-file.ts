import { digest } from '../../compute/digest.ts'
import type { ListVersion } from '../../engine/lists/ports.ts'

/** Files of a version that are made from the originals, with the hash of each. */
export const DERIVED = ['parties.jsonl', 'offsets', 'names.index', 'notes.json'] as const
export type Derived = (typeof DERIVED)[number]
export type Hashes = Readonly<Record<Derived, string>>

/** `version.json`: the version, the hashes of what was made from the files, and a seal over both. */
export function encodeVersion(version: ListVersion, hashes: Hashes): Uint8Array {
  const content = { version, hashes }
  return Buffer.from(`${JSON.stringify({ ...content, seal: seal(content) }, null, 2)}\n`)
}

/** Undefined for anything but what was written, down to the byte that was changed by hand. */
export function decodeVersion(text: string): { readonly version: ListVersion; readonly hashes: Hashes } | undefined {
  try {
    const { version, hashes, seal: sealed } = JSON.parse(text) as { version: ListVersion; hashes: Hashes; seal: unknown }
    return seal({ version, hashes }) === sealed ? { version, hashes } : undefined
  } catch {
    return undefined
  }
}

const seal = (content: { version: ListVersion; hashes: Hashes }): string => digest(JSON.stringify([content.version, content.hashes]))
