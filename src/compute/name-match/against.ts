import type { How } from './nearness.ts'
import type { NameKind, NameToken } from './tokens.ts'

interface Met {
  readonly query: string
  readonly listed: string
  readonly how: How
}

interface Compared {
  readonly kind: NameKind
  readonly parts: readonly Met[]
  /** Words that met nothing. */
  readonly query: readonly NameToken[]
  readonly listed: readonly NameToken[]
  /** 1 in the same order. */
  readonly order: number
  /** Whether both say whose child somebody is. */
  readonly fathers: boolean
}

/** What speaks against two names being one, in sentences, the weightiest first. */
export function against({ kind, parts, query, listed, order, fathers }: Compared): string[] {
  const sentences: string[] = []
  const numbers = [query, listed].map((side) => side.filter((t) => t.role === 'number'))
  if (numbers[0]!.length > 0 && numbers[1]!.length > 0)
    sentences.push(`The numbers differ: ${quoted(numbers[0]!)} and ${quoted(numbers[1]!)}.`)
  const [ours, theirs] = [query, listed].map((side) => side.filter((t) => t.against > 0.1 && t.role !== 'number'))
  if (ours!.length > 0 && theirs!.length > 0)
    sentences.push(`${quoted(ours!)} of the query and ${quoted(theirs!)} of the listed name do not meet.`)
  else if (theirs!.length > 0) sentences.push(`The listed name also holds ${quoted(theirs!)}.`)
  else if (ours!.length > 0) sentences.push(`The query also holds ${quoted(ours!)}.`)
  const forms = [query, listed].map((side) => side.filter((t) => t.form !== undefined))
  if (forms[0]!.length > 0 && forms[1]!.length > 0) sentences.push(`The legal forms differ: ${quoted(forms[0]!)} and ${quoted(forms[1]!)}.`)
  const whole = parts.filter((p) => p.how !== 'initial')
  if (kind === 'person' && whole.length < 2 && query.length + listed.length > 0) sentences.push('No more than one part of the name meets.')
  for (const p of parts) {
    if (p.how === 'initial') sentences.push(`"${p.query}" and "${p.listed}" share only the first letter.`)
    if (p.how === 'consonants')
      sentences.push(`The vowels of "${p.query}" or "${p.listed}" are not written; other names have the same consonants.`)
  }
  if (order < 1)
    sentences.push(
      fathers ? 'The parts stand in another order, and the order says whose child is meant.' : 'The parts stand in another order.',
    )
  return sentences
}

const quoted = (tokens: readonly NameToken[]): string => [...new Set(tokens.map((t) => `"${t.written}"`))].join(', ')
