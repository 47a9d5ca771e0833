import { t } from '../texts/index.ts'

/** A locator taken apart where it names a place on a page. */
export interface PagePlace {
  readonly page: number
  /** Points from the bottom left of the page: x0, y0, x1, y1. */
  readonly box: readonly [number, number, number, number] | undefined
}

export function pagePlace(at: string): PagePlace | undefined {
  const page = /(?:^|&)page=(\d+)/.exec(at)?.[1]
  if (page === undefined) return undefined
  const [x0, y0, x1, y1] = /(?:^|&)box=([-\d.,]+)/.exec(at)?.[1]?.split(',').map(Number) ?? []
  const box = x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined ? undefined : ([x0, y0, x1, y1] as const)
  return { page: Number(page), box }
}

const { places } = t.evidence
const WORDS: readonly (readonly [RegExp, (m: RegExpExecArray) => string])[] = [
  [/^page=(\d+)/, (m) => places.page(m[1] ?? '')],
  [/^part=([^&]+)&(?:paragraph|line)=(\d+)/, (m) => `${m[1]?.replace(/^word\//, '').replace(/\.xml$/, '')}, ${places.line(m[2] ?? '')}`],
  [/^part=(.+)$/, (m) => places.part(m[1] ?? '')],
  [/^paragraph=(\d+)/, (m) => places.paragraph(m[1] ?? '')],
  [/^line=(\d+)/, (m) => places.line(m[1] ?? '')],
  [/^row=(\d+)&column=(.+)$/, (m) => places.cell(m[1] ?? '', m[2] ?? '')],
  [/^row=(\d+)/, (m) => places.row(m[1] ?? '')],
  [/^header=([^&]+)(?:&index=(\d+))?/, (m) => places.header(m[1] ?? '', m[2])],
  [/^metadata=(.+)$/, (m) => places.metadata(m[1] ?? '')],
]

/** A locator in words; the exact text stays beside it. */
export function placeInWords(at: string): string {
  for (const [pattern, words] of WORDS) {
    const match = pattern.exec(at)
    if (match !== null) return words(match)
  }
  return at.startsWith('/') ? places.entry(at) : at
}
