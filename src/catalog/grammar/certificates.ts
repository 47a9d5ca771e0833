import type { AnyDraft } from '../../model/statement.ts'
import type { ValueOf } from '../../model/vocabulary.ts'
import { findPeriods, withoutPeriods } from './dates.ts'
import { claim, tidy } from './draft.ts'
import type { Placed } from './sections.ts'

type Certificate = ValueOf<'certificate'>

const NUMBER =
  /\b(?:credential|certificat(?:e|ion)|cert|licen[cs]e|registration|reg|verification|serial|validation)\.?\s?(?:id|no|number|nr|code|#)?\.?\s{0,2}[:#]?\s{0,2}#?((?=[A-Z-]{0,20}\d)[A-Z0-9][A-Z0-9-]{3,39})\b/iu
const ISSUED_BY = /^(.{3,140}?)(?:\s(?:issued\s)?by\s|\sfrom\s|\t|\s[–—|-]\s|,\s|\s\()(.{2,120}?)\)?$/iu

/** Certificates of their section: name, who issued it, its number and when, also over two lines. */
export function certificatesIn(lines: readonly Placed[]): AnyDraft[] {
  const found: { value: Certificate; at: string; original: string }[] = []
  for (const line of lines) {
    if (line.section !== 'certificates' || line.heading) continue
    const read = readLine(line)
    const last = found.at(-1)
    if (read === undefined) continue
    if (read.name === undefined) {
      // A line that gives nothing but a number or a date completes the one above.
      if (last !== undefined)
        last.value = {
          ...last.value,
          ...(read.number && !last.value.number ? { number: read.number } : {}),
          ...(read.date && !last.value.date ? { date: read.date } : {}),
        }
      continue
    }
    found.push({ value: { ...read, name: read.name }, at: line.at, original: tidy(line.text) })
  }
  return found.map(({ value, at, original }) => claim('certificate', value, at, original === value.name ? undefined : original))
}

function readLine(line: Placed): (Omit<Certificate, 'name'> & { name?: string }) | undefined {
  const periods = findPeriods(line.text)
  const number = NUMBER.exec(line.text)
  const date = periods[0]?.from
  const rest = tidy(
    withoutPeriods(line.text, periods)
      .replace(number?.[0] ?? '\u0000', '\t')
      .replace(/\b(?:issued|date|valid(?:\suntil)?|expires?|credential)\s?:?\s?(?=\t|$)/giu, ''),
  )
  const extra = { ...(number === null ? {} : { number: number[1]! }), ...(date === undefined ? {} : { date }) }
  if (rest === '' || !/\p{L}{2}/u.test(rest)) return number === null && date === undefined ? undefined : extra
  if (rest.length > 160 || rest.split(/\s/u).length > 16) return undefined
  const split = ISSUED_BY.exec(rest.replace(/^[\s•●▪*-]+/u, ''))
  const issuer = split === null ? undefined : tidy(split[2]!)
  return { name: split === null ? rest : tidy(split[1]!), ...(issuer ? { issuer } : {}), ...extra }
}
