/** One line of the report: two things alternated in one run, and what the speed was bought with. */
export interface Measured {
  readonly job: string
  readonly what: string
  /** Median of the rounds' ratios, with the smallest and the largest. */
  readonly ratio: number
  readonly least: number
  readonly most: number
  /** 0 where it could not be measured; `quality` says why. */
  readonly rounds: number
  /** The largest ratio that is aimed at; absent where the line only explains another. */
  readonly goal?: number
  /** The smallest ratio that is aimed at, where the peer stands above the line. */
  readonly atLeast?: number
  readonly quality: string
  /** Seconds or milliseconds of this machine, for orientation only. */
  readonly times: string
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The goal in words, and whether it is met; undefined where there is none. */
export function goalOf({ ratio, goal, atLeast }: Measured): { readonly words: string; readonly met: boolean } | undefined {
  if (atLeast !== undefined) return { words: `≥ ${atLeast}`, met: ratio >= atLeast }
  return goal === undefined ? undefined : { words: `≤ ${goal}`, met: ratio <= goal }
}

export const ms = (milliseconds: number): string =>
  milliseconds >= 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export type Times = Readonly<Record<string, readonly number[]>>

/**
 * Runs the contenders in turn, `rounds` times, the order reversed in every other round, so that what else the machine does hits
 * all of them alike. Milliseconds by contender and round.
 */
export async function alternate(contenders: Readonly<Record<string, (round: number) => Promise<number>>>, rounds: number): Promise<Times> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const turn = Object.entries(contenders)
    for (const [name, run] of round % 2 === 0 ? turn : turn.reverse()) times[name]?.push(await run(round))
  }
  return times
}

/** The ratio of two contenders, round by round. */
export function ratioOf(times: Times, of: string, to: string): Pick<Measured, 'ratio' | 'least' | 'most' | 'rounds' | 'times'> {
  const [above = [], below = []] = [times[of], times[to]]
  const ratios = above.map((value, round) => value / (below[round] ?? Number.NaN))
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    rounds: ratios.length,
    times: `${of} ${ms(median(above))}, ${to} ${ms(median(below))}`,
  }
}
