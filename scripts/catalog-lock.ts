import { createHash } from 'node:crypto'
import { type Entry, logicHashes } from './catalog-entries.ts'
import { hasFile, readText } from './modules.ts'
import type { Detector } from '../src/kit/detector.ts'
import type { List } from '../src/kit/list.ts'
import type { Reader } from '../src/kit/reader.ts'

/**
 * `catalog.lock.json` says what every detector, reader and list did under which version. The rule: once a release has been cut, an
 * entry may not change what it does under the version it was released with. `npm run gen -- --release` writes the released
 * version and hash beside each entry; from then on `npm run gen` refuses a changed hash under that version. Until the first
 * release nothing is frozen. A rewrite that changes the text and not the logic is let through with `--relock <id>`, which
 * shows in the lock file's diff and is reviewed there. Drafts are never frozen: they run nowhere.
 */

export interface LockEntry {
  readonly version: number
  readonly status?: Detector['status']
  readonly hash: string
  readonly released?: { readonly version: number; readonly hash: string }
}

const KINDS = ['detectors', 'readers', 'lists'] as const
type Kind = (typeof KINDS)[number]

export type Lock = { readonly release: string | null } & { readonly [K in Kind]: Readonly<Record<string, LockEntry>> }

const NOTHING_LOCKED: Lock = { release: null, detectors: {}, readers: {}, lists: {} }

export const LOCK_PATH = 'catalog.lock.json'

export interface LockOptions {
  /** Freeze everything as of this release. */
  readonly release?: string
  /** Entries whose changed text is accepted under the released version. */
  readonly relock: ReadonlySet<string>
}

function readLock(): Lock {
  if (!hasFile(LOCK_PATH)) return NOTHING_LOCKED
  return { ...NOTHING_LOCKED, ...(JSON.parse(readText(LOCK_PATH)) as Partial<Lock>) }
}

export interface LockedEntries {
  readonly detectors: readonly Entry<Detector>[]
  readonly readers: readonly Entry<Reader>[]
  readonly lists: readonly Entry<List>[]
}

export function makeLock(
  found: LockedEntries,
  options: LockOptions & { readonly before?: Lock },
): { readonly lock: Lock; readonly complaints: readonly string[] } {
  const before = options.before ?? readLock()
  const complaints: string[] = []
  const locked = (kind: Kind): Readonly<Record<string, LockEntry>> => {
    const hashes = logicHashes(found[kind])
    const here = new Set(found[kind].map((e) => e.id))
    for (const [id, { released }] of Object.entries(before[kind])) {
      if (released !== undefined && !here.has(id))
        complaints.push(`${id}: was released and is gone. Keep it with status 'retired', and say why and what follows it.`)
    }
    return Object.fromEntries(found[kind].map(({ id, card }) => [id, entry(kind, id, { card, hash: hashes.get(id) ?? '' })]))
  }
  const entry = (kind: Kind, id: string, { card, hash }: { card: Detector | Reader | List; hash: string }): LockEntry => {
    const status = 'status' in card ? card.status : undefined
    const was = before[kind][id]?.released
    const now = { version: card.version, ...(status === undefined ? {} : { status }), hash }
    if (was !== undefined && card.version < was.version)
      complaints.push(`${id}: version ${card.version} is older than the released ${was.version}`)
    const changed = was?.version === card.version && was.hash !== hash
    if (changed && !options.relock.has(id))
      complaints.push(`${id}: does something else than the released version ${card.version}. Raise its version.`)
    const freeze = options.release !== undefined && status !== 'draft'
    if (freeze || (changed && options.relock.has(id))) return { ...now, released: { version: card.version, hash } }
    return was === undefined ? now : { ...now, released: was }
  }
  const lock: Lock = {
    release: options.release ?? before.release,
    detectors: locked('detectors'),
    readers: locked('readers'),
    lists: locked('lists'),
  }
  return { lock, complaints }
}

export const lockText = (lock: Lock): string => `${JSON.stringify(lock, null, 2)}\n`

/** One hash over all of it: the state of the catalogue that an assessment was made with. */
export function catalogHash(lock: Lock): string {
  const parts = [lock.readers, lock.detectors, lock.lists]
    .flatMap(Object.entries<LockEntry>)
    .map(([id, e]) => `${id} ${e.version} ${e.hash}`)
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}
