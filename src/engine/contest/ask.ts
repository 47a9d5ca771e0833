import { quietAbout } from '../cases/rooms.ts'
import type { Catalog } from '../../kit/catalog.ts'
import type { Ask } from '../../model/contest.ts'
import { conflict, notFound } from '../../model/errors.ts'
import type { Instant, PersonaId, Role } from '../../model/statement.ts'
import { linted } from '../cases/act.ts'
import { came } from '../cases/came.ts'
import { announce } from '../hooks/out.ts'
import { newId } from '../id.ts'
import type { ReceivedFile } from '../intake.ts'
import type { JobDeps } from '../jobs/runs.ts'
import { demand, type Caller } from '../people/caller.ts'
import { DAY } from '../people/instants.ts'
import { makeOneTime, take } from '../people/one-time.ts'
import { enterDossier } from '../people/purpose.ts'
import type { Deps, Tx } from '../ports.ts'
import { checkReason } from '../reason.ts'
import { refuseFiles, withFiles } from './files.ts'
import { PERSON, throughLink } from './through-link.ts'
import { takeable } from '../takeable.ts'
import { written } from './written.ts'

/** Long enough to find a document or to ask somebody for it; after that the question is asked anew. */
const ASK_DAYS = 21

export interface Suggested {
  readonly finding: string
  readonly says: string
  /** What would clear it and what to do about it, in the words of the card: to ask from, not to send. */
  readonly clears: readonly string[]
  readonly next: readonly string[]
}

/** What could be asked: for each finding that raises, what its detector's card says would clear it. */
export async function suggestAsks(deps: Deps, catalog: Catalog, caller: Caller, persona: PersonaId): Promise<readonly Suggested[]> {
  demand(caller, 'ask:send')
  const cards = new Map(catalog.detectors.map((d) => [d.id as string, d]))
  return deps.store.tx(caller.tenant, async (tx) => {
    await enterDossier(tx, caller, persona, deps.clock.now())
    const raising = (await tx.findings([persona])).filter((f) => f.direction === 'raises' && f.room === 'identity')
    return raising.flatMap((f) => {
      const card = cards.get(f.detector)
      return card === undefined ? [] : [{ finding: f.id, says: f.says, clears: card.clears, next: card.next }]
    })
  })
}

export interface Asking {
  readonly persona: PersonaId
  readonly question: string
  readonly findings: readonly string[]
  readonly documents: readonly Role[]
  /** Why more documents than everybody on the requisition is asked for; rests on findings. */
  readonly deviation?: { readonly reason: string; readonly findings: readonly string[] }
}

/**
 * Asks the person one neutral question. Returns the link, which is shown once and handed on by the caller: nothing is sent by itself.
 * Throws `conflict` where documents are asked for that the others on the requisition are not, without a reason that rests on evidence.
 */
export async function sendAsk(deps: Deps, caller: Caller, asking: Asking): Promise<{ readonly ask: Ask; readonly link: string }> {
  demand(caller, 'ask:send')
  const question = linted(asking.question, 'identity')
  const reason = asking.deviation === undefined ? undefined : checkReason(asking.deviation.reason)
  return deps.store.tx(caller.tenant, async (tx) => {
    const now = deps.clock.now()
    await enterDossier(tx, caller, asking.persona, now)
    const deviation = await deviationOf(tx, asking, reason)
    await mustStand(tx, asking.persona, asking.findings)
    const { persona, findings, documents } = asking
    const id = newId(deps.chance, 'ask')
    const { token, expires } = await makeOneTime(tx, deps, ASK_DAYS * DAY, { kind: 'ask', account: persona, payload: { ask: id } })
    const ask: Ask = {
      id,
      persona,
      question,
      findings,
      documents,
      by: caller.id,
      at: now,
      expires,
      ...(deviation === undefined ? {} : { deviation }),
    }
    await tx.putAsk(ask)
    const detail = { ask: id, findings: findings.length, documents: documents.length, deviates: deviation !== undefined }
    await tx.appendAudit({ actor: caller.id, action: 'asked', subject: persona, detail }, now)
    return { ask, link: token }
  })
}

