import { type FiledMatch, type ListReview, type MatchAct, WAITING } from '../../model/adjudication.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import type { Actor } from '../access.ts'
import { demandFresh, type Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Deps } from '../ports.ts'

/** A list version's report: what changed, who was screened again, what was decided. */
export interface SignOff {
  readonly review: ListReview
  readonly matches: readonly { readonly match: FiledMatch; readonly acts: readonly MatchAct[] }[]
  /** Matches of this version that nobody has decided on yet. */
  readonly waiting: number
}

export async function signOffs(deps: Pick<Deps, 'store'>, actor: Actor, list?: string): Promise<readonly SignOff[]> {
  return deps.store.tx(actor.tenant, async (tx) => {
    const reviews = await tx.listReviews(list)
    const all = new Map((await tx.matches({})).map((row) => [row.id, row]))
    const acts = Map.groupBy(await tx.matchActs([...all.keys()]), (act) => act.match)
    return reviews.map((review) => {
      // What was found on this version later, by a run over a file or over everybody, is its work too.
      const later = [...all.values()].filter(({ hit }) => hit.list === review.list && hit.version === review.version)
      const ids = new Set([...review.filed.opened, ...review.filed.reopened, ...review.filed.gone, ...later.map((match) => match.id)])
      const matches = [...ids].flatMap((id) => {
        const match = all.get(id)
        return match === undefined ? [] : [{ match, acts: acts.get(id) ?? [] }]
      })
      return { review, matches, waiting: matches.filter(({ match }) => WAITING.includes(match.state)).length }
    })
  })
}

/** A person, freshly signed in, says that a list version was worked. Refused while something that it brought up waits. */
export async function signReview(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor | Caller,
  work: { list: string; version: string; by: string; reason: string },
): Promise<ListReview> {
  const now = deps.clock.now()
  demandFresh(actor, now)
  // Newest first: a version that was put in force again has another report.
  const found = (await signOffs(deps, actor, work.list)).filter(({ review }) => review.version.startsWith(work.version))
  const [one] = found
  if (one === undefined) throw notFound('report', `${work.list} ${work.version}`)
  const versions = new Set(found.map(({ review }) => review.version)).size
  if (versions > 1) throw badUsage(`"${work.version}" begins ${versions} versions of ${work.list}. Write more of it.`)
  if (one.review.signed !== undefined) throw conflict(`It was signed by ${one.review.signedBy} on ${one.review.signed.slice(0, 10)}.`)
  if (one.waiting > 0) throw conflict(`${one.waiting} of its matches wait for somebody; decide on them first (\`bonafide matches\`).`)
  if (work.by.trim().length < 2 || work.reason.trim().length < 3) throw badUsage('Say who signs (--by) and why (--reason).')
  const review: ListReview = { ...one.review, signedBy: work.by.trim(), signed: now, reason: work.reason.trim() }
  await deps.store.tx(actor.tenant, async (tx) => {
    await stillIn(tx, actor)
    await tx.putListReview(review)
    await tx.appendAudit(
      {
        actor: actor.id,
        action: 'list-signed-off',
        subject: `${review.list}@${review.version.slice(0, 16)}`,
        detail: { matches: one.matches.length, room: 'sanctions' },
      },
      now,
    )
  })
  return review
}
