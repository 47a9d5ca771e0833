import {
  adjudicationForm,
  type FiledMatch,
  type MatchAct,
  type MatchState,
  OUTCOMES,
  type Outcome,
  refusedOutcome,
  WAITING,
} from '../../model/adjudication.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { demandFresh, type Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Deps, Tx } from '../ports.ts'
import { clocks } from './keeping.ts'

type Needs = Pick<Deps, 'store' | 'clock'>

/** Shorter beginnings of an id fit too many. */
const SHORTEST_ID = 6

/** The match whose id begins so. */
export async function matchNamed(tx: Tx, id: string): Promise<FiledMatch> {
  const fitting = id.length < SHORTEST_ID ? [] : await tx.matches({ begin: id.toLowerCase() })
  if (fitting.length > 1) throw badUsage(`"${id}" begins the ids of ${fitting.length} matches. Write more of it.`)
  if (fitting[0] === undefined) throw notFound('match', id)
  return fitting[0]
}

/** Who is to look at it, and by when; `null` gives it back. */
export async function assign(
  deps: Needs,
  actor: Actor | Caller,
  work: { match: string; owner: string | null; due?: Instant },
): Promise<FiledMatch> {
  return changed(deps, actor, work.match, (known) => {
    if (!WAITING.includes(known.state)) throw conflict(`Match ${known.id} does not wait for anybody: ${known.state}.`)
    const owner = work.owner === null ? undefined : named(work.owner, 'Say who is to look at it.')
    const by = work.due === undefined ? '' : ` by ${work.due.slice(0, 10)}`
    return {
      row: { ...known, owner, due: work.due ?? known.due },
      act: { kind: 'assigned', reason: owner === undefined ? `Given back${by}.` : `For ${owner}${by}.` },
    }
  })
}

/** A person's answers to the form and what follows from them. *confirmed* waits for a second person. */
export async function adjudicate(
  deps: Needs,
  actor: Actor | Caller,
  work: { match: string; by: string; outcome: string; form: unknown; reason: string },
): Promise<FiledMatch> {
  const outcome = OUTCOMES.find((known) => known === work.outcome)
  if (outcome === undefined) throw badUsage(`"${work.outcome}" is no outcome: ${OUTCOMES.join(', ')}.`)
  const by = named(work.by, 'Say who decides (--by).')
  const reason = named(work.reason, 'An outcome needs a reason that another person can follow.')
  const parsed = adjudicationForm.safeParse(work.form)
  if (!parsed.success)
    throw badUsage(
      `The form is not complete. ${parsed.error.issues
        .slice(0, 5)
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .join('; ')}.`,
    )
  return changed(deps, actor, work.match, (known, now) => {
    if (known.state === 'awaiting-second') throw conflict(`Match ${known.id} waits for a second person; see \`bonafide matches second\`.`)
    // What two people found, one cannot take back in passing.
    if (known.state === 'confirmed')
      throw conflict(`Match ${known.id} was confirmed by two people. Open it again first (\`bonafide matches reopen\`).`)
    const refused = refusedOutcome(outcome, parsed.data, known.hit)
    if (refused !== undefined) throw conflict(refused)
    const state = stateAfter(outcome)
    return {
      row: { ...known, state, owner: known.owner ?? by, ...clocks(state, now) },
      act: { kind: 'adjudicated', by, reason, form: parsed.data, outcome },
    }
  })
}

const stateAfter = (outcome: Outcome): MatchState => (outcome === 'confirmed' ? 'awaiting-second' : outcome)

/** Another person than the one who found it confirmed, freshly signed in, agrees, or sends it back. */
export async function second(
  deps: Needs,
  actor: Actor | Caller,
  work: { match: string; by: string; agrees: boolean; reason: string },
): Promise<FiledMatch> {
  const by = named(work.by, 'Say who looks a second time (--by).')
  const reason = named(work.reason, 'A second look needs a reason of its own.')
  demandFresh(actor, deps.clock.now())
  const first = await deps.store.tx(actor.tenant, async (tx) => {
    const known = await matchNamed(tx, work.match)
    return (await tx.matchActs([known.id])).filter((act) => act.kind === 'adjudicated').at(-1)
  })
  return changed(deps, actor, work.match, (known, now) => {
    if (known.state !== 'awaiting-second') throw conflict(`Match ${known.id} waits for no second person: ${known.state}.`)
    if (first !== undefined && samePerson(first.by, by))
      throw conflict('The second person must be another than the one who found it confirmed.')
    const state: MatchState = work.agrees ? 'confirmed' : 'possible'
    return { row: { ...known, state, ...clocks(state, now) }, act: { kind: work.agrees ? 'seconded' : 'not-seconded', by, reason } }
  })
}

const samePerson = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** What was decided is a question again, by a person's word. */
export async function reopen(deps: Needs, actor: Actor | Caller, work: { match: string; by: string; reason: string }): Promise<FiledMatch> {
  return changed(deps, actor, work.match, (known, now) => {
    if (WAITING.includes(known.state)) throw conflict(`Match ${known.id} is open.`)
    return {
      row: { ...known, state: 'possible', ...clocks('possible', now) },
      act: { kind: 'reopened', by: named(work.by, 'Say who reopens it (--by).'), reason: named(work.reason, 'Reopening needs a reason.') },
    }
  })
}

/** Hits on a name alone whose time is over. Nothing that waits for a person is touched. */
export async function expireMatches(deps: Needs, actor: Actor): Promise<readonly FiledMatch[]> {
  const now = deps.clock.now()
  return deps.store.tx(actor.tenant, async (tx) => {
    await tx.lockMatches()
    const over = (await tx.matches({ states: ['name-only'] })).filter((row) => row.expires !== undefined && row.expires <= now)
    const rows = over.map((row) => ({ ...row, state: 'expired' as const, due: undefined, expires: undefined }))
    await tx.putMatches(rows)
    await tx.addMatchActs(
      rows.map((row) => ({ match: row.id, kind: 'expired', by: actor.id, at: now, reason: 'Nothing but the name spoke for it.' })),
    )
    return rows
  })
}

type Said = Pick<MatchAct, 'kind' | 'reason'> & Partial<Pick<MatchAct, 'by' | 'form' | 'outcome'>>

async function changed(
  deps: Needs,
  actor: Actor | Caller,
  match: string,
  change: (known: FiledMatch, now: Instant) => { row: FiledMatch; act: Said },
): Promise<FiledMatch> {
  const now = deps.clock.now()
  return deps.store.tx(actor.tenant, async (tx) => {
    await stillIn(tx, actor)
    await tx.lockMatches()
    const { row, act } = change(await matchNamed(tx, match), now)
    await tx.putMatches([row])
    await tx.addMatchActs([{ match: row.id, by: actor.id, at: now, ...act }])
    await tx.appendAudit(
      { actor: actor.id, action: `match-${act.kind}`, subject: row.id, detail: { state: row.state, room: 'sanctions' } },
      now,
    )
    return row
  })
}

const LONGEST = 2_000

function named(text: string, otherwise: string): string {
  const said = text.trim()
  if (said.length < 2) throw badUsage(otherwise)
  if (said.length > LONGEST) throw badUsage(`That has ${said.length} characters; at most ${LONGEST} are kept.`)
  return said
}
