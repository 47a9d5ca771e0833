/** Shares are whole numbers of this many parts of a whole, so that a third and two thirds add up as written and 49.999 999 999 % stays below half. */
export const WHOLE = 1e11

/** What one record says: `owner` holds between `least` and `most` of `owned` (places of parties; parts of `WHOLE`). */
export interface Edge {
  readonly owner: number
  readonly owned: number
  readonly least: number
  readonly most: number
  /** First and last day (`2024-03-31`) on which it holds; open where absent. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What all records of a day together say of one owner and one owned. */
export interface Stake {
  readonly owner: number
  readonly owned: number
  readonly least: number
  readonly most: number
  /** The records contradict each other, and no share fits all of them. */
  readonly disputed: boolean
  /** Places of the records among the edges. */
  readonly edges: readonly number[]
}

export const holdsOn = (day: string, { from, to }: Pick<Edge, 'from' | 'to'>): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to)

/**
 * The stakes of a day. Two records of one pair are two words about one stake and are never added: where they overlap the stake is
 * what both allow, where they contradict each other it is anything from the lower to the higher.
 */
export function stakesOn(edges: readonly Edge[], day: string): Stake[] {
  const pairs = new Map<string, number[]>()
  for (const [at, edge] of edges.entries()) {
    if (!holdsOn(day, edge)) continue
    const pair = `${edge.owner} ${edge.owned}`
    const records = pairs.get(pair)
    if (records === undefined) pairs.set(pair, [at])
    else records.push(at)
  }
  return [...pairs.values()].map((records) => together(records, edges))
}

function together(records: readonly number[], edges: readonly Edge[]): Stake {
  const said = records.map((at) => edges[at]!)
  const { owner, owned } = said[0]!
  const highest = said.reduce((most, edge) => Math.max(most, edge.least), 0)
  const lowest = said.reduce((least, edge) => Math.min(least, edge.most), WHOLE)
  const disputed = highest > lowest
  return { owner, owned, least: disputed ? lowest : highest, most: disputed ? highest : lowest, disputed, edges: records }
}
