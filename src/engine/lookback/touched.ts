import type { Indicator } from '../../model/indicator.ts'
import type { Artifact, Persona } from '../../model/persona.ts'
import type { AnyStatement, Instant } from '../../model/statement.ts'
import { newSince, standingOf, type Standing } from '../disposition-standing.ts'
import type { Finding } from '../../model/finding.ts'
import type { IndexKey, Tx } from '../ports.ts'
import { HUB } from './guards.ts'
import { heldSince, holdingName, type Stated } from './held-since.ts'
import { indexKeysOf } from './index-keys.ts'
import { personasWithPicture } from './pictures.ts'
import type { Question } from './question.ts'

/** Where a persona states what was asked about. */
export interface Hit {
  readonly question: Question
  /** What lists say of the value: waiting or accepted. None where nobody but us asks. */
  readonly indicators: readonly Indicator[]
  readonly statement: AnyStatement
  readonly artifact: Artifact | undefined
  /** Not known when the persona was last decided on; always, where nobody decided. */
  readonly fresh: boolean
}

export interface Touched {
  readonly persona: Persona
  readonly standing: Standing
  readonly hits: readonly Hit[]
  /** Findings that were not there when the persona was decided on. */
  readonly findings: readonly Finding[]
}

export interface LookedBack {
  readonly touched: readonly Touched[]
  /** Values that more personas hold than a person's would: nobody is named for them. */
  readonly hubs: readonly { readonly question: Question; readonly holders: number }[]
}

/** One question for each value that waits or was accepted. */
export const questionsOf = (indicators: readonly Indicator[]): readonly Question[] => [
  ...new Map(
    indicators
      .filter((row) => row.state === 'quarantined' || row.state === 'accepted')
      .map(({ kind, key, original }) => [`${kind} ${key}`, { kind, key, original }]),
  ).values(),
]

/** Which past personas these questions touch, and where. Reads only; nobody is flagged. */
export async function lookBack(tx: Tx, questions: readonly Question[]): Promise<LookedBack> {
  const byKey = new Map<string, Question>()
  const keys: IndexKey[] = []
  for (const question of questions)
    for (const key of indexKeysOf(question)) {
      byKey.set(`${key.kind} ${key.key}`, question)
      keys.push(key)
    }
  const found: Stated[] = []
  const hubs = new Map<Question, number>()
  for (const held of await tx.keyHolders(keys, HUB)) {
    const question = byKey.get(`${held.kind} ${held.key}`)
    if (question === undefined) continue
    if (held.by.length === 0) hubs.set(question, Math.max(held.holders, hubs.get(question) ?? 0))
    for (const { persona, statement } of held.by) found.push({ question, persona, statement })
  }
  for (const question of questions) if (question.kind === 'photo') found.push(...(await personasWithPicture(tx, question)))
  return { touched: await touchedBy(tx, found), hubs: [...hubs].map(([question, holders]) => ({ question, holders })) }
}

async function touchedBy(tx: Tx, found: readonly Stated[]): Promise<readonly Touched[]> {
  const ids = [...new Set(found.map((f) => f.persona))].sort()
  if (ids.length === 0) return []
  const statements = new Map((await tx.statements([...new Set(found.map((f) => f.statement))])).map((s) => [s.id, s]))
  const artifacts = new Map(
    (await tx.artifacts([...new Set([...statements.values()].map((s) => s.seenIn.artifact))])).map((a) => [a.id, a]),
  )
  const dispositions = Map.groupBy(await tx.dispositions(ids), (d) => d.persona)
  const findings = Map.groupBy(await tx.findings(ids), (f) => f.persona)
  const personas = new Map((await tx.personasOf(ids)).map((p) => [p.id, p]))
  const decided = new Map([...dispositions].map(([id, of]) => [id, of.at(-1)?.at ?? '']))
  const since = await heldSince(tx, found, { statements, decided })
  const used = await tx.numberSetsUsed()
  const byPersona = Map.groupBy(found, (f) => f.persona)
  const listed = Map.groupBy(
    await tx.indicators({ keys: [...new Set(found.map((f) => f.question))], states: ['quarantined', 'accepted'] }),
    (row) => `${row.kind} ${row.key}`,
  )
  return ids.flatMap((id): Touched[] => {
    const persona = personas.get(id)
    if (persona === undefined) return []
    const standing = standingOf(persona, dispositions.get(id) ?? [])
    const hits = (byPersona.get(id) ?? []).flatMap(({ question, statement }): Hit[] => {
      const stated = statements.get(statement)
      if (stated === undefined) return []
      const indicators = listed.get(`${question.kind} ${question.key}`) ?? []
      return [
        {
          question,
          indicators,
          statement: stated,
          artifact: artifacts.get(stated.seenIn.artifact),
          fresh: isFresh(indicators, since.get(holdingName({ persona: id, question })) ?? stated.held, standing),
        },
      ]
    })
    const own = (findings.get(id) ?? []).filter((f) => f.room === 'identity')
    return [{ persona, standing, hits, findings: standing.decided === undefined ? [] : newSince(standing.decided, own, used) }]
  })
}

/** Known when the persona was decided on, if the persona had the value and any list said so by then. */
function isFresh(indicators: readonly Indicator[], held: Instant, { decided }: Standing): boolean {
  return decided === undefined || held > decided.at || (indicators.length > 0 && indicators.every((row) => row.imported > decided.at))
}

/** Those whom a person should look at again: nobody decided yet, or something is there that was not known then. */
export const returns = ({ standing, hits, findings }: Touched): boolean =>
  standing.decided === undefined || hits.some((hit) => hit.fresh) || findings.some((f) => f.direction === 'raises')