async function deviationOf(tx: Tx, { persona: id, documents, deviation }: Asking, reason: string | undefined): Promise<Ask['deviation']> {
  const persona = await tx.persona(id)
  const requisition = persona?.requisition === undefined ? undefined : await tx.requisition(persona.requisition)
  const more = documents.filter((role) => !requisition?.documents.includes(role))
  if (more.length === 0) return undefined
  if (reason === undefined || deviation === undefined || deviation.findings.length === 0)
    throw conflict(
      `Not everybody on this opening is asked for ${more.join(', ')}. Say which findings make it needed of this person, and why (R-011), or add it to what the opening asks of all.`,
    )
  await mustStand(tx, id, deviation.findings)
  return { reason, findings: deviation.findings }
}

async function mustStand(tx: Tx, persona: PersonaId, findings: readonly string[]): Promise<void> {
  const standing = new Set((await tx.findings([persona])).flatMap((f) => (f.room === 'identity' ? [f.id] : [])))
  for (const id of findings) if (!standing.has(id)) throw notFound('finding', id)
}

/** What was asked of a persona. */
export async function asksOf(deps: Deps, caller: Caller, persona: PersonaId): Promise<readonly Ask[]> {
  return deps.store.tx(caller.tenant, async (tx) => {
    await enterDossier(tx, caller, persona, deps.clock.now())
    return tx.asksOf(persona)
  })
}

/** What the person is shown who holds the link. */
export interface AskShown {
  readonly question: string
  readonly documents: readonly Role[]
  readonly until: Instant
}

export async function seeAsk(deps: Deps, from: { readonly link: string; readonly address: string }): Promise<AskShown> {
  return throughLink(deps, from, 'ask', async (tx, { row }) => {
    const { question, documents, expires } = await askOf(tx, row.payload)
    return { question, documents, until: expires }
  })
}

/** The link's own ask; it goes only with the persona, and the link with it. */
export async function askOf(tx: Tx, payload: Readonly<Record<string, unknown>>): Promise<Ask> {
  const id = String(payload['ask'])
  const ask = await tx.ask(id)
  if (ask === undefined) throw notFound('ask', id)
  return ask
}

/**
 * The person answers, once. What they write and the files they attach are taken in for the same persona and read by a worker, as
 * anything that is handed in. Throws `gone`; a file that cannot be read is refused and the link stays good.
 */
export async function answerAsk(
  deps: JobDeps,
  catalog: Catalog,
  from: { readonly link: string; readonly address: string },
  answer: { readonly text: string; readonly files: readonly ReceivedFile[] },
): Promise<void> {
  const text = written(answer.text)
  const { ask, token } = await throughLink(deps, from, 'ask', async (tx, through) => ({
    ask: await askOf(tx, through.row.payload),
    token: through.token,
  }))
  const { files } = answer
  refuseFiles(catalog, files)
  const all = [...takeable(catalog.readers, [asFile(ask.id, text)]).files, ...files]
  await withFiles(deps, catalog, { tenant: token.tenant, persona: ask.persona, files: all }, async (tx, run) => {
    const now = deps.clock.now()
    await take(tx, token, ['ask'], now)
    await tx.putAsk({ ...ask, answered: { at: now, text, files: files.length, ...(run === undefined ? {} : { run }) } })
    const actor = { tenant: token.tenant, id: PERSON }
    await tx.appendAudit({ actor: PERSON, action: 'ask-answered', subject: ask.persona, detail: { ask: ask.id, files: files.length } }, now)
    await came(tx, actor, now, { persona: ask.persona, what: 'answer', ref: ask.id, says: 'The person answered what they were asked.' })
    await announce(deps, tx, { event: 'ask.answered', subject: ask.id, room: 'identity', quiet: await quietAbout(tx, ask.persona) })
  })
}

/** What somebody typed, as the file that they might have attached instead; words that look like another format stay with the question alone. */
function asFile(ask: string, text: string): ReceivedFile {
  const name = `answer-${ask}.txt`
  return { path: name, name, bytes: new TextEncoder().encode(`${text}\n`) }
}
