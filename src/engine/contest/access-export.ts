import type { Catalog } from '../../kit/catalog.ts'
import { lineOf } from '../../kit/detector.ts'
import { notFound } from '../../model/errors.ts'
import type { PersonaId } from '../../model/statement.ts'
import { dossiers } from '../dossier.ts'
import { demand, type Caller } from '../people/caller.ts'
import { enterDossier } from '../people/purpose.ts'
import type { Deps, Tx } from '../ports.ts'
import { explain } from './explanation.ts'
import { outcomeOf } from './outcome.ts'
import { personaOf, throughLink } from './through-link.ts'

/**
 * Everything held on a person, for that person. Left out: what stands on others, the sanctions room, what outside parties told
 * us in confidence, who of us did something, and the log.
 */
export type AccessExport = Awaited<ReturnType<typeof exportOf>>

/** For whoever holds the person's link: with what they asked to have done another way. */
export async function exportByLink(
  deps: Deps,
  catalog: Catalog,
  from: { readonly link: string; readonly address: string },
): Promise<AccessExport> {
  return throughLink(deps, from, 'contest', async (tx, { row, now }) => {
    const persona = personaOf(row)
    await tx.appendAudit({ actor: 'person-concerned', action: 'access-exported', subject: persona, detail: {} }, now)
    return exportOf(tx, catalog, persona, { now, anotherWays: true })
  })
}

/** As the person gets it; without their wishes to have something done another way for who does not handle these. */
export async function exportFor(deps: Deps, catalog: Catalog, caller: Caller, persona: PersonaId): Promise<AccessExport> {
  demand(caller, 'ask:send')
  return deps.store.tx(caller.tenant, async (tx) => {
    const now = deps.clock.now()
    await enterDossier(tx, caller, persona, now)
    await tx.appendAudit({ actor: caller.id, action: 'access-exported', subject: persona, detail: {} }, now)
    return exportOf(tx, catalog, persona, { now, anotherWays: caller.may.has('accommodation:handle') })
  })
}

async function exportOf(tx: Tx, catalog: Catalog, id: PersonaId, { now, anotherWays }: { now: string; anotherWays: boolean }) {
  const [dossier] = await dossiers(tx, catalog, [id])
  if (dossier === undefined) throw notFound('persona', id)
  const { persona, assessment, submissions, statements } = dossier
  const explanation = await explain(tx, catalog, id, now)
  const numbers = new Map(dossier.findings.map(({ finding }) => [finding.detector, finding.numbers]))
  const told = (await tx.endpoints()).some((endpoint) => endpoint.state === 'on')
  const wishes = anotherWays ? await tx.anotherWaysOf(id) : []
  return {
    made: now,
    application: {
      id,
      received: persona.received,
      status: persona.status,
      opening: persona.requisition,
      keptUntil: persona.keepUntil,
      keptBecause: persona.retention,
    },
    files: submissions.flatMap(({ file, read }) =>
      file === undefined ? [] : [{ name: file.name, size: file.size, received: file.received, sha256: file.id, readAs: read?.role }],
    ),
    // What somebody asked by us said stands in confidence: that it is there is in the explanation, its words are not.
    statements: statements
      .filter((s) => s.property !== 'check')
      .map((s) => ({
        says: s.property,
        value: s.value,
        ...(s.original === undefined ? {} : { asWritten: s.original }),
        basis: s.basis,
        file: s.seenIn.artifact,
        at: s.seenIn.at,
      })),
    signals: {
      recommendation: assessment?.recommendation,
      checks: Object.entries(assessment?.outcomes ?? {}).flatMap(([detector, { kind, missing }]) => {
        const card = catalog.detectors.find((d) => d.id === detector && d.room === 'identity' && d.status === 'stable')
        return card === undefined ? [] : [{ asks: card.asks, outcome: kind, ...(missing === undefined ? {} : { missing }) }]
      }),
      points: explanation.against,
      inFavour: explanation.inFavour,
      logic: [...new Set(explanation.against.map((point) => point.title))].flatMap((title) => {
        const card = catalog.detectors.find((d) => d.title === title)
        return card === undefined
          ? []
          : [{ title, rule: lineOf(card, numbers.get(card.id)), strength: card.strength, blindSpots: card.blindSpots }]
      }),
    },
    // Without their words, which may speak of others.
    decisions: (await tx.dispositions([id])).map(({ kind, at }) => ({ kind, at })),
    asked: (await tx.asksOf(id)).map(({ question, documents, at, answered }) => ({
      question,
      documents,
      at,
      answer: answered?.text,
      answered: answered?.at,
    })),
    reviews: (await tx.contestsOf(id)).map((contest) => ({
      asked: contest.at,
      statement: contest.statement,
      due: contest.due,
      answer: outcomeOf(contest),
    })),
    anotherWays: wishes.map(({ wish, at, answered }) => ({ wish, at, answer: answered?.says })),
    sources: ['the files you sent', 'what you told us in interviews', 'other applications that we hold', 'organisations that we asked'],
    recipients: ['people of this organisation whose work it is', ...(told ? ['other systems, by an id and nothing more'] : [])],
  }
}
