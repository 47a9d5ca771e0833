import type { ArtifactId, Instant } from './statement.ts'

/** What an imported indicator may be about: identifiers alone, never names, birth dates, documents of identity or home addresses. */
export const INDICATOR_KINDS = [
  'email',
  'domain',
  'phone',
  'messenger',
  'link',
  'wallet',
  'bank-account',
  'device',
  'ip',
  'image-sha256',
  'photo',
  'document-id',
] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

/** `expired` is written when the end has come, so that what counts is a matter of rows and not of the clock. */
export const INDICATOR_STATES = ['quarantined', 'accepted', 'refused', 'expired'] as const
export type IndicatorState = (typeof INDICATOR_STATES)[number]

/**
 * A known-bad identifier as somebody else published it. Quarantined until a person accepts it, and even then it flags nobody
 * by itself: it makes past and future personas worth a look.
 */
export interface Indicator {
  /** 32 hexadecimal digits: a hash of kind, key and source, so that importing a file twice adds nothing. */
  readonly id: string
  readonly kind: IndicatorKind
  /** Normalised as the identifier index does. */
  readonly key: string
  /** As it was written in the file. */
  readonly original: string
  readonly source: string
  /** Whom the source has it from, where it says so: two sources with one origin are one word. */
  readonly origin: string | undefined
  /** Admiralty code: reliability A–F, credibility 1–6. */
  readonly reliability: string
  readonly credibility: string
  readonly note: string | undefined
  readonly seen: Instant | undefined
  /** Not valid from this instant on. Every indicator has one: a number is given to somebody else in time. */
  readonly expires: Instant
  readonly state: IndicatorState
  /** Why it needs a second look (a shared mailbox provider, a public suffix, a private address), in words. */
  readonly warning: string | undefined
  /** The imported file and the place in it. */
  readonly artifact: ArtifactId
  readonly at: string
  readonly imported: Instant
  readonly decidedBy: string | undefined
  readonly decided: Instant | undefined
  /** Why it was accepted or refused; written by a person. */
  readonly reason: string | undefined
}

/**
 * How many sources say it independently: names joined by "has it from" are one word, in a circle too.
 */
export function independentSources(rows: readonly Pick<Indicator, 'source' | 'origin'>[]): number {
  const groups = new Map<string, Set<string>>()
  for (const { source, origin } of rows) {
    const names = [source, ...(origin === undefined ? [] : [origin])].map((name) => name.trim().toLowerCase())
    const joined = new Set(names.flatMap((name) => [name, ...(groups.get(name) ?? [])]))
    for (const name of joined) groups.set(name, joined)
  }
  return new Set(groups.values()).size
}

/**
 * How much the rows about one value are worth together. One independent source is never more than low; nothing that
 * was only imported is ever high.
 */
export function confidenceOf(rows: readonly Pick<Indicator, 'source' | 'origin' | 'reliability' | 'credibility'>[]): 'low' | 'moderate' {
  const sound = rows.filter(({ reliability, credibility }) => 'ABC'.includes(reliability) && '123'.includes(credibility))
  return independentSources(sound) >= 2 ? 'moderate' : 'low'
}
