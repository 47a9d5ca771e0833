import { compareNames, explainComparison } from '../../compute/name-match/compare.ts'
import { compareAsRegulator } from '../../compute/name-match/regulator.ts'
import { prepareName, type NameKind } from '../../compute/name-match/tokens.ts'
import type { ListedParty, PartyType } from '../../model/listed-party.ts'
import type { Comparison, ListHit, ScreeningMethod, Subject } from '../../model/screening.ts'
import { listedOn } from '../lists/as-of.ts'
import { compareAddresses } from './addresses.ts'
import { compareBirths } from './births.ts'
import { entryHash } from './entry-hash.ts'
import type { ExactKey } from './exact-keys.ts'
import type { OpenList } from './ports.ts'
import { corroborated, inOrder, scoreOf } from './score.ts'

/** Vessels, aircraft and what the list does not say are named like nothing else. */
const nameKindOf = (type: PartyType): NameKind => (type === 'person' || type === 'organisation' ? type : 'other')

/** By name this many entries of a list are looked at for a subject, however many hits are shown: a date may move the tenth to the top. */
export const LOOKED_AT = 50

/** How exact things are looked up and compared: `exact.ts`, which knows numbers and chains of all kinds and is slow to load, or nothing. */
export interface ExactSide {
  keysOf(party: Pick<Subject | ListedParty, 'identifiers' | 'wallets' | 'type'>): readonly ExactKey[]
  rowsSharing(list: OpenList, mine: readonly ExactKey[]): readonly number[]
  compare(mine: readonly ExactKey[], party: ListedParty): readonly Comparison[]
}

/** For a question that has a name and nothing else. */
export const NAMES_ALONE: ExactSide = { keysOf: () => [], rowsSharing: () => [], compare: () => [] }

type How = Pick<ScreeningMethod, 'mode' | 'least' | 'limit' | 'asOf'>

/** Everybody on these lists whom the subject may be, best first. Pure: the same subject, lists and method give the same again. */
export function screenSubject(subject: Subject, lists: readonly OpenList[], how: How, side: ExactSide): readonly ListHit[] {
  const exact = side.keysOf(subject)
  const hits = lists.flatMap((list) => hitsOn(list, { subject, exact, how, side }))
  return inOrder(hits).slice(0, how.limit)
}

interface Asked {
  readonly subject: Subject
  readonly exact: readonly ExactKey[]
  readonly how: How
  readonly side: ExactSide
}

function hitsOn(list: OpenList, asked: Asked): ListHit[] {
  const { subject, exact, how, side } = asked
  const rows = new Set<number>(side.rowsSharing(list, exact))
  for (const name of subject.names) for (const row of rowsNamed(list, name, asked)) rows.add(row)
  const found = [...rows].flatMap((row) => {
    const party = list.party(row)
    const hit = listedOn(party, how.asOf) === 'listed' ? hitOf(list, party, asked) : undefined
    return hit === undefined ? [] : [hit]
  })
  const namesakes = found.filter((hit) => hit.nameScore >= how.least).length
  return found.map(({ weak, ...hit }) => {
    const yearTells = !hit.onePart && !weak && namesakes <= FEW_NAMESAKES
    return { ...hit, state: corroborated(hit.comparisons, yearTells) ? ('possible' as const) : ('name-only' as const) }
  })
}

/**
 * Entries that a name may fit before the year of birth of one of them agrees by chance: people of working age were born in about 45
 * years, so with more than three it does for one honest person in fifteen. Measured by group of names in eval/report.md (F5).
 */
const FEW_NAMESAKES = 3

function rowsNamed(list: OpenList, name: string, { subject, how }: Asked): readonly number[] {
  if (how.mode === 'regulator')
    return list
      .parties()
      .flatMap((party, row) => (party.names.some((n) => compareAsRegulator(name, n.full) / 100 >= how.least) ? [row] : []))
  const search = { limit: Math.max(LOOKED_AT, how.limit), least: how.least }
  const kind = subject.type === 'unknown' ? {} : { kind: nameKindOf(subject.type) }
  return list.index.search(name, { ...search, ...kind }).map((hit) => hit.party)
}

