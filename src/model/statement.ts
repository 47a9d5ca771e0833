import type { Property, ValueOf } from './vocabulary.ts'

/** How we came to hold a value: the person says it, we saw it, a publisher lists it, or we computed it. */
export type Basis = 'claimed' | 'observed' | 'listed' | 'derived'

export type TenantId = string
/** 64 hexadecimal digits: SHA-256 of the bytes. */
export type ArtifactId = string
/** `p-` and 16 hexadecimal digits: derived from what was first submitted, so the same files give the same persona. */
export type PersonaId = string
/** 32 hexadecimal digits: a hash of the statement's content, so reading an artifact twice adds nothing. */
export type StatementId = string
/** UTC, ISO 8601 with milliseconds. */
export type Instant = string

/** What kind of account of a person an artifact is. Contradictions are looked for between kinds, never inside one. */
export const ROLES = ['resume', 'profile', 'cover-letter', 'application', 'interview', 'code-account', 'mail', 'photo', 'other'] as const
export type Role = (typeof ROLES)[number]

/**
 * Where in an artifact a value stands, as a short text that a person and a program can both follow:
 * `page=2&box=72,640,310,655` (PDF points, origin bottom left: x0,y0,x1,y1), `paragraph=14`, `line=8`,
 * `part=header1&paragraph=2` (another part of a Word document), `part=text&line=3` (a mail's text, decoded), `part=word/vbaProject.bin`,
 * `row=12&column=Phone`, `/commits/14/sha` (JSON pointer), `header=Received&index=2`, `metadata=Producer`.
 */
export type Locator = string

export interface Statement<P extends Property = Property> {
  readonly id: StatementId
  readonly subject: PersonaId
  readonly property: P
  readonly value: ValueOf<P>
  /** The spelling in the artifact, where it differs from the value. */
  readonly original?: string
  readonly basis: Basis
  readonly seenIn: { readonly artifact: ArtifactId; readonly at: Locator; readonly role: Role }
  readonly held: Instant
  /** `reader-id@version` */
  readonly readBy: string
}

export type NonEmpty<T> = readonly [T, ...T[]]

/** A value that carries the statements it came from. Evidence is a matter of types: nothing else can enter a finding. */
export interface Attested<T> {
  readonly value: T
  readonly from: NonEmpty<StatementId>
}

/** What a reader hands over: a statement without the parts that only the engine knows. */
export interface Draft<P extends Property = Property> {
  /** `self`: the persona the artifact was submitted for. `row:N`: the N-th row of a table of many applicants (first data row is 1). */
  readonly about: 'self' | `row:${number}`
  readonly property: P
  readonly value: ValueOf<P>
  readonly original?: string
  readonly basis: Basis
  readonly at: Locator
}

/** Distributes over properties, so that a draft's value always fits its own property. */
export type AnyDraft = { [P in Property]: Draft<P> }[Property]
/** Statements of any of the properties P, discriminated by `property`. */
export type StatementOf<P extends Property> = { [K in P]: Statement<K> }[P]
export type AnyStatement = StatementOf<Property>

/** A statement as evidence. */
export function attest<T>(value: T, first: { readonly id: StatementId }, ...more: readonly { readonly id: StatementId }[]): Attested<T> {
  return { value, from: [first.id, ...more.map((s) => s.id)] }
}

/** True when a list has something in it; narrows to a non-empty list. */
export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0
}
