import type { Linked } from '../../engine/batch-link/link-records.ts'
import { missingValues } from '../report/missing-values.ts'

const grouped = (n: number): string => n.toLocaleString('en-US')
const counted = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`

/** What a run found, for the terminal. */
export function linkLines(linked: Linked, files: readonly string[]): string {
  const { clusters, hubs, leftOut } = linked
  const alone = linked.records - clusters.joined
  return [
    `${counted(linked.records, 'record', 'records')}: ${grouped(clusters.joined)} in ${counted(clusters.count, 'cluster', 'clusters')}, ${grouped(alone)} by themselves.`,
    `${counted(linked.compared, 'pair', 'pairs')} compared: ${grouped(linked.linked)} linked, ${grouped(linked.proposed)} proposed for a person to look at.`,
    ...(hubs.length === 0
      ? []
      : [
          `${counted(hubs.length, 'value is', 'values are')} held by so many records that sharing it joins nobody; hubs.parquet lists them.`,
        ]),
    ...missingValues(linked.columns),
    ...(leftOut.count === 0
      ? []
      : [
          `${counted(leftOut.count, 'line was', 'lines were')} left out:`,
          ...leftOut.first.map((line) => `  ${line.file}, line ${line.line}: ${line.why}`),
          ...(leftOut.count > leftOut.first.length ? [`  and ${grouped(leftOut.count - leftOut.first.length)} more`] : []),
        ]),
    'A link is a reason to look, not a finding about anybody. summary.html shows why pairs were linked.',
    '',
    ...files,
  ].join('\n')
}
