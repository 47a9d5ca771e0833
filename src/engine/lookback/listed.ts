import type { Instant } from '../../model/statement.ts'

/** A row of somebody's list as it was written, before anything is believed. */
export interface ListedRow {
  /** `line=12` or `/objects/3`. */
  readonly at: string
  readonly kind: string
  readonly value: string
  readonly says: Saying
  readonly source: string | undefined
  readonly origin: string | undefined
  readonly reliability: string | undefined
  readonly credibility: string | undefined
  readonly note: string | undefined
  readonly seen: Instant | undefined
  readonly expires: Instant | undefined
}

/**
 * `bad`: what lists are for. `shared`: the source says that very many use it (an exchange's hot wallet, an office). `good`: it
 * says that there is nothing against it, or takes back what it said.
 */
export type Saying = 'bad' | 'shared' | 'good'

/** A row that was left out, and why, as a sentence. */
export interface LeftOut {
  readonly at: string
  readonly why: string
}

export interface Listing {
  readonly rows: readonly ListedRow[]
  readonly leftOut: readonly LeftOut[]
  /** Remarks about the whole file: columns that were dropped unread. */
  readonly notes: readonly string[]
}

/** A file of indicators is text; more than this is something else. */
export const MOST_LIST_BYTES = 64 << 20
export const MOST_LIST_ROWS = 1_000_000
/** Characters of one cell; the longest honest one is a web address. */
export const LONGEST_CELL = 2_000

const SAYINGS: readonly (readonly [Saying, RegExp])[] = [
  [
    'good',
    /^(?:good|benign|harmless|clean|revoked|withdrawn|removed|retracted|cleared|false[- ]?positive|fp|whitelist(?:ed)?|allow(?:ed)?)$/,
  ],
  ['shared', /^(?:shared|service|exchange|hot[- ]?wallet|omnibus|office|public|provider|vpn|infrastructure)$/],
  ['bad', /^(?:|bad|malicious|listed|confirmed|abuse|fraud|suspicious|high|medium|low|1|true|yes)$/],
]

export const sayingOf = (cell: string): Saying | undefined => SAYINGS.find(([, pattern]) => pattern.test(cell.trim().toLowerCase()))?.[0]

/** A day or an instant, in ISO 8601 or seconds since 1970, as UTC; undefined where it is none of the years 1990 to 2100. */
export function instantIn(cell: string): Instant | undefined {
  const typed = cell.trim()
  const time = /^\d{9,10}$/.test(typed)
    ? Number(typed) * 1000
    : /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(typed)
      ? Date.parse(zoned(typed))
      : Number.NaN
  if (!Number.isFinite(time)) return undefined
  const at = new Date(time).toISOString()
  // The calendar is checked by reading the day back: JavaScript takes 31 February for 3 March.
  const real = !/^\d{4}-\d{2}-\d{2}$/.test(typed) || at.startsWith(typed)
  return real && at >= '1990' && at < '2101' ? at : undefined
}

const zoned = (typed: string): string =>
  /(?:Z|[+-]\d{2}:?\d{2})$/.test(typed.slice(10)) || typed.length === 10 ? typed.replace(' ', 'T') : `${typed.replace(' ', 'T')}Z`
