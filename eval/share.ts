import type { OutcomeKind } from '../src/model/finding.ts'
import { wilson } from '../scripts/catalog-docs.ts'
import type { Result } from './tenant.ts'

/** A count out of a number, as it stands in report.json. */
export interface Share {
  readonly n: number
  readonly of: number
}

/** `3 of 68, 4.4 % (1.5 – 12.2 %)`: count, share and Wilson's 95 % interval. */
export function shareText({ n, of }: Share): string {
  if (of === 0) return '0 of 0'
  const [low, high] = wilson(n, of)
  return `${n} of ${of}, ${((100 * n) / of).toFixed(1)} % (${low.toFixed(1)} – ${high.toFixed(1)} %)`
}

export const shareOf = <T>(list: readonly T[], is: (item: T) => boolean): Share => ({ n: list.filter(is).length, of: list.length })

export interface DetectorRate {
  readonly fired: number
  /** Personas on whom the question could be asked: fired or quiet. */
  readonly of: number
  readonly notApplicable: number
  readonly failed: number
}

/** Each detector's outcomes over these results, by id in order. */
export function detectorRates(results: readonly Result[]): ReadonlyMap<string, DetectorRate> {
  const counts = new Map<string, Record<OutcomeKind, number>>()
  for (const { outcomes } of results) {
    for (const [id, kind] of outcomes) {
      const count = counts.get(id) ?? { fired: 0, quiet: 0, 'not-applicable': 0, failed: 0 }
      count[kind] += 1
      counts.set(id, count)
    }
  }
  return new Map(
    [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, c]) => [id, { fired: c.fired, of: c.fired + c.quiet, notApplicable: c['not-applicable'], failed: c.failed }]),
  )
}

export interface Recommended {
  readonly clear: number
  readonly ask: number
  readonly review: number
  readonly escalate: number
}

export function recommended(results: readonly Result[]): Recommended {
  const count = (wanted: string): number => results.filter((r) => r.recommendation === wanted).length
  return { clear: count('clear'), ask: count('ask'), review: count('review'), escalate: count('escalate') }
}
