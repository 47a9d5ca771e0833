import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Tx } from '../../engine/ports.ts'
import type { AnyStatement } from '../../model/statement.ts'
import { anyOf } from './values.ts'
import { insertAll } from './bulk.ts'
import type { Scope } from './database.ts'
import { statement } from './schema.ts'

type Part = Pick<Tx, 'addStatements' | 'statementsOf' | 'statements' | 'replaceDerivedStatements'>

function rowOf({ seenIn, original, ...s }: AnyStatement) {
  return { ...s, original: original ?? null, artifact: seenIn.artifact, at: seenIn.at, role: seenIn.role }
}

function statementOf(row: typeof statement.$inferSelect): AnyStatement {
  const { id, subject, property, value, original, basis, artifact, at, role, held, readBy } = row
  // The row was written from a statement whose value the vocabulary had checked.
  return {
    id,
    subject,
    property,
    value,
    ...(original === null ? {} : { original }),
    basis,
    seenIn: { artifact, at, role },
    held,
    readBy,
  } as AnyStatement
}

/** Statements: what is derived is replaced, everything else is only ever added. */
export function statementsIn(scope: Scope): Part {
  const { db } = scope
  const select = async (where: SQL | undefined): Promise<AnyStatement[]> => {
    const rows = await db
      .select()
      .from(statement)
      .where(where)
      .orderBy(asc(statement.subject), asc(statement.artifact), asc(statement.at), asc(statement.id))
    return rows.map(statementOf)
  }
  return {
    addStatements: (statements) => insertAll(scope, statement, statements.map(rowOf)),
    async statementsOf(personas, properties) {
      if (personas.length === 0 || properties?.length === 0) return []
      return select(and(anyOf(statement.subject, personas), properties === undefined ? undefined : anyOf(statement.property, properties)))
    },
    async statements(ids) {
      return ids.length === 0 ? [] : select(anyOf(statement.id, ids))
    },
    async replaceDerivedStatements(personas, statements) {
      await db.delete(statement).where(and(anyOf(statement.subject, personas), eq(statement.basis, 'derived')))
      await insertAll(scope, statement, statements.map(rowOf))
    },
  }
}
