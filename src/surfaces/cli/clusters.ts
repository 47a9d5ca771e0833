import process from 'node:process'
import pc from 'picocolors'
import { clusterDossier, namesOf, type ExplainedCluster } from '../../engine/cluster-dossier.ts'
import { dossiers, type Dossier } from '../../engine/dossier.ts'
import { WRONG_LINK_COSTS } from '../../engine/export-read-me.ts'
import { clusterPlace, clusters } from '../../engine/links/index.ts'
import type { Tx } from '../../engine/ports.ts'
import type { Cluster, ClusterId } from '../../model/link.ts'
import { changesIds, clusterTitle, EVENT_WORDS, sharedNoun, WEIGHT_WORDS } from '../report/link-words.ts'
import { sharedThings } from '../report/shared-things.ts'
import { recommendationOf } from '../report/words.ts'
import { clusterDocument } from '../documents/links.ts'
import { plain, plainJson } from './plain.ts'
import { heading, out, printJudgements, printLinkLine, who, type Called } from './print-link.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

/** Named one by one on a terminal; `--json` has them all. */
const MOST_SHOWN = 50
const MOST_NAMED = 6
const PAGE = 1000

export interface ClustersOptions extends DataOptions {
  readonly json?: boolean
}

/** All clusters, the largest first. */
export async function clustersCommand(entry: Entry, options: ClustersOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    if (options.json === true) {
      const all = await deps.store.tx(actor.tenant, (tx) => everyCluster(tx, Number.POSITIVE_INFINITY))
      process.stdout.write(`${plainJson({ clusters: all.map(({ id, personas }) => ({ cluster: id, personas })) })}\n`)
      return EXIT.done
    }
    await deps.store.tx(actor.tenant, async (tx) => {
      const some = await everyCluster(tx, MOST_SHOWN + 1)
      if (some.length === 0) out('No personas here share what strangers rarely share.')
      for (const { id } of some.slice(0, MOST_SHOWN)) await printClusterLine(tx, await clusterDossier(tx, id))
      if (some.length > MOST_SHOWN) out('and more, none larger; --json has them all')
      if (some.length > 0) out(pc.dim(`\n${WRONG_LINK_COSTS}`))
    })
    return EXIT.done
  })
}

async function everyCluster(tx: Tx, most: number): Promise<readonly Cluster[]> {
  const all: Cluster[] = []
  while (all.length < most) {
    const last = all.at(-1)
    const after = last === undefined ? undefined : clusterPlace(last)
    const page = await clusters(tx, { after, limit: Math.min(PAGE, most - all.length) })
    if (page.length === 0) break
    all.push(...page)
  }
  return all
}

async function printClusterLine(tx: Tx, explained: ExplainedCluster): Promise<void> {
  const { cluster, links } = explained
  const named = cluster.personas.slice(0, MOST_NAMED)
  const called = await namesOf(tx, named)
  const more = cluster.personas.length - named.length
  out(`${cluster.id}  ${pc.bold(clusterTitle(cluster, links))}`)
  out(`  ${named.map((id) => plain(called.get(id) ?? id)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`)
}

export async function clustersShowCommand(entry: Entry, id: ClusterId, options: ClustersOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }) => {
    const { explained, members, called } = await deps.store.tx(actor.tenant, async (tx) => {
      const found = await clusterDossier(tx, id)
      const outside = found.judgements.flatMap((j) => [j.persona, j.other])
      return {
        explained: found,
        members: await dossiers(tx, catalog, found.cluster.personas),
        called: await namesOf(tx, [...found.cluster.personas, ...outside]),
      }
    })
    if (options.json === true) process.stdout.write(`${plainJson(clusterDocument(explained))}\n`)
    else printCluster(explained, members, called)
    return EXIT.done
  })
}

function printCluster({ cluster, links, hubs, events, judgements }: ExplainedCluster, members: readonly Dossier[], called: Called): void {
  out(`${pc.bold(clusterTitle(cluster, links))}  ${pc.dim(cluster.id)}`)
  out(pc.dim(`A persona is one application. That several share something does not say that one person is behind them. ${WRONG_LINK_COSTS}`))
  heading(`Who they are (${members.length})`)
  for (const d of members)
    out(`  ${recommendationOf(d).padEnd(8)}  ${who(d.persona.id, called)}  ${pc.dim(`received ${d.persona.received.slice(0, 10)}`)}`)
  const shared = sharedThings(links.filter((l) => l.link.state === 'linked'))
  heading(`What they share (${shared.length})`)
  for (const { piece, personas } of shared.slice(0, MOST_SHOWN))
    out(
      `  ${sharedNoun(piece.kind)}: ${plain(piece.value).slice(0, 100)}  ${pc.dim(`${WEIGHT_WORDS[piece.weight]}; on ${personas.size} of them`)}`,
    )
  heading(`The links between them (${links.length})`)
  for (const explained of links.slice(0, MOST_SHOWN)) printLinkLine(explained, called)
  if (links.length > MOST_SHOWN) out(`  and ${links.length - MOST_SHOWN} more, lighter than these; --json has them all`)
  if (hubs.length > 0) heading(`Held by many, joins nobody (${hubs.length})`)
  for (const { hub, personas } of hubs)
    out(`  ${sharedNoun(hub.kind)}: ${plain(hub.key)}  ${pc.dim(`${personas.length} of them; ${plain(hub.reason)}`)}`)
  heading('What happened to it')
  for (const event of events) {
    const ids = changesIds(event) ? ` ${event.before.join(', ')} became ${event.after.join(', ')}.` : ''
    out(`  ${event.at.slice(0, 10)}  ${EVENT_WORDS[event.kind]}: ${plain(event.reason)}${ids}`)
  }
  printJudgements(judgements, called)
}
