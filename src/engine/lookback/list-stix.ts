import { z } from 'zod'
import { unreadable } from '../../model/errors.ts'
import { instantIn, MOST_LIST_ROWS, type LeftOut, type Listing, type ListedRow } from './listed.ts'

/** The parts of a STIX 2.1 indicator (section 4.7 of the standard) that are read; everything else is left alone. */
const indicator = z.object({
  type: z.literal('indicator'),
  id: z.string().max(200).optional(),
  pattern: z.string().max(4_000),
  pattern_type: z.string().max(40).optional(),
  valid_from: z.string().max(40).optional(),
  valid_until: z.string().max(40).optional(),
  revoked: z.boolean().optional(),
  description: z.string().max(20_000).optional(),
})

/** One comparison for equality: an object's path and a value in quotes, in which a quote or a backslash is escaped. */
const COMPARISON = /^([a-z0-9-]+):([a-z0-9_.'-]+)\s*=\s*'((?:[^'\\]|\\.)*)'$/i
const PATHS: Readonly<Record<string, string>> = {
  'email-addr:value': 'email',
  'email-message:from_ref.value': 'email',
  'email-message:sender_ref.value': 'email',
  'domain-name:value': 'domain',
  'ipv4-addr:value': 'ip',
  'ipv6-addr:value': 'ip',
  'url:value': 'link',
  'x-wallet:address': 'wallet',
  'cryptocurrency-wallet:address': 'wallet',
  'x-phone-number:value': 'phone',
}

/** A bundle (or a list) of STIX 2.1 objects; of patterns, comparisons for equality, alone or joined by OR. */
export function readListStix(text: string): Listing {
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw unreadable('The list begins as JSON and is not: a bracket or a comma is wrong, or the file ends too early.', { cause })
  }
  const objects: unknown = Array.isArray(parsed) ? parsed : (parsed as { objects?: unknown } | null)?.objects
  if (!Array.isArray(objects)) throw unreadable('The list is JSON without STIX objects. A bundle has a list named "objects".')
  const rows: ListedRow[] = []
  const leftOut: LeftOut[] = []
  let others = 0
  for (const [i, object] of objects.slice(0, MOST_LIST_ROWS).entries()) {
    if ((object as { type?: unknown } | null)?.type !== 'indicator') {
      others++
      continue
    }
    const at = `/objects/${i}`
    const checked = indicator.safeParse(object)
    if (!checked.success) leftOut.push({ at, why: 'The object is no indicator of STIX 2.1.' })
    else rows.push(...rowsOf(checked.data, at, leftOut))
  }
  return { rows, leftOut, notes: others === 0 ? [] : [`${others} objects are no indicators and were left alone.`] }
}

function rowsOf(object: z.infer<typeof indicator>, at: string, leftOut: LeftOut[]): ListedRow[] {
  const readable = object.pattern_type === undefined || object.pattern_type === 'stix'
  // `[a OR b]` and `[a] OR [b]` mean the same where each is one comparison.
  // Blanks are trimmed and not matched: a pattern of blanks would be gone over once for each of them.
  const parts = readable ? object.pattern.split(/\sOR\s/) : []
  const pairs = parts.map((part) => pairOf(unbracketed(part.trim())))
  if (pairs.length === 0 || pairs.length > 1_000 || pairs.some((pair) => pair === undefined)) {
    leftOut.push({ at, why: 'The pattern is more than a comparison of identifiers for equality, or of a kind that is not kept here.' })
    return []
  }
  return pairs.flatMap((pair) =>
    pair === undefined
      ? []
      : [
          {
            at,
            kind: pair[0],
            value: pair[1],
            says: object.revoked === true ? ('good' as const) : ('bad' as const),
            source: undefined,
            origin: undefined,
            reliability: undefined,
            credibility: undefined,
            note: object.description,
            seen: instantIn(object.valid_from ?? ''),
            expires: instantIn(object.valid_until ?? ''),
          },
        ],
  )
}

const unbracketed = (part: string): string => part.slice(part.startsWith('[') ? 1 : 0, part.endsWith(']') ? -1 : undefined).trim()

function pairOf(part: string): readonly [kind: string, value: string] | undefined {
  const [, type = '', path = '', value = ''] = COMPARISON.exec(part) ?? []
  const kind =
    PATHS[`${type}:${path}`.toLowerCase()] ?? (/^file:hashes\.'?sha-256'?$/i.test(`${type}:${path}`) ? 'image-sha256' : undefined)
  return kind === undefined ? undefined : [kind, value.replace(/\\(.)/g, '$1')]
}
