import { DuckDBInstance } from '@duckdb/node-api'

/** Pairs in one cluster beside pairs of one operator. */
export interface Quality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Of clusters (`id, cluster`; CSV or Parquet) beside the truth (CSV of `id, operator`). Ids without a cluster stand alone. */
export async function qualityOf(clusters: string, truth: string): Promise<Quality> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '4GB' })
  const connection = await instance.connect()
  const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`
  const pairs = (by: string): string =>
    `(select coalesce(sum(n * (n - 1) // 2), 0) from (select count(*)::hugeint as n from both_sides group by ${by}))`
  await connection.run(`create table both_sides as
    select t.operator, coalesce(c.cluster::varchar, 'alone ' || t.id) as cluster
    from ${quoted(truth)} t left join ${quoted(clusters)} c on c.id = t.id`)
  const [row] = (
    await connection.runAndReadAll(
      `select ${pairs('operator')}::double as planted, ${pairs('cluster')}::double as found, ${pairs('operator, cluster')}::double as right_ones`,
    )
  ).getRowObjectsJS()
  connection.closeSync()
  instance.closeSync()
  const [planted, found, right] = [Number(row?.['planted']), Number(row?.['found']), Number(row?.['right_ones'])]
  return {
    precision: found === 0 ? 1 : right / found,
    recall: planted === 0 ? 1 : right / planted,
    f1: found + planted === 0 ? 1 : (2 * right) / (found + planted),
  }
}

export const saying = ({ precision, recall, f1 }: Quality): string =>
  `F1 ${f1.toFixed(3)} (precision ${precision.toFixed(4)}, recall ${recall.toFixed(3)})`