function hitOf(list: OpenList, party: ListedParty, asked: Asked): (Omit<ListHit, 'state'> & { readonly weak: boolean }) | undefined {
  const { subject, how } = asked
  const named = bestName(subject, party, how)
  const comparisons = comparisonsOf(party, asked)
  const byName = named !== undefined && named.score >= how.least
  if (!byName && !comparisons.some(namesTheEntry)) return undefined
  const missing = missingOf(subject, party)
  const nameScore = named?.score ?? 0
  return {
    list: list.facts.list,
    version: list.facts.version,
    entry: party.id,
    name: named?.name ?? party.names[0]!.full,
    names: party.names,
    type: party.type,
    programmes: party.programmes,
    score: scoreOf(nameScore, comparisons),
    nameScore,
    weak: named?.weak ?? false,
    onePart: named !== undefined && onOnePart(named.comparison, party.type),
    comparisons,
    missing,
    explanation: sentences(named, comparisons, missing),
    entryHash: entryHash(party),
  }
}

/** A company may be known by one word; a person is not. */
const onOnePart = ({ parts, queryLeft, listedLeft }: Named['comparison'], type: PartyType): boolean =>
  parts.length === 1 && (type === 'person' || queryLeft.length > 0 || listedLeft.length > 0)

/** Something exact is enough without a name; a number whose issuer nobody names is not, and a damaged wallet address is. */
const namesTheEntry = ({ about, agrees }: Comparison): boolean =>
  (agrees === 'yes' && (about === 'wallet' || about === 'identifier')) || (agrees === 'near' && about === 'wallet')

interface Named {
  readonly name: string
  readonly weak: boolean
  readonly score: number
  readonly comparison: ReturnType<typeof compareNames>
}

function bestName(subject: Subject, party: ListedParty, { mode }: How): Named | undefined {
  const kind = nameKindOf(subject.type === 'unknown' ? party.type : subject.type)
  let best: Named | undefined
  for (const written of subject.names) {
    const mine = prepareName(written, kind)
    for (const listed of party.names) {
      const comparison = compareNames(mine, prepareName(listed.full, kind))
      const score = mode === 'regulator' ? compareAsRegulator(written, listed.full) / 100 : comparison.score
      if (best === undefined || score > best.score) best = { name: listed.full, weak: listed.quality === 'weak', score, comparison }
    }
  }
  return best
}

function comparisonsOf(party: ListedParty, { subject, exact, side }: Asked): readonly Comparison[] {
  const birth = compareBirths(subject.births, party.births)
  const typed = subject.type !== 'unknown' && party.type !== 'unknown' && subject.type !== party.type
  return [
    ...side.compare(exact, party),
    ...(birth === undefined ? [] : [birth]),
    ...compareAddresses(subject.addresses, party.addresses),
    ...(typed
      ? [
          {
            about: 'type' as const,
            agrees: 'no' as const,
            mine: subject.type,
            theirs: party.type,
            says: `The entry is of another kind: ${party.type}, not ${subject.type}.`,
          },
        ]
      : []),
  ]
}

/** What the entry says and the subject leaves open. */
function missingOf(subject: Subject, party: ListedParty): readonly string[] {
  const missing: string[] = []
  if (party.births.length > 0 && subject.births.length === 0) missing.push('a birth date')
  if (party.identifiers.length > 0 && subject.identifiers.length === 0) missing.push('a document or registration number')
  if (party.addresses.length > 0 && subject.addresses.length === 0) missing.push('an address')
  if (party.wallets.length > 0 && subject.wallets.length === 0) missing.push('a wallet address')
  return missing
}

function sentences(named: Named | undefined, comparisons: readonly Comparison[], missing: readonly string[]): string {
  const of = (agrees: boolean): string[] =>
    comparisons.filter((c) => (c.agrees !== 'no') === agrees).map((c) => `${c.says} (${c.mine}; listed: ${c.theirs})`)
  const parts = [
    ...(named === undefined ? ['No name was compared.'] : [explainComparison(named.comparison)]),
    ...(named?.weak === true ? ['The publisher itself calls this alias weak.'] : []),
    ...of(true),
    ...of(false).map((says) => `Against it: ${says}`),
    ...(comparisons.length === 0 ? ['Nothing beside the name was compared; a name alone says little.'] : []),
    ...(missing.length === 0 ? [] : [`The entry could be compared further with ${missing.join(', ')}.`]),
  ]
  return parts.join(' ')
}
