import type { List } from '../../kit/list.ts'
import type { ScreenedList } from '../../model/screening.ts'

/** What an answer covers and what not: "nothing was found" is worth as much as the lists that were asked. */
export interface Coverage {
  readonly asked: readonly ScreenedList[]
  /** Lists that the program knows or that are loaded, and that were not asked. */
  readonly notAsked: readonly { readonly list: string; readonly title: string }[]
  /** Lists that were asked and are older than their publisher leaves them. */
  readonly stale: readonly string[]
  /** Lists that were asked and lack a file of their set. */
  readonly incomplete: readonly string[]
  readonly says: string
}

type Known = Pick<List, 'id' | 'title' | 'staleAfterDays'>

/** `loaded`: ids of all lists on the shelf. `day`: as of which it was asked. */
export function coverage(
  known: readonly Known[],
  asked: readonly ScreenedList[],
  { loaded, day }: { readonly loaded: readonly string[]; readonly day: string },
): Coverage {
  const own = loaded.filter((id) => !known.some((list) => list.id === id)).map((id) => ({ id, title: `your list ${id}` }))
  const notAsked = [...known, ...own]
    .filter((list) => !asked.some((one) => one.list === list.id))
    .map(({ id, title }) => ({ list: id, title }))
  const dayOf = (one: ScreenedList): string => one.published ?? one.imported.slice(0, 10)
  const stale = asked.filter((one) => {
    const after = known.find((list) => list.id === one.list)?.staleAfterDays
    return after !== undefined && daysBetween(dayOf(one), day) > after
  })
  const incomplete = asked.filter((one) => one.lacks !== undefined)
  const names = asked.map((one) => `${one.list} (${one.published === undefined ? 'taken in ' : ''}${dayOf(one)})`).join(', ')
  const says = [
    `Compared with ${names === '' ? 'no list at all' : names}.`,
    ...(stale.length === 0 ? [] : [`STALE: ${stale.map((one) => one.list).join(', ')}. Whoever was listed since is not found.`]),
    ...incomplete.map((one) => `INCOMPLETE: ${one.list}. ${one.lacks?.join(' ')}`),
    notAsked.length === 0
      ? 'Every list that this program reads was asked.'
      : `Not asked: ${notAsked.map((one) => one.title).join('; ')}. Nothing found here says nothing about those.`,
  ]
  return { asked, notAsked, stale: stale.map((one) => one.list), incomplete: incomplete.map((one) => one.list), says: says.join(' ') }
}

const daysBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000)
