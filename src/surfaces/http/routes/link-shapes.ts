import { z } from 'zod'
import { linkKind } from '../../../engine/links/kinds.ts'
import type { Caller } from '../../../engine/people/caller.ts'
import { JUDGEMENTS } from '../../../model/link.ts'
import { clusterDocument, linkDocument } from '../../documents/links.ts'
import { instant } from './shapes.ts'

const place = z.object({ statement: z.string(), persona: z.string(), property: z.string(), artifact: z.string(), at: z.string() })

const piece = z.object({
  kind: z.string(),
  family: z.string(),
  value: z.string(),
  weight: z.enum(['strong', 'moderate', 'weak', 'none']),
  bits: z.number(),
  holders: z.number().int(),
  daysApart: z.number().nullable(),
  says: z.string(),
  removedBy: z.string(),
  mine: z.array(place),
  theirs: z.array(place),
})

export const judgement = z.object({
  seq: z.number().int(),
  persona: z.string(),
  other: z.string(),
  kind: z.enum([...JUDGEMENTS, 'withdrawn']),
  reason: z.string(),
  by: z.string(),
  at: instant,
})

export const link = z
  .object({
    persona: z.string(),
    other: z.string(),
    state: z.enum(['linked', 'proposed', 'apart']),
    bits: z.number(),
    evidence: z.array(piece),
    against: z.array(z.object({ says: z.string(), because: z.array(place) })),
    /** The judgement that stands. */
    judged: judgement.nullable(),
    judgements: z.array(judgement),
    /** What would end it, and what it costs somebody when it is wrong. */
    removedBy: z.string(),
    costOfError: z.string(),
  })
  .meta({ id: 'Link' })

export const hub = z.object({ kind: z.string(), key: z.string(), holders: z.number().int(), reason: z.string() }).meta({ id: 'Hub' })

export const clusterEvent = z.object({
  seq: z.number().int(),
  at: instant,
  kind: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
  joined: z.array(z.string()),
  left: z.array(z.string()),
  reason: z.string(),
})

export const cluster = z
  .object({
    cluster: z.string(),
    personas: z.array(z.string()),
    links: z.array(link),
    hubs: z.array(hub.extend({ personas: z.array(z.string()) })),
    judgements: z.array(judgement),
    events: z.array(clusterEvent),
  })
  .meta({ id: 'Cluster' })

/** Families whose shared values are how to reach or pay somebody. */
const MASKED_FAMILIES: ReadonlySet<string> = new Set(['contact', 'payout', 'device'])
const LEAST_MASKED = 4

interface Valued {
  readonly evidence: readonly { readonly family: string; readonly value: string }[]
}

/** A document of links as this caller may see it: values that identify are shown in part, in every sentence that quotes them. */
function seen<T>(caller: Caller, links: readonly Valued[], document: T): T {
  if (caller.may.has('persona:unmask')) return document
  const values = links.flatMap((one) =>
    one.evidence.flatMap((e) => (MASKED_FAMILIES.has(e.family) && e.value.length >= LEAST_MASKED ? [e.value] : [])),
  )
  const longestFirst = [...new Set(values)].toSorted((a, b) => b.length - a.length)
  return replaced(document, (text) => longestFirst.reduce((rest, value) => rest.replaceAll(value, `••••••${value.slice(-2)}`), text)) as T
}

function replaced(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => replaced(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, change)]))
}

type Written<S extends z.ZodType> = z.infer<S>

export function linkFor(caller: Caller, explained: Parameters<typeof linkDocument>[0]): Written<typeof link> {
  const document = linkDocument(explained)
  // The document is made of read-only lists; what is sent is the same.
  return seen(caller, [document], document) as unknown as Written<typeof link>
}

export function clusterFor(caller: Caller, explained: Parameters<typeof clusterDocument>[0]): Written<typeof cluster> {
  const document = clusterDocument(explained)
  const held = { evidence: document.hubs.map(({ kind, key }) => ({ family: linkKind(kind)?.family ?? 'contact', value: key })) }
  return seen(caller, [...document.links, held], document) as unknown as Written<typeof cluster>
}
