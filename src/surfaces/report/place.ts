import type { Locator } from '../../model/statement.ts'

/** A locator taken apart: where on a rendered page, if it is on one. */
export interface PagePlace {
  readonly page: number
  /** PDF points from the bottom left: x0, y0, x1, y1. */
  readonly box: readonly [number, number, number, number] | undefined
}

/** `undefined` when the place is not on a page. */
export function pagePlace(at: Locator): PagePlace | undefined {
  const page = /(?:^|&)page=(\d+)/.exec(at)?.[1]
  if (page === undefined) return undefined
  const numbers = /(?:^|&)box=([-\d.,]+)/.exec(at)?.[1]?.split(',').map(Number)
  const [x0, y0, x1, y1] = numbers ?? []
  const box = x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined ? undefined : ([x0, y0, x1, y1] as const)
  return { page: Number(page), box }
}

const NOUNS: readonly (readonly [RegExp, (m: RegExpExecArray) => string])[] = [
  [/^page=(\d+)/, (m) => `page ${m[1]}`],
  [/^part=([^&]+)&(?:paragraph|line)=(\d+)/, (m) => `${m[1]?.replace(/^word\//, '').replace(/\.xml$/, '')}, line ${m[2]}`],
  [/^part=(.+)$/, (m) => `part “${m[1]}”`],
  [/^paragraph=(\d+)/, (m) => `paragraph ${m[1]}`],
  [/^line=(\d+)/, (m) => `line ${m[1]}`],
  [/^row=(\d+)&column=(.+)$/, (m) => `row ${m[1]}, column “${m[2]}”`],
  [/^row=(\d+)/, (m) => `row ${m[1]}`],
  [/^header=([^&]+)(?:&index=(\d+))?/, (m) => `mail header ${m[1]}${m[2] === undefined ? '' : `, number ${m[2]}`}`],
  [/^metadata=(.+)$/, (m) => `file property “${m[1]}”`],
]

/** A locator in words, for people; the exact text stays beside it. */
export function placeInWords(at: Locator): string {
  for (const [pattern, words] of NOUNS) {
    const match = pattern.exec(at)
    if (match !== null) return words(match)
  }
  return at.startsWith('/') ? `entry ${at}` : at
}
