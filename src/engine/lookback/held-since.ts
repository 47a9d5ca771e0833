import type { AnyStatement, Instant, PersonaId, StatementId } from '../../model/statement.ts'
import type { Tx } from '../ports.ts'
import { indexKeysOf } from './index-keys.ts'
import type { Question } from './question.ts'

/** A place where a persona states what was asked about. */
export interface Stated {
  readonly question: Question
  readonly persona: PersonaId
  readonly statement: StatementId
}

/** One text for a value on a persona, for looking up. */
export const holdingName = ({ persona, question }: Pick<Stated, 'persona' | 'question'>): string =>
  `${persona} ${question.kind} ${question.key}`

/**
 * Since when each of these personas has had each value, by `holdingName`. One place of each is known already; where that one came
 * after `decided`, when the persona was decided on, all other places are looked at, because an older one may say the same.
 */
export async function heldSince(
  tx: Tx,
  found: readonly Stated[],
  known: { readonly statements: ReadonlyMap<StatementId, AnyStatement>; readonly decided: ReadonlyMap<PersonaId, Instant> },
): Promise<ReadonlyMap<string, Instant>> {
  const since = new Map<string, Instant>()
  const note = (name: string, held: Instant | undefined): void => {
    const before = since.get(name)
    if (held !== undefined && (before === undefined || held < before)) since.set(name, held)
  }
  for (const one of found) note(holdingName(one), known.statements.get(one.statement)?.held)
  const late = found.filter((one) => (since.get(holdingName(one)) ?? '') > (known.decided.get(one.persona) ?? '~'))
  if (late.length === 0) return since
  const names = new Map(
    late.flatMap((one) => indexKeysOf(one.question).map(({ kind, key }) => [`${one.persona} ${kind} ${key}`, holdingName(one)] as const)),
  )
  const kinds = [...new Set(late.flatMap((one) => indexKeysOf(one.question).map(({ kind }) => kind)))]
  const rows = (await tx.identifiers([...new Set(late.map((one) => one.persona))], kinds)).flatMap(({ persona, kind, key, statement }) => {
    const name = names.get(`${persona} ${kind} ${key}`)
    return name === undefined ? [] : [{ name, statement }]
  })
  const held = new Map((await tx.statements([...new Set(rows.map((row) => row.statement))])).map((s) => [s.id, s.held]))
  for (const { name, statement } of rows) note(name, held.get(statement))
  return since
}
