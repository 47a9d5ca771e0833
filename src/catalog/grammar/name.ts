import type { AnyDraft } from '../../model/statement.ts'
import { claim, tidy } from './draft.ts'
import { headingKind, type Placed } from './sections.ts'
import { leaning } from './occupations.ts'
import { isPlace } from './places.ts'

const LABEL = /^(?:full\s)?name\s{0,3}[:：\t-]{1,3}\s{0,3}(.{3,60})$/iu
const DOCUMENT_WORDS =
  /\b(?:curriculum|vitae|r[eé]sum[eé]|cv|lebenslauf|portfolio|page|contact|address|phone|mobile|email|e-mail|profile|confidential|linkedin|github|street|road|avenue|apt|suite|dear|date|www)\b/iu
const NAME =
  /^(?:(?:mr|mrs|ms|dr|prof|eng|er|md|ca)\.?\s{1,2})?\p{Lu}[\p{L}\p{M}.'’`-]{0,30}(?:\s(?:\p{Lu}|de|da|do|dos|das|del|di|van|von|der|den|bin|bint|ibn|al|el|la|le|y|e|ter|ten|zu)[\p{L}\p{M}.'’`-]{0,30}){1,4}(?:,\s?(?:ph\.?d|m\.?d|mba|pmp|cpa|msc?|bsc?|jr|sr|ii|iii|rn|esq)\.?){0,3}$/iu
/** A name stands at the top. */
const LOOK_AT = 12
/** Beside a column of contacts that is read first, it stands further down, in large letters (points). */
const LOOK_FURTHER = 60
const LARGE = 15

export interface NamedBy {
  readonly draft: AnyDraft
  /** Words of the name, lower case, for masking passages. */
  readonly tokens: readonly string[]
}

/** The person's name: what follows "Name:", or the most prominent of the first lines that could be one. */
export function nameIn(lines: readonly Placed[]): NamedBy | undefined {
  for (const line of lines) {
    const match = line.heading || !/name/iu.test(line.text) ? null : LABEL.exec(line.text.trim())
    const full = match === null ? undefined : asName(match[1]!.split('\t')[0]!)
    if (full !== undefined) return named(full, line)
  }
  const first = lines.filter((line) => line.text.trim() !== '').slice(0, LOOK_FURTHER)
  let best: { full: string; line: Placed; size: number } | undefined
  for (const [i, line] of first.entries()) {
    const part = line.text.split('\t')[0]!
    const full = line.heading ? undefined : asName(part)
    const size = line.size ?? 0
    // A name within a wrapped sentence is not in larger letters than the first one found.
    const prominent = best === undefined ? i < LOOK_AT || size >= LARGE : size > (i < LOOK_AT ? 1.15 : 1.4) * best.size
    if (full !== undefined && prominent) best = { full, line, size }
  }
  return best === undefined ? undefined : named(best.full, best.line)
}

function asName(text: string): string | undefined {
  const full = tidy(
    text.replace(/^(?:curriculum vitae|r[eé]sum[eé]|cv)\s(?:of|for)\s/iu, '').replace(/\s{0,2}\([^()]{1,30}\)$/u, ''),
  ).replace(/[.,]$/u, '')
  if (full.length < 4 || full.length > 60 || DOCUMENT_WORDS.test(full)) return undefined
  if (!NAME.test(full) || !/^\p{Lu}/u.test(full)) return undefined
  if (headingKind(full) !== undefined || leaning(full).title > 0 || leaning(full).employer > 0 || isPlace(full)) return undefined
  return full
}

function named(full: string, line: Placed): NamedBy {
  const value = full.replace(/(?:,\s?(?:ph\.?d|m\.?d|mba|pmp|cpa|msc?|bsc?|rn|esq)\.?){1,3}$/iu, '')
  const tokens = value
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’-]+/u)
    .filter((t) => t.length >= 2 && !/^(?:mr|mrs|ms|dr|de|da|do|di|van|von|der|la|le|el|al|bin)$/u.test(t))
  return { draft: claim('person-name', { full: value }, line.at), tokens }
}
