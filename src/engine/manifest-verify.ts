import { MANIFEST_FILE, manifestShape, type Manifest } from '../model/manifest.ts'
import { canonical, merkleRoot, signedText } from './manifest.ts'

/** One thing that is not as it was signed. */
export interface ManifestFault {
  /** Path below the folder. */
  readonly path: string
  readonly kind: 'changed' | 'missing' | 'added' | 'unsafe' | 'signature'
  readonly says: string
}

/** What lies in the folder. Nothing that is not a plain file is opened or followed. */
export interface FoundEntry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly size: number
  /** Of plain files that the manifest names. */
  readonly sha256: string | undefined
}

/** Ed25519 and SHA-256 of keys, done by the machine's library. */
export interface SignatureCheck {
  holds(publicKey: string, text: string, value: string): boolean
  /** `undefined` when these bytes are no Ed25519 key. */
  keyId(publicKey: string): string | undefined
}

const about = (kind: ManifestFault['kind'], says: string, path = MANIFEST_FILE): ManifestFault => ({ path, kind, says })

/** The manifest as it is written, or why it is none. A text that reads the same but is spelled otherwise is not what was signed. */
export function readManifest(text: string): { readonly manifest?: Manifest; readonly faults: readonly ManifestFault[] } {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { faults: [about('changed', 'It is not JSON any more: it was cut off or edited.')] }
  }
  const shaped = manifestShape.safeParse(parsed)
  if (!shaped.success) {
    const [issue] = shaped.error.issues
    return {
      faults: [
        about('changed', `It is not a manifest as this program writes them: /${issue?.path.join('/') ?? ''} ${issue?.message ?? ''}.`),
      ],
    }
  }
  const respelled =
    text === spelling(parsed)
      ? []
      : [about('changed', 'It is spelled otherwise than it was signed: white space, order, or a field that stands twice.')]
  return { manifest: shaped.data, faults: respelled }
}

function spelling(parsed: unknown): string | undefined {
  try {
    return canonical(parsed)
  } catch {
    return undefined
  }
}

/** Whether the signature holds, and what the manifest says about itself that is not so. `expected`: the fingerprint that the sender named. */
export function manifestFaults(manifest: Manifest, check: SignatureCheck, expected?: string): readonly ManifestFault[] {
  const { signature, items, totals } = manifest
  const keyId = check.keyId(signature.public_key)
  const faults: ManifestFault[] = []
  if (keyId === undefined) faults.push(about('signature', 'The public key in it is not an Ed25519 key.'))
  else if (!check.holds(signature.public_key, signedText(manifest), signature.value))
    faults.push(about('signature', 'The signature does not hold: the manifest, the signature or the key was changed after signing.'))
  if (keyId !== undefined && keyId !== signature.key_id)
    faults.push(about('signature', 'The fingerprint in it is not the one of the key in it.'))
  if (expected !== undefined && keyId !== expected)
    faults.push(
      about('signature', 'It was signed with another key than the one you named with --key: somebody else made it, or made it anew.'),
    )
  if (totals.count !== items.length || totals.bytes !== items.reduce((sum, item) => sum + item.size, 0))
    faults.push(about('changed', 'Its totals are not the sum of its items.'))
  if (merkleRoot(items) !== manifest.merkle_root) faults.push(about('changed', 'Its Merkle root is not the one of its items.'))
  return faults
}

/** What each item's path may look like: names that every file system spells alike, so none can lead out of the folder or hide another. */
const SAFE = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*(?:\/[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*)*$/

/** Paths that may be opened: those that stay in the folder, each once. */
export function safePaths(manifest: Manifest): ReadonlySet<string> {
  return new Set(manifest.items.map((item) => item.id).filter((path) => SAFE.test(path) && path !== MANIFEST_FILE))
}

/** The folder against the list: what was changed, is missing, was added, or is not to be opened. In order of path. */
export function folderFaults(manifest: Manifest, found: readonly FoundEntry[]): readonly ManifestFault[] {
  const faults: ManifestFault[] = []
  const add = (path: string, kind: ManifestFault['kind'], says: string): void => void faults.push({ path, kind, says })
  const safe = safePaths(manifest)
  const there = new Map(found.map((entry) => [entry.path, entry]))
  const listed = new Set<string>()
  for (const { id, size, sha256, title } of manifest.items) {
    if (!safe.has(id)) {
      add(id, 'unsafe', 'The manifest names a path that could lead out of the folder or pass for another. It was not opened.')
      continue
    }
    if (listed.has(id)) add(id, 'unsafe', 'The manifest names it twice.')
    listed.add(id)
    const entry = there.get(id)
    if (entry === undefined) add(id, 'missing', `It is missing: ${title}.`)
    else if (entry.kind !== 'file')
      add(id, 'unsafe', `It is ${NOT_A_FILE[entry.kind]} and not the file that was signed. It was not opened.`)
    else if (entry.size !== size) add(id, 'changed', `It was changed: ${entry.size} bytes instead of ${size} (${title}).`)
    else if (entry.sha256 !== sha256) add(id, 'changed', `It was changed: its SHA-256 is another (${title}).`)
  }
  const folders = new Set([...listed].flatMap((path) => parents(path)))
  for (const { path, kind } of found) {
    if (listed.has(path) || path === MANIFEST_FILE || (kind === 'folder' && folders.has(path))) continue
    if (kind === 'file' || kind === 'folder') add(path, 'added', `It was added: the manifest does not name this ${kind}.`)
    else add(path, 'unsafe', `It was added and is ${NOT_A_FILE[kind]}. It was not opened.`)
  }
  return faults.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

const NOT_A_FILE = { folder: 'a folder', link: 'a link to somewhere else', other: 'no plain file' } as const

/** `a/b/c` → `a`, `a/b`. */
const parents = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, i, all) => all.slice(0, i + 1).join('/'))
