import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER } from '@duckdb/node-api'

/** Edges between nodes 0 … nodes − 1. */
export interface Graph {
  readonly nodes: number
  readonly left: Uint32Array
  readonly right: Uint32Array
}

export interface Labelling {
  /** Leaves the labels in DuckDB. */
  label(): Promise<void>
  labels(): Promise<Uint32Array>
  close(): void
}

/** Rows that go over to DuckDB with one call. */
const CHUNK = 2_048

/** A graph in DuckDB, in tables, ready to be labelled as often as one likes. */
export async function labelPropagation(graph: Graph, threads: number): Promise<Labelling> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  const connection = await instance.connect()
  await connection.run('create table edge (a integer, b integer)')
  const appender = await connection.createAppender('edge')
  for (let at = 0; at < graph.left.length; at += CHUNK) {
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER])
    chunk.setColumns([[...graph.left.subarray(at, at + CHUNK)], [...graph.right.subarray(at, at + CHUNK)]])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  return {
    label: () => propagate(connection, graph.nodes),
    labels: () => fetched(connection, graph.nodes),
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/**
 * Every node takes the smallest label among its own, its neighbours' and that of the node it is labelled with (the last halves the
 * number of rounds on long chains), until no label changes.
 */
async function propagate(connection: DuckDBConnection, nodes: number): Promise<void> {
  await connection.run(`create or replace table label as select i::integer as node, i::integer as label from range(${nodes}) t(i)`)
  for (;;) {
    await connection.run(`create or replace table next as
      select l.node, least(l.label, m.least, far.label) as label
      from label l
      left join (
        select node, min(label) as least from (
          select e.a as node, l.label from edge e join label l on l.node = e.b
          union all
          select e.b, l.label from edge e join label l on l.node = e.a
        ) group by node
      ) m on m.node = l.node
      join label far on far.node = l.label`)
    const changed = await connection.runAndReadAll(
      'select count(*)::integer as changed from next n join label l on l.node = n.node where n.label <> l.label',
    )
    await connection.run('drop table label')
    await connection.run('alter table next rename to label')
    if (changed.getRowObjectsJS()[0]?.['changed'] === 0) return
  }
}

async function fetched(connection: DuckDBConnection, nodes: number): Promise<Uint32Array> {
  const result = await connection.run('select node, label from label')
  const labels = new Uint32Array(nodes)
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return labels
    const [node, label] = [chunk.getColumnValues(0), chunk.getColumnValues(1)]
    for (let i = 0; i < chunk.rowCount; i++) labels[Number(node[i])] = Number(label[i])
  }
}
