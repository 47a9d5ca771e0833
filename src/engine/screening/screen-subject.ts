import type { ListedParty } from '../../model/listed-party.ts'
import type { Comparison, ListHit, ScreeningMethod, Subject } from '../../model/screening.ts'
import { listedOn } from '../lists/as-of.ts'
import type { ExactKey } from './exact-keys.ts'
import { foundOn } from './hit.ts'
import type { OpenList } from './ports.ts'
import { namesakesOf, rowsNamed } from './rows-named.ts'
import { corroborated, inOrder } from './score.ts'

/** How exact things are looked up and compared: `exact.ts`, which knows numbers and chains of all kinds and is slow to load, or nothing. */
export interface ExactSide {
  keysOf(subject: Pick<Subject, 'identifiers' | 'wallets' | 'type'>): readonly ExactKey[]
  rowsSharing(list: OpenList, mine: readonly ExactKey[]): readonly number[]
  compare(mine: readonly ExactKey[], party: ListedParty): readonly Comparison[]
}

/** For a question that has a name and nothing else. */
export const NAMES_ALONE: ExactSide = { keysOf: () => [], rowsSharing: () => [], compare: () => [] }

type How = Pick<ScreeningMethod, 'mode' | 'least' | 'asOf'>

/** Everybody on these lists whom the subject may be, best first. Pure: the same subject, lists and method give the same again. */
export function screenSubject(subject: Subject, lists: readonly OpenList[], how: How, side: ExactSide): readonly ListHit[] {
  const mine = side.keysOf(subject)
  return inOrder(lists.flatMap((list) => hitsOn(list, { subject, mine, how, side })))
}

/** What is shown of many hits: every possible one, and of those on a name alone the best, up to `limit` in all. */
export function shown(hits: readonly ListHit[], limit: number): readonly ListHit[] {
  const possible = hits.filter((hit) => hit.state === 'possible').length
  let names = Math.max(0, limit - possible)
  return hits.filter((hit) => hit.state === 'possible' || names-- > 0)
}

/**
 * Entries that a name may fit before the year of birth of one of them agrees by chance: people of working age were born in about 45
 * years, so with more than three it does for one honest person in fifteen. Measured by group of names in eval/report.md (F5).
 */
const FEW_NAMESAKES = 3

function hitsOn(
  list: OpenList,
  { subject, mine, how, side }: { subject: Subject; mine: readonly ExactKey[]; how: How; side: ExactSide },
): ListHit[] {
  const rows = new Set([...side.rowsSharing(list, mine), ...rowsNamed(list, subject, how)])
  return [...rows].flatMap((row): ListHit[] => {
    const party = list.party(row)
    if (!inForce(list, party, how.asOf)) return []
    const found = foundOn(list, party, { subject, how, exact: side.compare(mine, withoutLater(list, party, how.asOf)) })
    if (found === undefined) return []
    const { hit, yearMayTell } = found
    // Looked up only where it decides.
    const decides = yearMayTell && corroborated(hit.comparisons, true) && !corroborated(hit.comparisons, false)
    const yearTells = decides && namesakesOf(list, subject, { least: how.least, enough: FEW_NAMESAKES + 1 }) <= FEW_NAMESAKES
    return [{ ...hit, state: corroborated(hit.comparisons, yearTells) ? 'possible' : 'name-only' }]
  })
}

/**
 * Is the entry to be reckoned with on that day? One whose day has not come although its version is out is: it has been decided, and
 * nobody would look again on the day itself.
 */
function inForce({ facts }: OpenList, party: ListedParty, day: string): boolean {
  const listed = listedOn(party, day)
  return listed === 'listed' || (listed === 'not-yet' && outOn(facts, day))
}

const outOn = ({ published, imported }: OpenList['facts'], day: string): boolean => (published ?? imported.slice(0, 10)) <= day

/** The entry without the addresses that its publisher added after that day. */
function withoutLater({ facts }: OpenList, party: ListedParty, day: string): ListedParty {
  const later = (since: string | undefined): boolean => since !== undefined && day < since && !outOn(facts, day)
  return party.wallets.some(({ since }) => later(since)) ? { ...party, wallets: party.wallets.filter(({ since }) => !later(since)) } : party
}
