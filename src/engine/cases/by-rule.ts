import type { Case } from '../../model/case.ts'
import type { Assessment, Finding } from '../../model/finding.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import type { Actor } from '../access.ts'
import { newSince, standingOf } from '../disposition-standing.ts'
import type { Tx } from '../ports.ts'
import { Draft } from './change.ts'
import { tombstoneKey } from './tombstone.ts'

export interface Assessed {
  readonly assessment: Assessment
  readonly findings: readonly Finding[]
}

/**
 * Cases open themselves for those whom somebody has to look at (*review*, *escalate*), and for those of whom somebody decided and
 * who show something new. Never for *clear*. One persona is in one case at a time; what is new of it goes into that one. Assessing
 * anew what is known changes nothing.
 */
export async function casesByRule(tx: Tx, actor: Actor, now: Instant, assessed: readonly Assessed[]): Promise<void> {
  const raised = assessed.filter((one) => one.assessment.recommendation !== 'clear' && raising(one.findings).length > 0)
  if (raised.length === 0) return
  await tx.lockCases()
  const ids = raised.map((one) => one.assessment.persona)
  const cases = new Map<PersonaId, Case[]>()
  for (const c of await tx.casesOfPersonas(ids)) for (const persona of c.personas) cases.set(persona, [...(cases.get(persona) ?? []), c])
  const decisions = Map.groupBy(await tx.dispositions(ids), (d) => d.persona)
  const used = await tx.numberSetsUsed()
  const drafts = new Map<string, Draft>()
  const opening: { readonly one: Assessed; readonly again: boolean }[] = []
  for (const one of raised) {
    const { persona, recommendation } = one.assessment
    const own = cases.get(persona) ?? []
    const decided = standingOf({ status: 'open' }, decisions.get(persona) ?? []).decided
    const known = [...(decided?.known ?? []), ...own.flatMap((c) => c.findings)]
    const fresh = newSince({ known }, raising(one.findings), used)
    const open = own.find((c) => c.status === 'open')
    const again = own.length > 0 || decided !== undefined
    if (fresh.length === 0) continue
    if (open !== undefined) {
      const draft = drafts.get(open.id) ?? new Draft(open, actor.id, now)
      draft.add({
        kind: 'came',
        what: 'look-back',
        ref: persona,
        says: newsOf(fresh.length),
        findings: fresh.map((f) => f.id),
        personas: [],
      })
      drafts.set(open.id, draft)
    } else if (again || recommendation === 'review' || recommendation === 'escalate') opening.push({ one, again })
  }
  const wanted = await notClearedBefore(tx, opening)
  const newIds = await tx.newCaseIds(wanted.length)
  const opened = wanted.map((o, i) => draftOf(newIds[i] ?? '', o, { by: actor.id, now }))
  await write(tx, actor, now, { woken: [...drafts.values()], opened })
}

const raising = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((f) => f.direction === 'raises' && f.room === 'identity')

const newsOf = (n: number): string =>
  n === 1 ? 'One finding is new since somebody looked.' : `${n} findings are new since somebody looked.`

/** A cleared person whose record is gone, and who comes back with the same, is not asked about again (R-062). */
async function notClearedBefore<T extends { readonly one: Assessed }>(tx: Tx, opening: readonly T[]): Promise<readonly T[]> {
  if (opening.length === 0) return []
  const salt = await tx.tombstoneSalt()
  const keys = opening.map(({ one }) => tombstoneKey(salt, one.assessment.persona, raising(one.findings)))
  const cleared = await tx.tombstones(keys)
  return opening.filter((_, i) => !cleared.has(keys[i] ?? ''))
}

function draftOf(id: string, { one, again }: { one: Assessed; again: boolean }, of: { by: string; now: Instant }): Draft {
  const { persona, recommendation } = one.assessment
  const n = raising(one.findings).length
  const says = again
    ? newsOf(n)
    : recommendation === 'escalate'
      ? 'Two independent kinds of findings, at least one of them strong, stand against what was handed in.'
      : `${n === 1 ? 'A finding that is rare among honest people stands' : `${n} findings stand`} against what was handed in.`
  return Draft.opened(
    id,
    {
      kind: 'opened',
      room: 'identity',
      because: again ? 'look-back' : 'assessment',
      says,
      personas: [persona],
      findings: one.findings.filter((f) => f.room === 'identity').map((f) => f.id),
      matches: [],
      recommendation,
    },
    of,
  )
}

/** One row of the log for all: a thousand applicants taken in at once are one act of whoever took them in. */
async function write(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { woken, opened }: { readonly woken: readonly Draft[]; readonly opened: readonly Draft[] },
): Promise<void> {
  const all = [...woken, ...opened]
  if (all.length === 0) return
  await tx.putCases(
    all.map((d) => d.case),
    all.flatMap((d) => d.acts),
  )
  const detail = { opened: opened.map((d) => d.case.id), woken: woken.map((d) => d.case.id) }
  await tx.appendAudit({ actor: actor.id, action: 'cases-by-rule', subject: 'cases', detail }, now)
}
