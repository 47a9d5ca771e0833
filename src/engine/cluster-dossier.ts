import { conflict, notFound, type AppError } from '../model/errors.ts'
import type { Cluster, ClusterEvent, ClusterId, Hub, Judgement, Link, LinkDoubt, LinkEvidence } from '../model/link.ts'
import type { AnyStatement, PersonaId, StatementId } from '../model/statement.ts'
import { nameOf, type Evidence } from './dossier.ts'
import { link, linksOf, linksWithin } from './links/index.ts'
import { READ_KINDS } from './links/kinds.ts'
import { standing, type StandingAct } from './links/standing.ts'
import type { Tx } from './ports.ts'

/** One shared thing with the places where it stands on either side. */
export interface ExplainedPiece {
  readonly piece: LinkEvidence
  readonly mine: readonly Evidence[]
  readonly theirs: readonly Evidence[]
}

/** A link down to the statement, the artifact and the place in it. */
export interface ExplainedLink {
  readonly link: Link
  readonly pieces: readonly ExplainedPiece[]
  readonly against: readonly { readonly says: LinkDoubt['says']; readonly because: readonly Evidence[] }[]
  /** What people judged of this pair, oldest first, withdrawals too. */
  readonly judgements: readonly Judgement[]
}

/** Everything a person needs to look at personas that share something. */
export interface ExplainedCluster {
  readonly cluster: Cluster
  /** Between members, heaviest first. */
  readonly links: readonly ExplainedLink[]
  /** Of every pair with a member in it, oldest first. */
  readonly judgements: readonly Judgement[]
  /** Oldest first. */
  readonly events: readonly ClusterEvent[]
  /** Hubs that two members or more hold. */
  readonly hubs: readonly HeldHub[]
}

export interface HeldHub {
  readonly hub: Hub
  readonly personas: readonly PersonaId[]
}

/** Joins links with what they rest on. Unknown statements (of somebody forgotten meanwhile) are left out. */
export async function explainLinks(
  tx: Pick<Tx, 'statements' | 'artifacts'>,
  links: readonly Link[],
  judgements: readonly Judgement[],
): Promise<readonly ExplainedLink[]> {
  const wanted = new Set(
    links.flatMap((l) => [...l.evidence.flatMap((e) => [...e.mine, ...e.theirs]), ...l.against.flatMap((d) => d.because)]),
  )
  const statements = new Map((await tx.statements([...wanted])).map((s) => [s.id, s]))
  const artifacts = new Map(
    (await tx.artifacts([...new Set([...statements.values()].map((s: AnyStatement) => s.seenIn.artifact))])).map((a) => [a.id, a]),
  )
  const evidence = (ids: readonly StatementId[], persona: PersonaId): Evidence[] =>
    ids.flatMap((id) => {
      const statement = statements.get(id)
      return statement === undefined
        ? []
        : [{ statement, artifact: artifacts.get(statement.seenIn.artifact), own: statement.subject === persona }]
    })
  return links.map((link) => ({
    link,
    pieces: link.evidence.map((piece) => ({
      piece,
      mine: evidence(piece.mine, link.persona),
      theirs: evidence(piece.theirs, link.persona),
    })),
    against: link.against.map(({ says, because }) => ({ says, because: evidence(because, link.persona) })),
    judgements: judgements.filter((j) => j.persona === link.persona && j.other === link.other),
  }))
}

/** The judgement that stands for a pair; `history` is of one pair. */
export const standingOf = (history: readonly Judgement[]): StandingAct | undefined => [...standing(history).values()][0]

/** What stands between these personas and anybody, heaviest first. */
export async function explainedLinksOf(tx: Tx, personas: readonly PersonaId[]): Promise<readonly ExplainedLink[]> {
  return explainLinks(tx, await linksOf(tx, personas), await tx.judgements(personas))
}

/** One pair; `undefined` when the two never met. Throws `not-found` for a persona that is not here. */
export async function linkBetween(tx: Tx, a: PersonaId, b: PersonaId): Promise<ExplainedLink | undefined> {
  for (const id of [a, b]) if ((await tx.persona(id)) === undefined) throw notFound('persona', id)
  const found = await link(tx, a, b)
  return found === undefined ? undefined : (await explainLinks(tx, [found], await tx.judgements([a])))[0]
}

