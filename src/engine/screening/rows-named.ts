import type { NameIndex } from '../../compute/name-index/name-index.ts'
import { compareAsRegulator } from '../../compute/name-match/regulator.ts'
import type { ScreeningMethod, Subject } from '../../model/screening.ts'
import { nameKinds } from './best-name.ts'
import type { OpenList } from './ports.ts'

/** Names looked at first, and at most: more than these over the line are no question that a person can work. */
const [FIRST, MOST] = [64, 4_096]
/** A name that is written all but the same is shown although the list says that it is another kind of party's. */
const ALIKE_WHATEVER_IT_IS = 0.95

type Asked = Pick<ScreeningMethod, 'mode' | 'least'>

/** Entries of the list with a name over the line for one of the subject's, however many. */
export function rowsNamed(list: OpenList, { names, type }: Subject, { mode, least }: Asked): ReadonlySet<number> {
  const rows = new Set<number>()
  for (const name of names) {
    if (mode === 'regulator') {
      list.parties().forEach((party, row) => {
        if (party.names.some((listed) => compareAsRegulator(name, listed.full) / 100 >= least)) rows.add(row)
      })
      continue
    }
    const kinds = nameKinds(type)
    for (const kind of kinds) for (const row of partiesNamed(list.index, { name, kind, least })) rows.add(row)
    if (kinds.length === 1)
      for (const row of partiesNamed(list.index, { name, least: Math.max(least, ALIKE_WHATEVER_IT_IS) })) rows.add(row)
  }
  return rows
}

/** An entry may have many names over the line, so more names are asked for until one is under it. */
function partiesNamed(
  index: NameIndex,
  { name, ...search }: { readonly name: string; readonly kind?: ReturnType<typeof nameKinds>[number]; readonly least: number },
): ReadonlySet<number> {
  for (let limit = FIRST; ; limit *= 8) {
    const found = index.search(name, { ...search, limit })
    if (found.length < limit || limit >= MOST) return new Set(found.map((one) => one.party))
  }
}

/**
 * How many entries of the whole version one of the subject's names fits, counted to `enough`. Of the whole version also where only a
 * part of it is asked: what a year of birth is worth must not hang on how much of a list changed.
 */
export function namesakesOf(
  list: OpenList,
  { names, type }: Subject,
  { least, enough }: { readonly least: number; readonly enough: number },
): number {
  const counts = names.map((name) => {
    const rows = new Set<number>()
    for (const kind of nameKinds(type)) for (const row of partiesNamed(list.whole, { name, kind, least })) rows.add(row)
    return Math.min(rows.size, enough)
  })
  return Math.max(0, ...counts)
}
