import { t } from '../../texts/index.ts'
import type { Lines, Link } from './linked.ts'

const n = t.network

export const nameOf = (lines: Lines, persona: string): string => lines.get(persona)?.name ?? (lines.has(persona) ? n.noName : persona)
export const pairOf = (lines: Lines, { persona, other }: Pick<Link, 'persona' | 'other'>): string =>
  n.pair(nameOf(lines, persona), nameOf(lines, other))
export const otherOf = ({ persona, other }: Pick<Link, 'persona' | 'other'>, one: string): string => (persona === one ? other : persona)

/** The first names of many. */
export const fewOf = (lines: Lines, personas: readonly string[], few = 2): string =>
  n.few(
    personas.slice(0, few).map((one) => nameOf(lines, one)),
    Math.max(0, personas.length - few),
  )

/** A kind of value as a noun: "a phone number". */
export const kindInWords = (kind: string): string => n.kinds[kind] ?? n.otherKind(kind)

/** The weight of a link in words is that of its heaviest piece: bits read as odds of a person, which they are not. */
export const weightOf = ({ evidence }: Pick<Link, 'evidence'>): Link['evidence'][number]['weight'] => evidence[0]?.weight ?? 'none'

/** Why, in one line: the standing word of a person where it keeps two apart, else the heaviest piece. */
export function reasonOf({ state, evidence, judged }: Pick<Link, 'state' | 'evidence' | 'judged'>): string {
  if (state === 'apart' && judged !== null) return judged.reason
  return evidence[0]?.says ?? judged?.reason ?? n.why.nothing
}

/** What the links of a cluster rest on, the heaviest kinds first: "a phone number, résumé text". */
export function sharedBy(links: readonly Pick<Link, 'state' | 'evidence'>[]): string {
  const bits = new Map<string, number>()
  for (const { state, evidence } of links)
    if (state === 'linked')
      for (const e of evidence) if (e.bits > 0) bits.set(kindInWords(e.kind), (bits.get(kindInWords(e.kind)) ?? 0) + e.bits)
  const kinds = [...bits].toSorted((a, b) => b[1] - a[1]).map(([kind]) => kind)
  return kinds.length === 0 ? n.cluster.judgedSame : kinds.slice(0, 3).join(', ')
}
