import { rmSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { cancelled } from '../../model/errors.ts'
import { literal } from './sql.ts'
import { asFault } from './faults.ts'

export interface DatabaseSettings {
  /** Everything that is written goes below this folder. */
  readonly folder: string
  /** The files that may be read. */
  readonly files: readonly string[]
  readonly threads: number
  /** Bytes; beyond them it spills to the folder. */
  readonly memory: number
  readonly signal: AbortSignal
  /** What is joined comes out in the order of the left side: one thread, and the sides stay where the query has them. */
  readonly inOrder?: boolean
}

/** One embedded database in memory, which can reach the named files and the folder and nothing else, and loads no extensions. */
export class Database {
  readonly #instance: DuckDBInstance
  readonly connection: DuckDBConnection
  readonly #signal: AbortSignal
  readonly #stop: () => void
  readonly #spill: string

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, of: { spill: string; signal: AbortSignal }) {
    const { signal } = of
    this.#instance = instance
    this.#spill = of.spill
    this.connection = connection
    this.#signal = signal
    this.#stop = () => connection.interrupt()
    signal.addEventListener('abort', this.#stop)
  }

  static async open(settings: DatabaseSettings): Promise<Database> {
    await mkdir(settings.folder, { recursive: true })
    // Each has its own: they name what they spill alike.
    const spill = await mkdtemp(join(settings.folder, 'spill-'))
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(settings.inOrder === true ? 1 : settings.threads),
      ...(settings.inOrder === true ? { disabled_optimizers: 'join_order,build_side_probe_side' } : {}),
      memory_limit: `${Math.floor(settings.memory / 2 ** 20)}MiB`,
      temp_directory: spill,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    })
    const connection = await instance.connect()
    const paths = settings.files.map((file) => literal(resolve(file))).join(', ')
    await connection.run(`SET allowed_paths = [${paths}]`)
    await connection.run(`SET allowed_directories = [${literal(resolve(settings.folder))}]`)
    await connection.run('SET enable_external_access = false')
    await connection.run('SET lock_configuration = true')
    return new Database(instance, connection, { spill, signal: settings.signal })
  }

  async run(sql: string, values: readonly (string | number)[] = []): Promise<void> {
    await this.#guarded(() => this.connection.run(sql, [...values]))
  }

  /** Rows as arrays of plain values; for small answers. */
  async rows(sql: string, values: readonly (string | number)[] = []): Promise<readonly (readonly unknown[])[]> {
    const reader = await this.#guarded(() => this.connection.runAndReadAll(sql, [...values]))
    return reader.getRows()
  }

  async number(sql: string): Promise<number> {
    return Number((await this.rows(sql))[0]?.[0] ?? 0)
  }

  /** Chunks of at most 2,048 rows. The database works on the next one while its reader works on this one. */
  async *chunks(sql: string): AsyncGenerator<Chunk> {
    const result = await this.#guarded(() => this.connection.stream(sql))
    let next = this.#guarded(() => result.fetchChunk())
    try {
      for (;;) {
        const chunk = await next
        if (chunk === null || chunk.rowCount === 0) return
        next = this.#guarded(() => result.fetchChunk())
        // Whoever awaits it is told of a fault; until then it is nobody's.
        next.catch(() => undefined)
        yield chunk
      }
    } finally {
      // A reader that stops early leaves no query behind.
      await next.catch(() => undefined)
    }
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#stop)
    this.connection.closeSync()
    this.#instance.closeSync()
    rmSync(this.#spill, { recursive: true, force: true })
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#signal.aborted) throw cancelled()
    try {
      return await work()
    } catch (error) {
      if (this.#signal.aborted) throw cancelled()
      throw asFault(error)
    }
  }
}

export type Chunk = NonNullable<Awaited<ReturnType<Awaited<ReturnType<DuckDBConnection['stream']>>['fetchChunk']>>>