const PAGE = 1000

/** Throws `not-found`; of a cluster that was, it says what became of it. */
export async function clusterDossier(tx: Tx, id: ClusterId): Promise<ExplainedCluster> {
  const events: ClusterEvent[] = []
  for (;;) {
    const page = await tx.clusterEvents({ after: events.at(-1)?.seq ?? 0, limit: PAGE, cluster: id })
    if (page.length === 0) break
    events.push(...page)
  }
  const [found] = await tx.clusters([id])
  if (found === undefined) throw gone(id, events.at(-1))
  const judgements = await tx.judgements(found.personas)
  const links = await explainLinks(tx, await linksWithin(tx, found), judgements)
  return { cluster: found, links, judgements, events, hubs: await hubsHeldBy(tx, found.personas) }
}

function gone(id: ClusterId, last: ClusterEvent | undefined): AppError {
  if (last === undefined) return notFound('cluster', id)
  const became = last.after.filter((other) => other !== id)
  return conflict(
    `The cluster "${id}" is no more since ${last.at.slice(0, 10)}: ${last.reason} ${became.length === 0 ? 'Its members stand alone.' : `Look at ${became.join(', ')}.`}`,
  )
}

/** Hubs that two of these or more hold, with the most holders first. */
async function hubsHeldBy(tx: Tx, personas: readonly PersonaId[]): Promise<readonly HeldHub[]> {
  const holders = new Map<string, { readonly kind: string; readonly key: string; readonly personas: Set<PersonaId> }>()
  for (const { kind, key, persona } of await tx.identifiers(personas, READ_KINDS)) {
    const value = holders.get(`${kind} ${key}`) ?? { kind, key, personas: new Set<PersonaId>() }
    value.personas.add(persona)
    holders.set(`${kind} ${key}`, value)
  }
  const shared = [...holders.values()].filter((v) => v.personas.size > 1)
  const hubs = shared.length === 0 ? [] : await tx.hubs(shared.map(({ kind, key }) => ({ kind, key })))
  return hubs
    .map((hub) => ({ hub, personas: [...(holders.get(`${hub.kind} ${hub.key}`)?.personas ?? [])].sort() }))
    .toSorted((a, b) => b.hub.holders - a.hub.holders || (a.hub.key < b.hub.key ? -1 : 1))
}

/** What these personas share with anybody, for a report about them. */
export interface Sharing {
  /** Heaviest first. */
  readonly links: readonly ExplainedLink[]
  /** Those that one of them is in, the largest first. */
  readonly clusters: readonly ExplainedCluster[]
  /** With the most holders first. */
  readonly hubs: readonly Hub[]
  /** There are more hubs than are listed. */
  readonly moreHubs: boolean
}

/** Enough to see what was set aside; `bonafide hubs --json` has them all. */
const MOST_HUBS = 500

export async function sharingOf(tx: Tx, personas: readonly PersonaId[]): Promise<Sharing> {
  const links = await explainedLinksOf(tx, personas)
  const ids = [...new Set((await tx.clusterOf(personas)).values())].sort()
  const clusters: ExplainedCluster[] = []
  for (const id of ids) clusters.push(await clusterDossier(tx, id))
  const hubs = await tx.hubsPage({ limit: MOST_HUBS + 1 })
  return {
    links,
    clusters: clusters.toSorted((a, b) => b.cluster.personas.length - a.cluster.personas.length),
    hubs: hubs.slice(0, MOST_HUBS),
    moreHubs: hubs.length > MOST_HUBS,
  }
}

/** What these personas are called, for people; those whom no document names are left out. */
export async function namesOf(tx: Tx, personas: readonly PersonaId[]): Promise<ReadonlyMap<PersonaId, string>> {
  const statements = Map.groupBy(await tx.statementsOf([...new Set(personas)], ['person-name']), (s) => s.subject)
  return new Map(
    [...statements].flatMap(([id, of]) => {
      const name = nameOf(of)
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
}
