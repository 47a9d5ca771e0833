import process from 'node:process'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { internal } from '../../model/errors.ts'
import type { TenantId } from '../../model/statement.ts'
import { SETTINGS, type Ask, type Database, type Fixed } from './database.ts'
import { queryOf, Round } from './round.ts'

type Opening = readonly (readonly [Fixed, readonly unknown[]])[]
type Work<T> = (db: Database, ask: Ask) => Promise<T>

const BEGIN: Fixed = { name: 'begin', text: 'begin' }
const COMMIT: Fixed = { name: 'commit', text: 'commit' }
const ROLLBACK: Fixed = { name: 'rollback', text: 'rollback' }

/**
 * One connection to a server. What is asked of it in one turn of the program goes in one round, and how a transaction begins goes
 * with the first of them.
 */
export class Line {
  readonly #client: pg.PoolClient
  readonly #db: Database
  #opening: Opening = []
  #waiting: ReturnType<typeof queryOf>[] = []
  #rounds = 0
  /** How many rounds may still be sent. */
  #left = 0

  constructor(client: pg.PoolClient) {
    this.#client = client
    this.#db = drizzle({ query: (asked: Fixed, values: unknown[] = []) => this.#query(asked, values) } as never) as unknown as Database
  }

  readonly #ask: Ask = async <Row>(query: Fixed, values: readonly unknown[]) => (await this.#query(query, values)).rows as readonly Row[]

  /** Commits when the work is done and takes everything back when it throws. Without a tenant it is the owner's. */
  async transaction<T>(tenant: TenantId | undefined, work: Work<T>): Promise<T> {
    this.#open([[BEGIN, []], ...settingsOf(tenant)], Infinity)
    try {
      const result = await work(this.#db, this.#ask)
      if (this.#rounds > 0 || this.#waiting.length > 0) await this.#end(COMMIT)
      return result
    } catch (error) {
      this.#drop()
      // A connection that is gone takes everything back by itself, and says less of why.
      if (this.#rounds > 0) await this.#end(ROLLBACK).catch(() => undefined)
      throw error
    } finally {
      this.#left = 0
    }
  }

  /** A transaction of one round: it ends with the answer. */
  async look<T>(tenant: TenantId, work: Work<T>): Promise<T> {
    this.#open(settingsOf(tenant), 1)
    try {
      return await work(this.#db, this.#ask)
    } finally {
      this.#left = 0
      this.#drop()
    }
  }

  #open(opening: Opening, rounds: number): void {
    this.#opening = opening
    this.#rounds = 0
    this.#left = rounds
  }

  /** Whatever is still asked by somebody who was not waited for comes too late: it would be outside. */
  #end(how: Fixed): Promise<unknown> {
    const ended = this.#query(how, [])
    this.#left = 0
    return ended
  }

  /** What nobody waited for and is not sent yet never is: the next round may be another tenant's. */
  #drop(): void {
    const dropped = this.#waiting
    this.#waiting = []
    for (const query of dropped) query.handleError(late())
  }

  #query(asked: Fixed, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (this.#left <= 0) throw late()
    return new Promise((resolve, reject) => {
      // After everything that this turn of the program still does.
      if (this.#waiting.length === 0) process.nextTick(() => this.#send())
      this.#waiting.push(queryOf(asked, values, (error, result) => (error ? reject(error) : resolve(result))))
    })
  }

  #send(): void {
    if (this.#waiting.length === 0) return
    const opening = this.#rounds === 0 ? this.#opening.map(([asked, values]) => queryOf(asked, values, () => undefined)) : []
    const round = new Round([...opening, ...this.#waiting])
    this.#waiting = []
    this.#rounds++
    this.#left--
    this.#client.query(round as unknown as pg.Submittable)
  }
}

const late = (): Error => internal('Something was asked of the database after the transaction, or of a look a second time.', undefined)

const settingsOf = (tenant: TenantId | undefined): Opening => (tenant === undefined ? [] : [[SETTINGS, [tenant]]])
