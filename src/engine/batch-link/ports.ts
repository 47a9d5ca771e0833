import type { ColumnKind } from '../../compute/record-linkage/columns.ts'
import type { HeaderColumn, LinkMap } from './map.ts'
import type { Pieces } from './pieces.ts'

/** What linking large files needs from outside; adapters implement it. */
export interface LinkDeps {
  readonly tables: LinkTables
  readonly stages: Stages
  readonly threads: LinkThreads
  readonly watch: LinkWatch
}

/** Reads tables of records and writes the results beside them. */
export interface LinkTables {
  /** The columns as the file names them. Throws `unreadable` where the file cannot be one of ours. */
  header(file: string): Promise<readonly HeaderColumn[]>
  /**
   * Reads the files (the second where two are linked) once, so that nothing looks at them again. `earlier`: the `reading` of the
   * same work, where a run that was stopped had come so far.
   */
  read(work: { files: readonly string[]; map: LinkMap; earlier: unknown }): Promise<LinkTable>
  close(): Promise<void>
}

/** A line that is in the file and takes no part. */
export interface LeftOutLine {
  readonly file: string
  readonly line: number
  readonly why: string
}

/**
 * Records numbered 0 … count−1 in the order of their ids, those of the first file before those of the second: the same records
 * in another order are the same table.
 */
export interface LinkTable {
  readonly count: number
  /** Where the second file's records begin; undefined for one file. */
  readonly boundary: number | undefined
  /** What has to be kept to open this table again without reading the files; plain JSON. */
  readonly reading: unknown
  /** Lines that could not be read: all of them counted, the first of them named. */
  readonly leftOut: { readonly count: number; readonly first: readonly LeftOutLine[] }
  /** The columns with several values in a record (JSON arrays, Parquet lists). */
  readonly many: ReadonlySet<string>
  /** With this a thread reads the `Texts` of a column for itself; can be posted. */
  readonly source: unknown
  /** Ids of these records. */
  ids(records: Uint32Array): Promise<readonly string[]>
  /** For each column the values of these records as the file writes them, several joined by ", "; empty where there is none. */
  values(columns: readonly string[], records: Uint32Array): Promise<readonly (readonly string[])[]>
  writeFound(clusters: Clusters, pairs: ScoredPairs): Promise<readonly string[]>
  writeHubs(hubs: readonly WrittenHub[]): Promise<readonly string[]>
}

export interface Clusters {
  /** The record whose id names the cluster: the smallest id of its members. One a record. */
  readonly first: Uint32Array
  /** How many records the cluster has. One a record. */
  readonly size: Uint32Array
}

/** Pairs worth keeping, in order of both records. */
export interface ScoredPairs {
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Bits (log2 of odds) for the pair being one. */
  readonly bits: Float32Array
  readonly probability: Float32Array
  /** 1 where linked, 0 where proposed only. */
  readonly linked: Uint8Array
  /** Which entry of `evidence` says what the two have in common. */
  readonly pattern: Uint32Array
  readonly evidence: readonly string[]
}

export interface WrittenHub {
  readonly column: string
  readonly kind: ColumnKind
  readonly value: string
  readonly holders: number
  readonly reason: string
}

/** Finished stages of an earlier run of the same work, and room for this one's. */
export interface Stages {
  /** The arrays that were saved under this name, or undefined. */
  load(name: string): Promise<Stage | undefined>
  save(name: string, stage: Stage): Promise<void>
}
export interface Stage {
  readonly facts: unknown
  readonly arrays: Readonly<Record<string, StageArray>>
}
export type StageArray = Uint8Array | Uint32Array | Float32Array

/** Works on several pieces side by side. The order of the results is that of the pieces, whatever finished first. */
export interface LinkThreads {
  run<K extends keyof Pieces>(
    kind: K,
    job: Pieces[K]['job'],
    pieces: readonly Pieces[K]['piece'][],
    watch: { readonly told: (done: number, of: number) => void; readonly signal: AbortSignal },
  ): Promise<Pieces[K]['result'][]>
}

export interface LinkWatch {
  readonly signal: AbortSignal
  /** `done` of `total` things of this stage; the watcher knows the time. */
  progress(stage: StageName, done: number, total: number): void
  /** Between two long stretches of work: lets what waits have its turn (an interrupt, say), and gives back the memory of what is done with. */
  rest(): Promise<void>
  /** Something for the person at the terminal: a stage that was taken from an earlier run, an input that changed. */
  say(text: string): void
}
export const STAGES = ['read', 'columns', 'candidates', 'train', 'score', 'cluster', 'write'] as const
export type StageName = (typeof STAGES)[number]
