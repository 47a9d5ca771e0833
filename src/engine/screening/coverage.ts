import type { List } from '../../kit/list.ts'
import type { ScreenedList } from '../../model/screening.ts'

/** What an answer covers and what not: "nothing was found" is worth as much as the lists that were asked. */
export interface Coverage {
  readonly asked: readonly ScreenedList[]
  /** Lists that the program knows and that are not loaded or were not asked. */
  readonly notAsked: readonly { readonly list: string; readonly title: string }[]
  readonly says: string
}

export function coverage(known: readonly Pick<List, 'id' | 'title'>[], asked: readonly ScreenedList[]): Coverage {
  const notAsked = known.filter((list) => !asked.some((one) => one.list === list.id)).map(({ id, title }) => ({ list: id, title }))
  const names = asked.map((one) => `${one.list} (${one.published ?? `imported ${one.imported.slice(0, 10)}`})`).join(', ')
  return {
    asked,
    notAsked,
    says: `Compared with ${names === '' ? 'no list at all' : names}. ${
      notAsked.length === 0
        ? 'Every list that this program reads was asked.'
        : `Not asked: ${notAsked.map((one) => one.title).join('; ')}. Nothing found here says nothing about those.`
    }`,
  }
}
