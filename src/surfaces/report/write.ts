import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../adapters/folders/index.ts'
import type { Actor } from '../../engine/access.ts'
import { sharingOf, type ExplainedLink, type Sharing } from '../../engine/cluster-dossier.ts'
import type { Dossier } from '../../engine/dossier.ts'
import type { Deps } from '../../engine/ports.ts'
import type { Failure } from '../../engine/read.ts'
import type { Catalog } from '../../kit/catalog.ts'
import { storage } from '../../model/errors.ts'
import type { PersonaId } from '../../model/statement.ts'
import { clusterPage } from './cluster-page.ts'
import { hubsPage } from './hubs-page.ts'
import { indexPage } from './index-page.ts'
import { clusterFile, linkFile, linkPage } from './link-page.ts'
import type { Names } from './mentions.ts'
import { personaPage } from './persona-page.ts'
import { sheetsOf, sheetsOfLink, type Sheets } from './sheets.ts'

/** Pairs that get a page of their own, heaviest first; the others are told by `bonafide links why`. */
const MOST_LINK_PAGES = 2000
/** Pairs whose page shows pieces of the files, which takes most of the time and of the bytes. */
const MOST_DRAWN = 60

interface Place {
  readonly deps: Deps
  readonly catalog: Catalog
  readonly actor: Actor
}

/**
 * Writes the report: `index.html`, one page a persona, a cluster and a linked pair, and one of what many hold; each a file that needs
 * no other and asks no network. Readable by its owner only. `failures`: files that could not be used, named on the index. Returns
 * the path of the index.
 */
export async function writeReport(
  folder: string,
  found: readonly Dossier[],
  place: Place,
  failures: readonly Failure[] = [],
): Promise<string> {
  const { deps, catalog, actor } = place
  const names: Names = new Map(found.map((d) => [d.persona.id, d.name ?? d.persona.id]))
  const sharing = await deps.store.tx(actor.tenant, (tx) =>
    sharingOf(
      tx,
      found.map((d) => d.persona.id),
    ),
  )
  const pages = new Set([
    ...sharing.links.slice(0, MOST_LINK_PAGES).map(({ link }) => linkFile(link.persona, link.other)),
    ...sharing.clusters.map(({ cluster }) => clusterFile(cluster.id)),
  ])
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text, { mode: 0o600 })
  try {
    await makeFolder(folder, { mode: 0o700 })
    const shares = sharesOf(sharing)
    for (const d of found) {
      const own = shares.get(d.persona.id) ?? { links: [], cluster: undefined }
      const sheets = await sheetsOf(d, deps)
      await write(`${d.persona.id}.html`, personaPage(d, catalog, { sheets, names, shares: { ...own, pages } }))
    }
    await writeSharing(sharing, { found, names, pages, write, deps })
    await write('index.html', indexPage(found, { made: deps.clock.now(), names, failures, sharing }))
    return join(folder, 'index.html')
  } catch (cause) {
    if (typeof (cause as NodeJS.ErrnoException).syscall !== 'string') throw cause
    throw storage(`The report cannot be written to "${folder}" (${(cause as Error).message}). Choose another folder with --report.`, cause)
  }
}

/** Each persona's links, and the cluster it is in. */
function sharesOf({
  links,
  clusters,
}: Sharing): ReadonlyMap<PersonaId, { links: ExplainedLink[]; cluster: { id: string; size: number } | undefined }> {
  const shares = new Map<PersonaId, { links: ExplainedLink[]; cluster: { id: string; size: number } | undefined }>()
  const of = (id: PersonaId) => {
    const known = shares.get(id) ?? { links: [], cluster: undefined }
    shares.set(id, known)
    return known
  }
  for (const explained of links) for (const id of [explained.link.persona, explained.link.other]) of(id).links.push(explained)
  for (const { cluster } of clusters) for (const id of cluster.personas) of(id).cluster = { id: cluster.id, size: cluster.personas.length }
  return shares
}

interface SharingPages {
  readonly found: readonly Dossier[]
  readonly names: Names
  readonly pages: ReadonlySet<string>
  readonly write: (name: string, text: string) => Promise<void>
  readonly deps: Deps
}

async function writeSharing(sharing: Sharing, { found, names, pages, write, deps }: SharingPages): Promise<void> {
  const clusterOf = new Map(sharing.clusters.flatMap(({ cluster }) => cluster.personas.map((id) => [id, cluster.id] as const)))
  const none: Sheets = new Map()
  for (const [i, explained] of sharing.links.slice(0, MOST_LINK_PAGES).entries()) {
    const { persona, other } = explained.link
    const sheets = i < MOST_DRAWN ? await sheetsOfLink(explained, deps) : none
    const cluster = clusterOf.get(persona) === clusterOf.get(other) ? clusterOf.get(persona) : undefined
    await write(linkFile(persona, other), linkPage(explained, { names, sheets, cluster }))
  }
  const dossiers = new Map(found.map((d) => [d.persona.id, d]))
  for (const explained of sharing.clusters)
    await write(clusterFile(explained.cluster.id), clusterPage(explained, dossiers, { names, pages }))
  await write('hubs.html', hubsPage(sharing.hubs, { cut: sharing.moreHubs }))
}
