import pg from 'pg'
import { internal } from '../../model/errors.ts'
import type { Fixed } from './database.ts'

/** What of the driver's connection a round uses; the driver's types leave it out. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  /** Texts of named statements that were sent and not yet answered, by name. */
  readonly submittedNamedStatements: Record<string, string>
  sync(): void
}

/** The driver's own query, by the messages it is handed. */
interface Query {
  readonly name?: string
  readonly text: string
  submit(wire: Wire): Error | null
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
  handleReadyForQuery(wire: Wire): void
  handleError(error: unknown, wire?: Wire): void
}

export type Answered = (error: unknown, result: pg.QueryResult) => void

/** One statement of a round. `extended`, because the messages of the simple protocol end a round. */
export function queryOf(asked: Fixed, values: readonly unknown[], answered: Answered): Query {
  // The columns' types where the caller brings none: the driver fills them in for queries that it is handed itself.
  const config = { types: pg.types, ...asked, values, queryMode: 'extended' }
  return new pg.Query(config as never, answered as never) as unknown as Query
}

/**
 * Statements that go to the server in one write and are answered in one: what costs most of a short query is the way there and back.
 * Without a `begin` among them they are a transaction of their own, which ends with the round. The first that fails keeps those
 * behind it from running, and all are told of it.
 */
export class Round {
  readonly #queries: readonly Query[]
  #answered = 0
  /** Why the rest was not sent: the driver refused a statement or one of its values. */
  #wrong: unknown

  constructor(queries: readonly Query[]) {
    this.#queries = queries
  }

  // The driver asks whose answer is coming in, and notes by that which names the server knows.
  get name(): string | undefined {
    return this.#queries[this.#answered]?.name
  }
  get text(): string | undefined {
    return this.#queries[this.#answered]?.text
  }

  submit(wire: Wire): null {
    const refused = (): void => void (this.#wrong ??= internal('A value of a statement cannot be sent to the database.', undefined))
    // The driver ends each statement with a sync, and takes back with a close one whose values it cannot write.
    const quiet = Object.create(wire, { sync: { value: () => undefined }, close: { value: refused } }) as Wire
    wire.stream.cork()
    try {
      for (const query of this.#queries) {
        const wrong = query.submit(quiet)
        this.#wrong ??= wrong ?? undefined
        if (this.#wrong !== undefined) break
      }
    } finally {
      wire.sync()
      wire.stream.uncork()
    }
    return null
  }

  handleRowDescription(message: unknown): void {
    this.#queries[this.#answered]?.handleRowDescription(message)
  }
  handleDataRow(message: unknown): void {
    this.#queries[this.#answered]?.handleDataRow(message)
  }
  handleCommandComplete(message: unknown, wire: Wire): void {
    this.#queries[this.#answered++]?.handleCommandComplete(message, wire)
  }
  handleEmptyQuery(): void {
    this.#answered++
  }
  handleReadyForQuery(wire: Wire): void {
    if (this.#wrong !== undefined) return this.handleError(this.#wrong, wire)
    for (const query of this.#queries) query.handleReadyForQuery(wire)
  }
  handleError(error: unknown, wire: Wire): void {
    // The server has skipped them, so that it does not know their names.
    for (const { name } of this.#queries.slice(this.#answered)) if (name !== undefined) delete wire.submittedNamedStatements[name]
    for (const query of this.#queries) query.handleError(error, wire)
  }
}
