import type { ReadingNote } from '../../kit/reader.ts'
import { isRefusedKey } from '../../model/refused.ts'
import { headingKind } from './sections.ts'
import type { Line } from './line.ts'

/** Relatives by name say something about origin and marital status, and are other people. */
const RELATIVES =
  /^(?:father|mother|husband|wife|spouse|parents?|guardian)(?:\s?[’'`]?s)?(?:\s?[’'`]?)?\s{0,2}(?:full\s)?(?:name)?(?=\s{0,3}[:：\t–-]|\s+(?:mr|mrs|shri|late)\b|\s{0,2}name|$)/iu
const BORN = /^(?:born(?:\s(?:on|in))?|d\.?\s?o\.?\s?b\.?|né\(?e?\)?\s|geboren|geb\.)\b.{0,60}\d/iu
/** "Date & Place of Born", "Year of birth", "Y.O.B." */
const BIRTH = /^(?:(?:date|place|year|city|country|day)s?\b.{0,24}\b(?:born|birth)|y\.?\s?o\.?\s?b\b|b-?day|birth)/iu
const AGE = /^\(?age[d]?\s{0,2}[:=-]?\s{0,2}\d{2}\b|^\d{2}\s(?:years?|yrs?)(?:\s|-)old\b/iu
const PHOTO = /^\[?(?:photo(?:graph)?|passport\s?(?:size)?\s?photo|picture|foto|lichtbild)\]?\s{0,2}:?$/iu
const PAPERS =
  /^(?:passport|visa|national\s?id|identity\s?card|aadha?ar|pan\s?card|ssn|social\s?security)\b.{0,40}(?:no|number|#|[:：\t]|status|validity|expir\w{1,5}|issue)/iu

/** How any of these begins; most lines begin otherwise and need no closer look. */
const BEGINS =
  /^(?:father|mother|husband|wife|spouse|parent|guardian|born|d\.?\s?o|y\.?\s?o|date|place|year|city|country|day|b-?day|birth|né|geb|\(?age|\d{2}\s?y|\[?(?:photo|picture|foto|lichtbild)|passport|visa|national|identity|aadha|pan|ssn|social)/iu

/**
 * Lines that name something which must not enter (R-001) – date of birth, nationality, marital status, gender, religion, visa,
 * photograph – are left out whole, before anything else reads them, and are reported by what they name, never by what they say.
 */
export function withoutProtected(lines: readonly Line[]): { readonly kept: Line[]; readonly notes: ReadingNote[] } {
  const kept: Line[] = []
  const dropped = new Map<string, { at: string; count: number }>()
  let personal = false
  for (const line of lines) {
    const heading = headingKind(line.text.trim())
    if (heading !== undefined) personal = heading === 'personal'
    const segments = line.text.split('\t')
    const rest: string[] = []
    for (let i = 0; i < segments.length; i += 1) {
      const title = protectedTopic(segments[i]!, segments[i + 1], personal)
      if (title === undefined) {
        rest.push(segments[i]!)
        continue
      }
      const known = dropped.get(title)
      dropped.set(title, { at: known?.at ?? line.at, count: (known?.count ?? 0) + 1 })
      // The value of a label stands beside it.
      if (isLabelOnly(segments[i]!)) i += 1
    }
    if (rest.length === segments.length) kept.push(line)
    else if (rest.join('').trim() !== '') kept.push({ ...line, text: rest.join('\t') })
  }
  const notes = [...dropped].map(([title, { at, count }]): ReadingNote => ({
    kind: 'dropped-field',
    says: `What the document says about ${title} was left out and not kept.`,
    at,
    count,
  }))
  return { kept, notes }
}

const isLabelOnly = (segment: string): boolean => !/[:：]\s*\S/u.test(segment) && segment.trim().split(/\s+/u).length <= 3

function ownTopic(text: string): string | undefined {
  if (RELATIVES.test(text)) return 'relatives'
  if (BORN.test(text) || AGE.test(text) || (BIRTH.test(text) && text.length < 80)) return 'age or date of birth'
  if (PHOTO.test(text)) return 'a photograph'
  return PAPERS.test(text) ? 'identity papers and visa' : undefined
}

/** What the refused thing is called to people; undefined when the text names none. */
function protectedTopic(segment: string, next: string | undefined, personal: boolean): string | undefined {
  const text = segment.replace(/^[\s•●▪◦*·➢✓–—-]+/u, '').trim()
  if (text.length < 2) return undefined
  const own = BEGINS.test(text) ? ownTopic(text) : undefined
  if (own !== undefined) return own
  const label = /^([^:：]{2,60})[:：]/u.exec(text)?.[1]
  if (label !== undefined) return label.split(/\s+/u).length <= 6 ? isRefusedKey(label)?.title : undefined
  const few = text.split(/\s+/u).length
  // Without a colon a name of a field can only be told from prose when its value stands beside it, or among personal details.
  if (next !== undefined || personal) return few <= (personal ? 6 : 3) ? isRefusedKey(text)?.title : undefined
  const dashed = /^(.{2,40}?)\s{0,3}[-–—=]\s{0,3}\S/u.exec(text)?.[1]
  return dashed !== undefined && few <= 6
    ? isRefusedKey(dashed)?.title
    : few <= 4 && FIELD.test(text)
      ? isRefusedKey(text)?.title
      : undefined
}

/** Begins as the form fields do that people copy without a colon. */
const FIELD = /^(?:sex|gender|nationality|citizenship|religion|marital|date\sof|place\sof|civil|birth|caste|race|ethnicity|visa)\b/iu
