import type { ListReview } from '../../model/adjudication.ts'
import type { ScreeningMethod } from '../../model/screening.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import type { Deps } from '../ports.ts'
import { fileHits, type Filed, type Screened } from './file-hits.ts'
import type { OpenList } from './ports.ts'
import { EXACT } from './exact.ts'
import { screenSubject } from './screen-subject.ts'
import { SCREENED_PROPERTIES, subjectOf } from './subjects.ts'

/** Personas in one transaction. */
const PAGE = 500

export interface Watching {
  readonly progress: (done: number) => void
  readonly signal: AbortSignal
}

export interface ScreenedAll {
  readonly subjects: number
  readonly filed: Filed
}

type Needs = Pick<Deps, 'store' | 'clock'>

/** Everybody in the store, and whoever was filed from a row before, against these lists. With `entries`, only against these of them. */
export async function screenEverybody(
  deps: Needs,
  actor: Actor,
  work: { lists: readonly OpenList[]; method: ScreeningMethod; entries?: ReadonlySet<string>; watch: Watching },
): Promise<ScreenedAll> {
  const { lists, method, entries, watch } = work
  let subjects = 0
  const all: Filed[] = []
  const file = async (screened: readonly Screened[]): Promise<void> => {
    all.push(await fileHits(deps, actor, { screened, method, ...(entries === undefined ? {} : { entries }) }))
    subjects += screened.length
    watch.progress(subjects)
  }
  let after: PersonaId | undefined
  for (;;) {
    watch.signal.throwIfAborted()
    const page = await deps.store.tx(actor.tenant, async (tx) => {
      const personas = await tx.personasStating(SCREENED_PROPERTIES, { ...(after === undefined ? {} : { after }), limit: PAGE })
      const statements = Map.groupBy(await tx.statementsOf(personas, SCREENED_PROPERTIES), (s) => s.subject)
      return personas.map((persona) => ({ persona, subject: subjectOf(persona, statements.get(persona) ?? []) }))
    })
    after = page.at(-1)?.persona
    if (after === undefined) break
    await file(
      page.flatMap(({ subject }) =>
        subject === undefined ? [] : [{ about: 'persona' as const, subject, hits: screenSubject(subject, lists, method, EXACT) }],
      ),
    )
  }
  const rows = await deps.store.tx(actor.tenant, (tx) => tx.matches({}))
  const queries = new Map(rows.flatMap((row) => (row.about === 'query' ? [[row.subject.id, row.subject] as const] : [])))
  const again = [...queries.values()]
  for (let at = 0; at < again.length; at += PAGE) {
    watch.signal.throwIfAborted()
    await file(
      again.slice(at, at + PAGE).map((subject) => ({ about: 'query', subject, hits: screenSubject(subject, lists, method, EXACT) })),
    )
  }
  return { subjects, filed: together(all) }
}

const together = (all: readonly Filed[]): Filed => ({
  opened: all.flatMap((f) => f.opened),
  reopened: all.flatMap((f) => f.reopened),
  gone: all.flatMap((f) => f.gone),
  unchanged: all.reduce((sum, f) => sum + f.unchanged, 0),
})

/** What a new version of a list changed. */
export interface Changes {
  readonly previous: string | undefined
  readonly added: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
  readonly changed: ReadonlySet<string>
}

/**
 * Looks at everybody again, but only with what changed: `touched` holds the added and changed entries alone. Writes down what came of
 * it, for somebody to sign.
 */
export async function rescreen(
  deps: Needs,
  actor: Actor,
  work: { touched: OpenList; changes: Changes; method: ScreeningMethod; watch: Watching },
): Promise<ListReview> {
  const { touched, changes, method, watch } = work
  const entries = new Set([...changes.added, ...changes.changed, ...changes.removed])
  const { subjects, filed } = entries.size === 0 ? NOBODY : await screenEverybody(deps, actor, { lists: [touched], method, entries, watch })
  const ids = (rows: readonly { id: string }[]): readonly string[] => rows.map((row) => row.id).sort()
  const now = deps.clock.now()
  const review: ListReview = {
    list: touched.facts.list,
    version: touched.facts.version,
    previous: changes.previous,
    at: now,
    changes: { added: changes.added.size, removed: changes.removed.size, changed: changes.changed.size },
    subjects,
    filed: { opened: ids(filed.opened), reopened: ids(filed.reopened), gone: ids(filed.gone) },
    signedBy: undefined,
    signed: undefined,
    reason: undefined,
  }
  await deps.store.tx(actor.tenant, async (tx) => {
    await tx.putListReview(review)
    await tx.appendAudit(
      {
        actor: actor.id,
        action: 'list-rescreened',
        subject: `${review.list}@${review.version.slice(0, 16)}`,
        detail: {
          room: 'sanctions',
          ...review.changes,
          subjects,
          opened: filed.opened.length,
          reopened: filed.reopened.length,
          gone: filed.gone.length,
        },
      },
      now,
    )
  })
  return review
}

const NOBODY: ScreenedAll = { subjects: 0, filed: { opened: [], reopened: [], gone: [], unchanged: 0 } }
