import { digest32 } from '../../compute/digest.ts'
import { badUsage, cancelled, emptyFile, tooLarge, unreadable } from '../../model/errors.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { Instant } from '../../model/statement.ts'
import { lintWording } from '../../model/wording.ts'
import type { Actor } from '../access.ts'
import { daysAfter } from '../intake.ts'
import type { Deps, Tx } from '../ports.ts'
import { warningFor } from './guards.ts'
import { indexKeysOf } from './index-keys.ts'
import { keysOf } from './key-of.ts'
import { readListCsv } from './list-csv.ts'
import { readListStix } from './list-stix.ts'
import { MOST_LIST_BYTES, type LeftOut, type Listing, type ListedRow } from './listed.ts'
import { kindOf } from './spelled-kind.ts'

/** What is taken to hold for rows that say nothing themselves. */
export interface ListDefaults {
  readonly source: string
  readonly reliability: string
  readonly credibility: string
  readonly expires?: Instant
}

export interface ImportedList {
  /** The indicators of the file, those that were known included. */
  readonly indicators: readonly Indicator[]
  readonly added: number
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly string[]
}

/** For long lists: checked between two slices, and told how many rows of how many are in. */
export interface ImportWatch {
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/** Days that an indicator is good for where nobody says; a connection changes hands sooner than a wallet. */
const DAYS: Partial<Record<Indicator['kind'], number>> = { ip: 30, phone: 180, device: 180 }
const DAYS_OTHERWISE = 365
/** Nothing is good for longer, whatever the list says: numbers and mailboxes are given to somebody else. */
const MOST_DAYS = 730

/**
 * Takes in somebody's list. Whatever it says is quarantined: nobody is assessed anew, nobody is flagged. Twice the same file
 * adds nothing. Rows that cannot be used are told with their line, and the others go on.
 */
export async function importList(
  deps: Pick<Deps, 'store' | 'blobs' | 'clock'>,
  actor: Actor,
  given: { name: string; bytes: Uint8Array; defaults: ListDefaults; watch?: ImportWatch },
): Promise<ImportedList> {
  const { name, bytes, defaults, watch } = given
  const listing = checkList(bytes, defaults)
  const artifact = await deps.blobs.put(bytes)
  const now = deps.clock.now()
  const leftOut = [...listing.leftOut]
  const notes = [...listing.notes]
  const judged = new Map<string, boolean>()
  const rows = listing.rows.flatMap((row) => indicatorsOf(row, { judged, defaults, artifact, now, leftOut }))
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()]
  const unsayable = listing.rows.filter(({ note }) => note !== undefined && noteOf(note) === undefined).length
  if (unsayable > 0) notes.push(`${unsayable} notes say things that may not stand where recruiters read, and were left out.`)
  const { reliability, credibility, source } = defaults
  const indicators: Indicator[] = []
  let added = 0
  for (const slice of slicesOf(unique)) {
    if (watch?.signal.aborted === true) throw cancelled()
    await deps.store.tx(actor.tenant, async (tx) => {
      const known = new Map((await tx.indicators({ ids: slice.map((row) => row.id) })).map((row) => [row.id, row]))
      await tx.addArtifact({ id: artifact, name, size: bytes.length, received: now, reliability, credibility })
      const warned = await withWarnings(
        tx,
        slice.filter((row) => !known.has(row.id)),
      )
      const fresh = await tx.addIndicators(warned)
      if (fresh > 0)
        await tx.appendAudit(
          { actor: actor.id, action: 'indicators-imported', subject: artifact, detail: { added: fresh, leftOut: leftOut.length, source } },
          now,
        )
      added += fresh
      indicators.push(...known.values(), ...warned)
    })
    watch?.progress(indicators.length, unique.length)
  }
  return { indicators, added, leftOut, notes }
}

/** Rows taken in in one transaction: large enough for bulk queries, small enough that others are answered, and a stop is heard, between two. */
const SLICE = 2_500

