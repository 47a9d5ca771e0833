import { quietAbout } from '../cases/rooms.ts'
import type { Catalog } from '../../kit/catalog.ts'
import type { Contest, ContestOutcome } from '../../model/contest.ts'
import { samePerson } from '../../model/case-rules.ts'
import { conflict, forbidden, notFound } from '../../model/errors.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import { TIMER_OF } from '../cases/came.ts'
import { Draft, keep } from '../cases/change.ts'
import { recordDecision } from '../disposition.ts'
import { announce } from '../hooks/out.ts'
import { settle } from '../indicators.ts'
import type { JobDeps } from '../jobs/runs.ts'
import { judge } from '../links/judge.ts'
import { recheck, type Change, type Watching } from '../lookback/recheck.ts'
import { demand, demandFresh, type Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Tx } from '../ports.ts'
import { checkReason } from '../reason.ts'
import { contestLink, explain } from './explanation.ts'
import { setAside } from './set-aside.ts'

export interface Answering {
  readonly contest: string
  readonly outcome: ContestOutcome
  /** Read by the person. */
  readonly reason: string
  /** Upheld: findings that do not stand; those that the person named where none are given. */
  readonly findings?: readonly string[]
  /** Upheld: personas that this one is not the same as. */
  readonly apart?: readonly PersonaId[]
  /** Upheld: indicators that led here and are taken back for everybody. */
  readonly indicators?: readonly string[]
  readonly watch: Watching
}

export interface Answered {
  readonly contest: Contest
  /** Through which the person reads the answer and what is now held against them; after a refusal in the first instance, asks once more. */
  readonly link: string
  readonly changes: readonly Change[]
}

/**
 * Somebody who has not decided about this person answers: a second person too, and as freshly signed in as one. Upheld, the findings, links and indicators it was about no longer
 * count, for this person and for everybody they were told of; what was decided against the person is taken back; and the same files
 * bring none of it back. Each step can be done again, and the answer is the last: what stops in between is answered anew.
 */
export async function answerContest(deps: JobDeps, catalog: Catalog, caller: Caller, work: Answering): Promise<Answered> {
  demand(caller, 'appeal:decide')
  demandFresh(caller, deps.clock.now())
  const reason = checkReason(work.reason)
  const upheld = work.outcome === 'upheld'
  const { watch, apart = [], indicators = [] } = work
  const { persona } = await deps.store.tx(caller.tenant, (tx) => openFor(tx, caller, work.contest))
  const changes: Change[] = []
  if (upheld) {
    for (const other of apart)
      changes.push(...(await judge(deps, catalog, caller, { persona, other, kind: 'different', reason, watch })).changes)
    if (indicators.length > 0)
      changes.push(...(await settle(deps, catalog, caller, { named: { ids: indicators }, to: 'refused', reason, watch })).changes)
  }
  const { touched, ...answered } = await deps.store.tx(caller.tenant, async (tx) => {
    const now = deps.clock.now()
    const contest = await openFor(tx, caller, work.contest)
    const findings = upheld ? (work.findings ?? contest.wrong) : []
    const others = await withdraw(tx, contest, findings, now)
    const undone = await settleCases(tx, caller, now, { contest, reason, upheld })
    const decided: Contest = {
      ...contest,
      decided: {
        outcome: work.outcome,
        by: caller.id,
        at: now,
        reason,
        findings,
        apart: upheld ? apart : [],
        indicators: upheld ? indicators : [],
        undone,
      },
    }
    await tx.putContest(decided)
    const more = !upheld && contest.instance === 1 ? { of: contest.id } : {}
    const { token } = await contestLink(tx, deps, await explain(tx, catalog, persona, now), more)
    const detail = {
      review: contest.id,
      outcome: work.outcome,
      findings: findings.length,
      undone: undone.length,
      reasonLength: reason.length,
    }
    await tx.appendAudit({ actor: caller.id, action: 'review-answered', subject: persona, detail }, now)
    await announce(deps, tx, { event: 'appeal.decided', subject: contest.id, room: 'identity', quiet: await quietAbout(tx, persona) })
    return { contest: decided, link: token, touched: upheld ? [persona, ...others] : [] }
  })
  changes.push(...(await recheck(deps, catalog, caller, { personas: [...new Set(touched)].sort(), watch })))
  return { ...answered, changes }
}

/** The open contest, for somebody who may answer it. */
async function openFor(tx: Tx, caller: Caller, id: string): Promise<Contest> {
  await stillIn(tx, caller)
  const contest = await tx.lockContest(id)
  if (contest === undefined) throw notFound('review', id)
  if (contest.decided !== undefined) throw conflict('That was answered already.')
  const { persona } = contest
  await tx.lockContests(persona)
  const decisions = (await tx.dispositions([persona])).map((d) => d.by)
  const inCases = (await tx.casesOfPersonas([persona])).flatMap((c) => [
    ...c.decisions.filter((d) => d.record.persona === persona).flatMap((d) => [d.by, d.second]),
    ...c.requests.filter((r) => r.about === persona).flatMap((r) => [r.by, r.second]),
  ])
  const before = (await tx.contestsOf(persona)).map((one) => one.decided?.by)
  // What was judged since is this answer's own first step.
  const judgements = (await tx.judgements([persona])).filter((j) => j.at < contest.at).map((j) => j.by)
  if ([...decisions, ...inCases, ...before, ...judgements].some((who) => who !== undefined && samePerson(who, caller.id)))
    throw forbidden('You have decided about this person before. Somebody else answers what they say against it (R-025).')
  return contest
}

/** Sets the findings aside; returns who is to be assessed anew because of it. */
async function withdraw(tx: Tx, { persona, wrong }: Contest, findings: readonly string[], now: Instant): Promise<readonly PersonaId[]> {
  const standing = (await tx.findings([persona])).filter((f) => f.room === 'identity')
  for (const id of findings) if (!wrong.includes(id) && !standing.some((f) => f.id === id)) throw notFound('finding', id)
  if (findings.length === 0) return []
  const others = await setAside(
    tx,
    standing.filter((f) => findings.includes(f.id)),
    now.slice(0, 10),
  )
  return [...others, ...(await tx.pairs([persona])).map((pair) => pair.other)]
}

/** In the person's cases: what came is attended to, and where it was right, what was decided against them is taken back. */
async function settleCases(
  tx: Tx,
  caller: Caller,
  now: Instant,
  { contest, reason, upheld }: { contest: Contest; reason: string; upheld: boolean },
): Promise<readonly number[]> {
  const { persona, kind, id } = contest
  const undone: number[] = []
  for (const { id: of } of await tx.casesOfPersonas([persona])) {
    const found = await tx.lockCase(of)
    if (found === undefined) continue
    const draft = new Draft(found, caller.id, now)
    for (const { came } of found.waiting.filter((w) => w.ref === id)) draft.add({ kind: 'attended', came, reason })
    if (draft.acts.length > 0) draft.meet(TIMER_OF[kind])
    const adverse = found.decisions.filter((d) => d.record.persona === persona && d.record.kind === 'confirmed')
    for (const { decided } of upheld ? adverse : []) {
      draft.add({ kind: 'undone', decided, reason })
      undone.push(decided)
    }
    if (draft.acts.length > 0) await keep(tx, caller, [draft], now)
  }
  const last = (await tx.dispositions([persona])).at(-1)
  if (upheld && last?.kind === 'confirmed')
    await recordDecision(tx, caller, now, { persona, kind: 'inconclusive', reason: `Taken back on review: ${reason}`, by: caller.id })
  return undone
}
