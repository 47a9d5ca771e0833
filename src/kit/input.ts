import type { NonEmpty, PersonaId, StatementOf } from '../model/statement.ts'
import type { OpenProperty } from '../model/vocabulary.ts'

/**
 * A typed input that a detector may ask for. `missing` is what a recruiter is told when it is absent:
 * "no GitHub account", "no second document".
 */
export interface View<T, P extends OpenProperty = OpenProperty> {
  readonly kind: 'view'
  readonly id: string
  readonly missing: string
  readonly reads: NonEmpty<P>
  /** From the persona's statements of the properties it reads, in the order of artifact and place. `undefined`: not applicable. */
  build(of: readonly StatementOf<P>[]): T | undefined
}

/** Any row of SQL, before a relation has given it a shape. */
export type RawRow = Readonly<Record<string, unknown>>

/**
 * One row per persona and thing seen across the whole population. The SQL may use `slice(persona)`, the personas asked
 * about, and the tables of `engine/derived.md`; it must return a column `persona`. One text runs on every engine.
 */
export interface Relation<Row, P extends OpenProperty = OpenProperty> {
  readonly kind: 'relation'
  readonly id: string
  readonly missing: string
  /** Not applicable to a persona that has no statement of any of these. */
  readonly reads: NonEmpty<P>
  readonly sql: string
  row(raw: RawRow): Row
}

export type Input = View<unknown> | Relation<unknown>
export type Needs = Readonly<Record<string, Input>>

/** What a detector is given: the built value of each input it asked for, and nothing else. */
export type Given<N extends Needs> = {
  readonly [K in keyof N]: N[K] extends Relation<infer Row> ? readonly Row[] : N[K] extends View<infer T> ? T : never
} & { readonly subject: PersonaId }

export function defineView<T, const P extends OpenProperty>(view: Omit<View<T, P>, 'kind'>): View<T, P> {
  return { kind: 'view', ...view }
}

export function defineRelation<Row, const P extends OpenProperty>(relation: Omit<Relation<Row, P>, 'kind'>): Relation<Row, P> {
  return { kind: 'relation', ...relation }
}
