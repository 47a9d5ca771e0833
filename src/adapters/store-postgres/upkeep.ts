/** Rows after which a small database is worth tidying. */
const AT_LEAST = 10_000
/** Changed rows, as a share of all written so far, after which tidying pays (autovacuum's own default is 0.2). */
const SHARE = 0.5

export interface Upkeep {
  changed(rows: number): void
  /** Tidies when it is time; called between transactions. */
  due(): Promise<void>
}

/**
 * Tidies when so many rows have changed that it pays: fresh statistics, so that plans suit the number of rows; in the embedded
 * database, which has no autovacuum, the space of deleted rows too.
 */
export function upkeepOf(tidy: () => Promise<unknown>): Upkeep {
  let since = 0
  let total = 0
  return {
    changed(rows) {
      since += rows
    },
    async due() {
      if (since < AT_LEAST + SHARE * total) return
      total = Math.min(total + since, Number.MAX_SAFE_INTEGER / 4)
      since = 0
      try {
        await tidy()
      } catch {
        // Only tidying: whatever stops it (a full disk) will stop the next write with a message.
      }
    },
  }
}
