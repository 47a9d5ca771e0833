import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import pc from 'picocolors'
import { ed25519, fingerprintInWords } from '../../adapters/keys/signature.ts'
import { digest } from '../../compute/digest.ts'
import { folderFaults, manifestFaults, readManifest, safePaths, type ManifestFault } from '../../engine/manifest-verify.ts'
import { badUsage } from '../../model/errors.ts'
import { MANIFEST_FILE, type Manifest } from '../../model/manifest.ts'
import { listFolder } from './folder-listing.ts'
import { plain, plainJson } from './plain.ts'
import { complain, EXIT } from './session.ts'

/** A list of a million items; more is not read into memory. */
const MOST_BYTES = 512 << 20
/** Named one by one; `--json` has them all. */
const MOST_NAMED = 200

/** Checks an export with nothing but its own folder: no data folder, no database, no network. */
export async function verifyCommand(folder: string, options: { readonly key?: string; readonly json?: boolean }): Promise<void> {
  try {
    const expected = options.key === undefined ? undefined : fingerprintFrom(options.key)
    const { manifest, sha256, faults } = await verifyFolder(folder, expected)
    if (options.json === true) process.stdout.write(`${plainJson(verifyDocument(manifest, sha256, faults))}\n`)
    else say(folder, manifest, faults, { sha256, expected })
    process.exitCode = faults.length === 0 ? EXIT.done : EXIT.fault
  } catch (error) {
    process.exitCode = complain(error)
  }
}

interface Verified {
  readonly manifest: Manifest | undefined
  /** Of the manifest's bytes: what the sender's log has. */
  readonly sha256: string
  readonly faults: readonly ManifestFault[]
}

async function verifyFolder(folder: string, expected: string | undefined): Promise<Verified> {
  const text = await manifestText(folder)
  const sha256 = digest(text)
  const { manifest, faults } = readManifest(text)
  if (manifest === undefined) return { manifest, sha256, faults }
  const found = await listFolder(folder, safePaths(manifest))
  return { manifest, sha256, faults: [...faults, ...manifestFaults(manifest, ed25519, expected), ...folderFaults(manifest, found)] }
}

async function manifestText(folder: string): Promise<string> {
  const path = join(folder, MANIFEST_FILE)
  const stat = await lstat(path).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT' || (cause as NodeJS.ErrnoException).code === 'ENOTDIR')
      throw badUsage(
        `There is no ${MANIFEST_FILE} in "${folder}". Name the folder of an export; one without it was not written to its end, or somebody took it out.`,
      )
    throw cause
  })
  if (!stat.isFile()) throw badUsage(`"${path}" is no plain file, so it was not opened.`)
  if (stat.size > MOST_BYTES) throw badUsage(`"${path}" is larger than any manifest of this program, so it was not opened.`)
  return readFile(path, 'utf8')
}

/** As it is read out or pasted: blanks, colons and capitals do not matter. */
export function fingerprintFrom(text: string): string {
  const key = text.replace(/[\s:]+/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(key))
    throw badUsage('A fingerprint has 64 digits 0–9 and a–f. The sender reads it out with `bonafide keys list`.')
  return key
}

function say(
  folder: string,
  manifest: Manifest | undefined,
  faults: readonly ManifestFault[],
  more: { sha256: string; expected: string | undefined },
): void {
  const out = (text: string): boolean => process.stdout.write(`${text}\n`)
  const signature = faults.some((f) => f.kind === 'signature')
  if (manifest !== undefined) {
    out(pc.bold(plain(`Export of ${manifest.subject.personas.length} personas that share something (${manifest.subject.id})`)))
    out(
      plain(
        `made ${manifest.created_at_utc.slice(0, 16).replace('T', ' ')} UTC by ${manifest.prepared_by.user} with ${manifest.tool.name} ${manifest.tool.version}, for: ${manifest.purpose}`,
      ),
    )
    out(
      plain(
        `handling ${manifest.tlp}; ${manifest.approved_by === null ? 'nobody has approved that it is handed on' : `approved by ${manifest.approved_by.user}`}`,
      ),
    )
  }
  if (faults.length === 0)
    out(`${pc.green('✓')} All ${manifest?.items.length ?? 0} items are as they were signed; nothing is missing and nothing was added.`)
  for (const { path, kind, says } of faults.slice(0, MOST_NAMED)) out(`${pc.red('✗')} ${plain(`${kind}: ${path}: ${says}`)}`)
  if (faults.length > MOST_NAMED) out(`  and ${faults.length - MOST_NAMED} more; --json names them all`)
  if (manifest === undefined) return
  const key = ed25519.keyId(manifest.signature.public_key)
  if (signature) out(`${pc.red('✗')} The list itself cannot be relied on, so neither can what it says of the files in ${plain(folder)}.`)
  else if (key !== undefined) {
    out(`${pc.green('✓')} The signature holds. It was made with the key\n    ${fingerprintInWords(key)}`)
    if (more.expected === undefined)
      out(
        'Anybody can sign with a key of their own. Ask the sender for the fingerprint over another way than this export came\n(a phone call, in person); they see it with `bonafide keys list`. Then: bonafide verify <folder> --key "<fingerprint>"',
      )
  }
  out(pc.dim(`manifest sha256 ${more.sha256}; the sender’s log has the same in its row "exported"`))
}

function verifyDocument(manifest: Manifest | undefined, sha256: string, faults: readonly ManifestFault[]) {
  const key = manifest === undefined ? undefined : ed25519.keyId(manifest.signature.public_key)
  return {
    whole: faults.length === 0,
    manifest: sha256,
    cluster: manifest?.subject.id ?? null,
    made: manifest?.created_at_utc ?? null,
    items: manifest?.items.length ?? 0,
    signature: { holds: manifest !== undefined && !faults.some((f) => f.kind === 'signature'), key: key ?? null },
    faults,
  }
}
