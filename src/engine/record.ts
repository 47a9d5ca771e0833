import type { Reading } from '../kit/reader.ts'
import { internal } from '../model/errors.ts'
import type { AnyDraft, AnyStatement, ArtifactId, Instant, PersonaId, Role } from '../model/statement.ts'
import { PROPERTIES } from '../model/vocabulary.ts'
import { statementId } from './statement-id.ts'

/** What every statement of one reading has in common. */
export interface ReadingContext {
  readonly artifact: ArtifactId
  readonly role: Role
  readonly held: Instant
  readonly readBy: string
}

/**
 * A draft made whole. The value is checked against the vocabulary once more, because it comes out of a process that had
 * hostile bytes in its hands; a draft that does not fit is our fault, not the candidate's.
 */
export function statementOf(subject: PersonaId, draft: AnyDraft, context: ReadingContext): AnyStatement {
  const entry = PROPERTIES[draft.property]
  const checked = entry?.schema.safeParse(storable(draft.value))
  if (checked === undefined || !checked.success)
    throw internal(`${context.readBy} made a statement "${draft.property}" that does not fit the vocabulary at ${draft.at}`, checked?.error)
  const statement = {
    subject,
    property: draft.property,
    value: checked.data,
    ...(draft.original === undefined ? {} : { original: storable(draft.original) }),
    basis: draft.basis,
    seenIn: { artifact: context.artifact, at: draft.at, role: context.role },
    held: context.held,
    readBy: context.readBy,
  } as Omit<AnyStatement, 'id'>
  return { ...statement, id: statementId(statement) } as AnyStatement
}

/** Zero bytes and halves of characters, which no database keeps, become the replacement character. */
function storable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '\uFFFD') as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storable(part)])) as T
}

/** The statements of a reading, by whom they are about: `self`, or the rows of a table. What is about nobody of these is left out. */
export function statementsFor(
  subjects: ReadonlyMap<AnyDraft['about'], PersonaId>,
  { statements }: Pick<Reading, 'statements'>,
  context: ReadingContext,
): AnyStatement[] {
  const byId = new Map<string, AnyStatement>()
  for (const draft of statements) {
    const subject = subjects.get(draft.about)
    if (subject === undefined) continue
    const statement = statementOf(subject, draft, context)
    byId.set(statement.id, statement)
  }
  return [...byId.values()]
}
