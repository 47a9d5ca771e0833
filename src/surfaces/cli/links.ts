import process from 'node:process'
import { explainedLinksOf, explainLinks, linkBetween, namesOf, type ExplainedLink } from '../../engine/cluster-dossier.ts'
import { links } from '../../engine/links/index.ts'
import type { Tx } from '../../engine/ports.ts'
import { badUsage, notFound } from '../../model/errors.ts'
import type { PersonaId } from '../../model/statement.ts'
import { linkDocument } from '../documents/links.ts'
import { plainJson } from './plain.ts'
import { out, printLinkLine, printWhy, who, type Called } from './print-link.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

/** Named one by one on a terminal; `--json` has them all. */
const MOST_SHOWN = 100
const PAGE = 1000

export interface LinksOptions extends DataOptions {
  readonly json?: boolean
}

/** With whom a persona shares what; of everybody where none is named. */
export async function linksCommand(entry: Entry, persona: PersonaId | undefined, options: LinksOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const { found, called, cluster } = await deps.store.tx(actor.tenant, async (tx) => {
      if (persona !== undefined && (await tx.persona(persona)) === undefined) throw notFound('persona', persona)
      const all =
        persona === undefined
          ? await everyLink(tx, options.json === true ? Number.POSITIVE_INFINITY : MOST_SHOWN + 1)
          : await explainedLinksOf(tx, [persona])
      const of = persona === undefined ? undefined : (await tx.clusterOf([persona])).get(persona)
      return { found: all, called: await namesOf(tx, [...ends(all), ...(persona === undefined ? [] : [persona])]), cluster: of }
    })
    if (options.json === true) process.stdout.write(`${plainJson({ links: found.map(linkDocument) })}\n`)
    else printLinks(found, persona, called, cluster)
    return EXIT.done
  })
}

function printLinks(found: readonly ExplainedLink[], persona: PersonaId | undefined, called: Called, cluster: string | undefined): void {
  if (persona !== undefined)
    out(
      `${who(persona, called)} shares something with ${found.length} ${found.length === 1 ? 'other' : 'others'}${cluster === undefined ? '' : ` and belongs to ${cluster}`}.`,
    )
  else if (found.length === 0) out('Nobody here shares with anybody what strangers rarely share.')
  for (const explained of found.slice(0, MOST_SHOWN)) printLinkLine(explained, called)
  if (found.length > MOST_SHOWN)
    out(`and ${persona === undefined ? 'more' : `${found.length - MOST_SHOWN} more`}, lighter than these; --json has them all`)
  const [first] = found
  if (first !== undefined) out(`\nWhy, with every place: bonafide links why ${first.link.persona} ${first.link.other}`)
}

const ends = (found: readonly ExplainedLink[]): PersonaId[] => found.flatMap(({ link }) => [link.persona, link.other])

async function everyLink(tx: Tx, most: number): Promise<readonly ExplainedLink[]> {
  const found: ExplainedLink[] = []
  while (found.length < most) {
    const page = await links(tx, { after: found.at(-1)?.link, limit: Math.min(PAGE, most - found.length) })
    if (page.length === 0) break
    found.push(...(await explainLinks(tx, page, await tx.judgements(page.flatMap((l) => [l.persona, l.other])))))
  }
  return found
}

/** "Why linked": evidence, places, what speaks against it, what would end it, what it would cost the person. */
export async function linksWhyCommand(entry: Entry, a: PersonaId, b: PersonaId, options: LinksOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    if (a === b) throw badUsage('A link is between two personas; both ids given are the same one.')
    const { found, called } = await deps.store.tx(actor.tenant, async (tx) => ({
      found: await linkBetween(tx, a, b),
      called: await namesOf(tx, [a, b]),
    }))
    if (options.json === true) process.stdout.write(`${plainJson({ link: found === undefined ? null : linkDocument(found) })}\n`)
    else if (found === undefined)
      out(
        `Nothing stands between ${who(a, called)} and ${who(b, called)}: they share nothing that is compared here, and nobody judged them.`,
      )
    else printWhy(found, called)
    return EXIT.done
  })
}
