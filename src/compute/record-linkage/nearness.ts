import { alignmentDistance } from '../string-similarity/alignment.ts'
import { dateNearness } from '../string-similarity/dates.ts'
import { houseNumbers } from '../string-similarity/house-numbers.ts'
import { jaroWinkler } from '../string-similarity/jaro.ts'
import { qGramCosine } from '../string-similarity/q-grams.ts'
import type { Span } from '../string-similarity/span.ts'
import { wordOverlap } from '../string-similarity/words.ts'
import { LEVELS } from './levels.ts'
import type { ColumnKind } from './columns.ts'

/**
 * The level of two different values of one kind. Cut-offs: .92 and .80 are those Winkler's comparator is customarily used with for
 * names (Winkler 1990; the same figures stand in most linkage tools); the cosine ones divide what is left into even steps.
 * A cut-off in the wrong place costs little: what each level is worth is learnt.
 */
const NEARNESS: Partial<Record<ColumnKind, (a: Span, b: Span) => number>> = {
  name: nameLevel,
  email: emailLevel,
  phone: slipLevel('phone'),
  account: slipLevel('account'),
  address: addressLevel,
  date: dateLevel,
  text: textLevel,
}

/** Undefined for kinds that are compared by equality alone. */
export const nearnessOf = (kind: ColumnKind): ((a: Span, b: Span) => number) | undefined => NEARNESS[kind]

function nameLevel(a: Span, b: Span): number {
  const similarity = jaroWinkler(a, b)
  if (!hasSpace(a) && !hasSpace(b)) {
    if (similarity >= 0.92) return 3
    if (isInitial(a, b) || isInitial(b, a)) return 4
    return similarity >= 0.8 ? 5 : 6
  }
  const whole = wordOverlap(a, b)
  if (whole.shared === whole.more) return 1
  if (similarity >= 0.92) return 3
  // Initials stand for words only beside a whole word: "j smith", not the "s" of "john's".
  if (whole.shared > 0 && wordOverlap(a, b, true).shared === whole.fewer) return 4
  return similarity >= 0.8 || whole.shared * 2 > whole.more ? 5 : 6
}

const isInitial = (a: Span, b: Span): boolean => a.end - a.start === 1 && a.bytes[a.start] === b.bytes[b.start]

const SPACE = 32
function hasSpace(span: Span): boolean {
  for (let i = span.start; i < span.end; i++) if (span.bytes[i] === SPACE) return true
  return false
}

function emailLevel(a: Span, b: Span): number {
  const first = LEVELS.email.equal
  const boxA = mailbox(a)
  const boxB = mailbox(b)
  let equal = boxA === boxB
  for (let i = 0; equal && i < boxA; i++) equal = a.bytes[a.start + i] === b.bytes[b.start + i]
  if (equal && boxA > 0) return first
  return alignmentDistance(a, b) <= 2 || jaroWinkler(a, b) >= 0.95 ? first + 1 : first + 2
}

const AT = 64
function mailbox(span: Span): number {
  for (let i = span.start; i < span.end; i++) if (span.bytes[i] === AT) return i - span.start
  return span.end - span.start
}

/** One edit in something of at least six characters; in less, one edit makes it another thing. */
function slipLevel(kind: 'phone' | 'account'): (a: Span, b: Span) => number {
  const { equal } = LEVELS[kind]
  return (a, b) => {
    const lengthA = a.end - a.start
    const lengthB = b.end - b.start
    return Math.min(lengthA, lengthB) >= 6 && Math.abs(lengthA - lengthB) <= 1 && alignmentDistance(a, b) <= 1 ? equal : equal + 1
  }
}

function addressLevel(a: Span, b: Span): number {
  const numbers = houseNumbers(a, b)
  const similarity = qGramCosine(a, b, 2)
  if (numbers === 'different') return similarity >= 0.6 ? 3 : 5
  if (similarity >= 0.8) return 1
  if (similarity >= 0.45) return numbers === 'none' ? (similarity >= 0.6 ? 3 : 5) : 2
  return numbers === 'same' ? 4 : 5
}

function dateLevel(a: Span, b: Span): number {
  switch (dateNearness(a, b)) {
    case 'slip':
    case 'part':
      return 1
    case 'swapped':
      return 2
    case 'two':
      return 3
    case 'year':
      return 4
    default:
      return 5
  }
}

const TEXT_STEPS = [0.9, 0.75, 0.55, 0.35]
function textLevel(a: Span, b: Span): number {
  const similarity = qGramCosine(a, b, 3)
  const step = TEXT_STEPS.findIndex((least) => similarity >= least)
  return step === -1 ? TEXT_STEPS.length + 1 : step + 1
}