/** What one file says of one value stays together, so that contradictions in it are seen. */
function slicesOf(rows: readonly Indicator[]): readonly (readonly Indicator[])[] {
  const slices: Indicator[][] = [[]]
  for (const of of Map.groupBy(rows, (row) => `${row.kind} ${row.key}`).values()) {
    if ((slices.at(-1)?.length ?? 0) >= SLICE) slices.push([])
    slices.at(-1)?.push(...of)
  }
  return slices
}

/** Reads a list without keeping anything of it; throws why it cannot be taken in at all. */
export function checkList(bytes: Uint8Array, defaults: ListDefaults): Listing {
  checkDefaults(defaults)
  return listingOf(bytes)
}

function checkDefaults({ source, reliability, credibility }: ListDefaults): void {
  if (source.trim() === '' || source.length > 120)
    throw badUsage('A list needs a source: who says so, in at most 120 characters (--source).')
  // The name of a source stands in findings, which recruiters read.
  const wording = lintWording(source, 'rule')
  if (!wording.ok) throw badUsage(`The source may not be called "${source}": ${wording.found[0].explanation} Name who publishes the list.`)
  if (!/^[A-F]$/.test(reliability))
    throw badUsage('The reliability of a source is a letter from A (completely reliable) to F (cannot be judged).')
  if (!/^[1-6]$/.test(credibility))
    throw badUsage('The credibility of what it says is a number from 1 (confirmed) to 6 (cannot be judged).')
}

