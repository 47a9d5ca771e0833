import { digest } from '../../compute/digest.ts'
import type { FiledMatch, MatchAct, MatchState } from '../../model/adjudication.ts'
import type { ListHit, ScreeningMethod, Subject } from '../../model/screening.ts'
import type { Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import type { Deps, Tx } from '../ports.ts'
import { canonicalJson } from '../statement-id.ts'
import { clocks } from './keeping.ts'

/** A subject with what was found, to be filed. */
export interface Screened {
  readonly about: FiledMatch['about']
  readonly subject: Subject
  readonly hits: readonly ListHit[]
}

export interface Filed {
  readonly opened: readonly FiledMatch[]
  readonly reopened: readonly FiledMatch[]
  /** No hit any more: those on a name alone end, those that a person has to decide on go on waiting. */
  readonly gone: readonly FiledMatch[]
  /** Hits that stood already, or that a person has called somebody else and neither side changed. */
  readonly unchanged: number
}

/** A match is a question: this subject, this entry. */
const matchId = ({ about, subject }: Screened, { list, entry }: ListHit): string =>
  digest(canonicalJson({ about, subject: subject.id, list, entry })).slice(0, 24)

/** Over all that is compared; where it was read and in what order it stands does not count. */
const subjectHash = ({ id: _, from: __, ...compared }: Subject): string =>
  digest(
    canonicalJson(
      Object.fromEntries(Object.entries(compared).map(([field, value]) => [field, Array.isArray(value) ? sorted(value) : value])),
    ),
  )

const sorted = (values: readonly unknown[]): readonly string[] => values.map((value) => canonicalJson(value)).sort()

/**
 * Files what was found. A person's word stands as long as neither side changes: what was called somebody else comes back when the
 * subject or the entry is another than it was then, or when its time is over. What waits never leaves by itself. With `entries`,
 * only these entries of the lists were asked about.
 */
export async function fileHits(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  work: { screened: readonly Screened[]; method: ScreeningMethod; entries?: ReadonlySet<string> },
): Promise<Filed> {
  const now = deps.clock.now()
  return deps.store.tx(actor.tenant, async (tx) => {
    await tx.lockMatches()
    const before = await standing(tx, work)
    const rows: FiledMatch[] = []
    const acts: Omit<MatchAct, 'seq'>[] = []
    const asked = (entry: string): boolean => work.entries?.has(entry) ?? true
    const filed = { opened: [] as FiledMatch[], reopened: [] as FiledMatch[], gone: [] as FiledMatch[], unchanged: 0 }
    for (const one of work.screened) {
      const { about, subject, hits } = one
      const found = new Set<string>()
      for (const hit of hits) {
        const id = matchId(one, hit)
        found.add(id)
        const known = before.get(id)
        const turn = known === undefined ? opening(hit) : turnOf(known, { subject, hit, now })
        if (turn === undefined) {
          filed.unchanged++
          continue
        }
        const row: FiledMatch = {
          id,
          about,
          subject,
          subjectHash: subjectHash(subject),
          hit,
          method: work.method,
          state: turn.state,
          owner: known?.owner,
          opened: known?.opened ?? now,
          ...(turn.state === known?.state ? { due: known.due, expires: known.expires } : clocks(turn.state, now)),
        }
        rows.push(row)
        const replaced = known !== undefined && known.hit.entryHash + known.subjectHash !== row.hit.entryHash + row.subjectHash
        acts.push({ match: id, kind: turn.kind, by: actor.id, at: now, reason: turn.reason, ...(replaced ? { before: known.hit } : {}) })
        if (turn.kind === 'opened') filed.opened.push(row)
        else filed.reopened.push(row)
      }
      for (const known of before.values()) {
        if (known.about !== about || known.subject.id !== subject.id || !asked(known.hit.entry) || found.has(known.id)) continue
        if (endsAlone(known)) {
          rows.push({ ...known, state: 'gone', due: undefined, expires: undefined })
          acts.push({ match: known.id, kind: 'gone', by: actor.id, at: now, reason: NO_HIT })
        } else if (work.entries !== undefined && stands(known))
          acts.push({ match: known.id, kind: 'seen-again', by: actor.id, at: now, reason: NO_HIT })
        else continue
        filed.gone.push(known)
      }
    }
    await tx.putMatches(rows)
    await tx.addMatchActs(acts)
    if (rows.length > 0)
      await tx.appendAudit(
        {
          actor: actor.id,
          action: 'matches-filed',
          subject: 'screening',
          detail: {
            room: 'sanctions',
            opened: filed.opened.length,
            reopened: filed.reopened.length,
            gone: filed.gone.length,
            unchanged: filed.unchanged,
          },
        },
        now,
      )
    return filed
  })
}

async function standing(
  tx: Tx,
  { screened, method }: { screened: readonly Screened[]; method: ScreeningMethod },
): Promise<ReadonlyMap<string, FiledMatch>> {
  const rows = await tx.matches({ subjects: screened.map((s) => s.subject.id), lists: method.lists.map((l) => l.list) })
  return new Map(rows.map((row) => [row.id, row]))
}

const NO_HIT = 'What is known now does not lead to this entry any more, or the list has it no longer.'
const stands = ({ state }: FiledMatch): boolean => state === 'possible' || state === 'awaiting-second' || state === 'confirmed'

/** Only what nobody has to look at ends when it is no hit any more; what waits goes on waiting (fail closed). */
const endsAlone = ({ state }: FiledMatch): boolean => state === 'name-only'

type Turn = Pick<FiledMatch, 'state'> & Pick<MatchAct, 'kind' | 'reason'>

const stateOf = (hit: ListHit): MatchState => (hit.state === 'possible' ? 'possible' : 'name-only')
const opening = (hit: ListHit): Turn => ({ state: stateOf(hit), kind: 'opened', reason: 'Found on a list.' })

/** What becomes of a match that is found again; undefined where nothing is new. */
function turnOf(known: FiledMatch, { subject, hit, now }: { subject: Subject; hit: ListHit; now: Instant }): Turn | undefined {
  const entryChanged = known.hit.entryHash !== hit.entryHash
  const changed = entryChanged || known.subjectHash !== subjectHash(subject)
  const side = entryChanged ? 'The entry on the list is another' : 'What is known of the subject is other'
  const again = (reason: string): Turn => ({ state: stateOf(hit), kind: 'reopened', reason })
  switch (known.state) {
    case 'possible':
    case 'confirmed':
      return changed ? { state: known.state, kind: 'seen-again', reason: `${side} than when it was filed.` } : undefined
    case 'awaiting-second':
      return changed ? { state: 'possible', kind: 'reopened', reason: `${side} than the one that the first person judged.` } : undefined
    case 'name-only':
      return hit.state === 'possible' ? again('Something beside the name agrees now.') : undefined
    case 'false-positive':
    case 'no-match':
      if (changed) return again(`${side} than when it was called somebody else.`)
      return known.expires !== undefined && known.expires <= now
        ? again('The time for which it was called somebody else is over.')
        : undefined
    case 'expired':
      return hit.state === 'possible' || changed ? again('It had expired and is found again on something new.') : undefined
    default:
      return again('It is found again.')
  }
}
