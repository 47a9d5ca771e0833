import type { ColumnFacts } from '../../engine/batch-link/encode-column.ts'

const grouped = (n: number): string => n.toLocaleString('en-US')

/** What of the columns stands in the file and counts as missing, a sentence each. */
export function missingValues(columns: readonly ColumnFacts[]): readonly string[] {
  return columns.flatMap(({ name, kind, unread, nobodys }) => [
    ...(unread > 0 ? [`Column "${name}": ${grouped(unread)} values cannot be read as ${kind} and count as missing.`] : []),
    ...(nobodys > 0
      ? [
          `Column "${name}": ${grouped(nobodys)} values are nobody’s own (${kind === 'ip' ? 'addresses used inside any home or office' : 'ids of zeros'}) and count as missing.`,
        ]
      : []),
  ])
}