function listingOf(bytes: Uint8Array): Listing {
  if (bytes.length === 0) throw emptyFile('The list is empty.')
  if (bytes.length > MOST_LIST_BYTES)
    throw tooLarge(`The list has ${bytes.length >> 20} MB; at most ${MOST_LIST_BYTES >> 20} MB are read. Split it.`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable('The list is no text in UTF-8. Export it as CSV UTF-8 or as a STIX bundle.', { cause })
  }
  if (text.includes('\u0000')) throw unreadable('The list is no text: it has zero bytes in it.')
  return /^\ufeff?\s*[[{]/.test(text) ? readListStix(text) : readListCsv(text)
}

interface Taking {
  /** Names of sources are few and the rows many: each is judged once. */
  readonly judged: Map<string, boolean>
  readonly defaults: ListDefaults
  readonly artifact: string
  readonly now: Instant
  readonly leftOut: LeftOut[]
}

function indicatorsOf(row: ListedRow, { judged, defaults, artifact, now, leftOut }: Taking): Indicator[] {
  const refuse = (why: string): Indicator[] => {
    leftOut.push({ at: row.at, why })
    return []
  }
  const sayable = (name: string): boolean => {
    const known = judged.get(name) ?? lintWording(name, 'rule').ok
    judged.set(name, known)
    return known
  }
  const shown = `"${row.value.slice(0, 60)}"`
  if (/^[=\t\r]/.test(row.value)) return refuse('The cell begins as a formula does and was not read.')
  const spelled = kindOf(row.kind)
  if ('refused' in spelled)
    return refuse(
      spelled.refused === 'person'
        ? 'Names and particulars of people are not taken from lists: very many people share a name.'
        : `"${row.kind.slice(0, 40)}" is no kind of identifier that is kept here.`,
    )
  const keys = keysOf(spelled.kind, row.value, spelled.within)
  if ('why' in keys) return refuse(`${shown} ${keys.why}.`)
  const expires = expiryOf(row, { defaults, now, kind: spelled.kind })
  if (expires <= now) return refuse(`It was good until ${expires.slice(0, 10)}, which is over.`)
  const source = row.source ?? defaults.source
  if (source.length > 120 || !sayable(source))
    return refuse('The name of its source cannot stand where recruiters read; give the list a neutral one with --source.')
  if (row.reliability !== undefined && !/^[A-Fa-f]$/.test(row.reliability)) return refuse('The reliability is no letter from A to F.')
  if (row.credibility !== undefined && !/^[1-6]$/.test(row.credibility)) return refuse('The credibility is no number from 1 to 6.')
  if (keys.keys.some((key) => key.length > LONGEST_KEY)) return refuse(`${shown} is longer than an identifier.`)
  return keys.keys.map((key): Indicator => ({
    id: digest32(JSON.stringify([spelled.kind, key, source, row.says === 'bad' ? 'bad' : 'not'])),
    kind: spelled.kind,
    key,
    original: row.value.slice(0, 500),
    source,
    origin: row.origin?.slice(0, 120),
    reliability: (row.reliability ?? defaults.reliability).toUpperCase(),
    credibility: row.credibility ?? defaults.credibility,
    note: SAYS[row.says] ?? (row.note === undefined ? undefined : noteOf(row.note)),
    seen: row.seen,
    expires,
    // What a source takes back or calls everybody's is kept as the other side of what others say, and counts for nobody.
    state: row.says === 'bad' ? 'quarantined' : 'refused',
    warning: undefined,
    artifact,
    at: row.at,
    imported: now,
    decidedBy: undefined,
    decided: undefined,
    reason: undefined,
  }))
}

/** Longer keys are cut in the index and would not be found by equality. */
const LONGEST_KEY = 400
const LONGEST_NOTE = 500

/** Notes of a list name whom somebody suspects; what may not enter a record stays out. */
function noteOf(written: string): string | undefined {
  const note = written.slice(0, LONGEST_NOTE)
  return lintWording(note, 'rule').ok ? note : undefined
}

const SAYS: Partial<Record<ListedRow['says'], string>> = {
  good: 'The source says that there is nothing against it.',
  shared: 'The source says that very many use it.',
}

function expiryOf(row: ListedRow, { defaults, now, kind }: { defaults: ListDefaults; now: Instant; kind: Indicator['kind'] }): Instant {
  const said = row.expires ?? defaults.expires ?? daysAfter(now, DAYS[kind] ?? DAYS_OTHERWISE)
  const latest = daysAfter(now, MOST_DAYS)
  return said < latest ? said : latest
}

/** Guards, and the other side: sources that contradict each other, and what a person refused before. */
async function withWarnings(tx: Tx, fresh: readonly Indicator[]): Promise<readonly Indicator[]> {
  const others = Map.groupBy([...(await tx.indicators({ keys: fresh })), ...fresh], (row) => `${row.kind} ${row.key}`)
  const holders = new Map((await tx.keyHolders(fresh.flatMap(indexKeysOf), 50)).map((held) => [`${held.kind} ${held.key}`, held.holders]))
  // A source that now says the opposite puts a warning on what others said before.
  for (const row of fresh) {
    if (row.state !== 'refused') continue
    const against = (others.get(`${row.kind} ${row.key}`) ?? []).filter((other) => other.id !== row.id && other.state !== 'refused')
    const older = against.filter((other) => !fresh.includes(other))
    for (const other of older)
      await tx.changeIndicators([other.id], { warning: [other.warning, contradicted(row)].filter(Boolean).join(' ') })
  }
  return fresh.map((row) => {
    if (row.state === 'refused') return row
    const most = Math.max(0, ...indexKeysOf(row).map(({ kind, key }) => holders.get(`${kind} ${key}`) ?? 0))
    const against = (others.get(`${row.kind} ${row.key}`) ?? []).filter((other) => other.state === 'refused').map(contradicted)
    const warning = [warningFor(row.kind, row.key, most), ...against].filter((text) => text !== undefined).join(' ')
    return warning === '' ? row : { ...row, warning }
  })
}

const contradicted = (other: Indicator): string =>
  other.decidedBy === undefined
    ? `${other.source} says otherwise: ${(other.note ?? '').replace('The source says that ', '')}`
    : `A person refused it on ${other.decided?.slice(0, 10)}.`
