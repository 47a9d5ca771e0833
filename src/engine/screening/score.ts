import type { Comparison, ListHit } from '../../model/screening.ts'

/**
 * How far what else was compared moves the name's similarity. Agreement closes a part of the way to 1 and never reaches it, a
 * contradiction takes a part away: so hits stay in an order and do not pile up at the top. Proposed, not sourced; a document's
 * number says more than a full birth date, that more than a year, and a year about as much as an address.
 */
const CLOSES = { identifier: 0.6, wallet: 0.6, day: 0.5, year: 0.25, near: 0.1, nearExact: 0.4, address: 0.3 } as const
const KEEPS_OF_NAME = { birth: 0.8, type: 0.5, identifier: 0.95, address: 1, wallet: 1 } as const
/** An exact thing names the entry whatever the name says; a damaged one may be a slip of the pen. */
const EXACT = 0.9
const DAMAGED = 0.7

export function scoreOf(nameScore: number, comparisons: readonly Comparison[]): number {
  let score = nameScore
  // What speaks against the name speaks against the name alone.
  for (const { about, agrees } of comparisons) if (agrees === 'no') score *= KEEPS_OF_NAME[about]
  const exact = comparisons.filter((c) => c.about === 'wallet' || c.about === 'identifier')
  if (exact.some((c) => c.agrees === 'yes')) score = Math.max(score, EXACT)
  else if (exact.some((c) => c.agrees === 'near' && c.about === 'wallet')) score = Math.max(score, DAMAGED)
  for (const comparison of comparisons) if (comparison.agrees !== 'no') score += (1 - score) * closes(comparison)
  return Math.min(1, Math.max(0, score))
}

function closes({ about, agrees, precision }: Comparison): number {
  if (about === 'type') return 0
  if (agrees === 'near') return about === 'birth' ? CLOSES.near : CLOSES.nearExact
  if (about !== 'birth') return CLOSES[about]
  return precision === 'day' ? CLOSES.day : CLOSES.year
}

/**
 * Is there something beside the name that agrees? A year of birth alone says something only where `yearTells`: a name of one
 * part, an alias that the publisher calls weak, or a name that fits many entries meets one of the right year by chance.
 */
export const corroborated = (comparisons: readonly Comparison[], yearTells: boolean): boolean =>
  comparisons.some((c) => c.about !== 'type' && c.agrees !== 'no' && (c.about !== 'birth' || c.precision === 'day' || yearTells))

/** Best first: score, then what agrees beside the name, then strong names before weak ones, then list and entry. */
export function inOrder(hits: readonly ListHit[]): readonly ListHit[] {
  const agreeing = (hit: ListHit): number => hit.comparisons.filter((c) => c.agrees === 'yes').length
  const weak = (hit: ListHit): number => (hit.names.some((n) => n.full === hit.name && n.quality === 'strong') ? 0 : 1)
  return [...hits].sort(
    (a, b) =>
      b.score - a.score ||
      agreeing(b) - agreeing(a) ||
      weak(a) - weak(b) ||
      (a.list < b.list ? -1 : a.list > b.list ? 1 : a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0),
  )
}
