import type { Catalog } from '../../kit/catalog.ts'
import { notFound } from '../../model/errors.ts'
import type { DispositionKind } from '../../model/disposition.ts'
import type { Recommendation } from '../../model/finding.ts'
import type { AnyStatement, Instant, Locator, PersonaId } from '../../model/statement.ts'
import { dossiers, type Dossier, type Evidence, type ExplainedFinding } from '../dossier.ts'
import { demand, type Caller } from '../people/caller.ts'
import { DAY } from '../people/instants.ts'
import { makeOneTime } from '../people/one-time.ts'
import { enterDossier } from '../people/purpose.ts'
import type { Deps, Tx } from '../ports.ts'
import { frozenBy } from './frozen.ts'
import { personaOf, throughLink } from './through-link.ts'

/** The kinds of source that a person is told of. Of all but their own files no more than the kind is said. */
export type SourceKind = 'your-file' | 'your-code-account' | 'your-interview' | 'asked-organisation' | 'file-marks' | 'other-application'

export interface Quoted {
  readonly from: SourceKind
  /** The person's own file and the place in it; absent for what is not theirs to see. */
  readonly file?: string
  readonly at?: Locator
  readonly value?: string
}

/** One thing that was found, by the number under which the person can speak against it. */
export interface Point {
  readonly number: number
  readonly finding: string
  readonly title: string
  readonly rests: readonly Quoted[]
  /** What single fact would remove it. */
  readonly clears: readonly string[]
}

/** Why it came so, for the person it is about. Nothing of others, nothing of the sanctions room, no names. */
export interface Explanation {
  readonly persona: PersonaId
  readonly made: Instant
  readonly against: readonly Point[]
  readonly inFavour: readonly string[]
  readonly recommendation: Recommendation | undefined
  readonly decided: { readonly kind: DispositionKind; readonly day: string } | undefined
  readonly frozen: boolean
}

/** As the person would read it. Changes nothing. */
export async function previewExplanation(deps: Deps, catalog: Catalog, caller: Caller, persona: PersonaId): Promise<Explanation> {
  return deps.store.tx(caller.tenant, async (tx) => {
    const now = deps.clock.now()
    await enterDossier(tx, caller, persona, now)
    return explain(tx, catalog, persona, now)
  })
}

/** The same text for the same record at the same moment. Throws not-found. */
export async function explain(tx: Tx, catalog: Catalog, persona: PersonaId, now: Instant): Promise<Explanation> {
  const [dossier] = await dossiers(tx, catalog, [persona])
  if (dossier === undefined) throw notFound('persona', persona)
  const told = tellable(dossier)
  const decided = dossier.standing.decided
  return {
    persona,
    made: now,
    against: told.filter(({ finding }) => finding.direction === 'raises').map((f, i) => pointOf(f, i + 1)),
    inFavour: told.flatMap(({ finding, card }) => (finding.direction === 'lowers' && card !== undefined ? [card.title] : [])),
    recommendation: dossier.assessment?.recommendation,
    decided: decided === undefined ? undefined : { kind: decided.kind, day: decided.at.slice(0, 10) },
    frozen: (await frozenBy(tx, persona)) !== undefined,
  }
}

/** What counts; what runs in shadow and how something was conducted never did. By detector, so that the numbers stay as they are. */
function tellable({ findings }: Dossier): readonly ExplainedFinding[] {
  return findings
    .filter(({ finding, card }) => finding.room === 'identity' && card?.status === 'stable' && finding.direction !== 'context')
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
const key = ({ finding }: ExplainedFinding): string => `${finding.detector} ${finding.id}`

function pointOf({ finding, card, evidence }: ExplainedFinding, number: number): Point {
  const rests = new Map(evidence.map((e) => quoted(e)).map((q) => [JSON.stringify(q), q]))
  return { number, finding: finding.id, title: card?.title ?? '', rests: [...rests.values()], clears: card?.clears ?? [] }
}

function quoted({ statement, artifact, own }: Evidence): Quoted {
  const from = own ? sourceOf(statement) : 'other-application'
  if (!own || from === 'asked-organisation' || from === 'your-interview') return { from }
  const { value, original, basis } = statement
  const shown = basis !== 'claimed' ? undefined : (original ?? (typeof value === 'string' ? value : undefined))
  return {
    from,
    ...(artifact === undefined ? {} : { file: artifact.name, at: statement.seenIn.at }),
    ...(shown === undefined || shown.length > LONGEST_QUOTE ? {} : { value: shown }),
  }
}

/** Longer than a contact or a job; a passage is found by its place. */
const LONGEST_QUOTE = 120

function sourceOf({ property, basis, seenIn }: AnyStatement): SourceKind {
  if (property === 'check') return 'asked-organisation'
  if (seenIn.role === 'interview') return 'your-interview'
  if (seenIn.role === 'code-account') return 'your-code-account'
  return basis === 'claimed' ? 'your-file' : 'file-marks'
}

/** From the day the decision was told there is time to think and to find papers; the answer of a first review opens the same time again. */
const CONTEST_DAYS = 60

/**
 * Makes the link through which the person reads the explanation, takes out what is held on them, and says what is wrong, once and
 * without an account. The caller hands it on.
 */
export async function sendExplanation(
  deps: Deps,
  catalog: Catalog,
  caller: Caller,
  persona: PersonaId,
): Promise<{ readonly explanation: Explanation; readonly link: string; readonly expires: Instant }> {
  demand(caller, 'ask:send')
  return deps.store.tx(caller.tenant, async (tx) => {
    const now = deps.clock.now()
    await enterDossier(tx, caller, persona, now)
    const explanation = await explain(tx, catalog, persona, now)
    const { token, expires } = await contestLink(tx, deps, explanation, {})
    await tx.appendAudit({ actor: caller.id, action: 'explained', subject: persona, detail: { points: explanation.against.length } }, now)
    return { explanation, link: token, expires }
  })
}

/** The numbers in the link stay those that were shown, whatever is found later. `of`: the review that this one goes beyond. */
export const contestLink = (
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'chance'>,
  { persona, against }: Pick<Explanation, 'persona' | 'against'>,
  { of }: { readonly of?: string },
): Promise<{ readonly token: string; readonly expires: Instant }> =>
  makeOneTime(tx, deps, CONTEST_DAYS * DAY, {
    kind: 'contest',
    account: persona,
    payload: { shown: against.map((point) => point.finding), ...(of === undefined ? {} : { of }) },
  })

/** The explanation as it stands now, with the numbers that the link was made with. */
export async function seeExplanation(
  deps: Deps,
  catalog: Catalog,
  from: { readonly link: string; readonly address: string },
): Promise<Explanation> {
  return throughLink(deps, from, 'contest', async (tx, { row, now }) => {
    const explanation = await explain(tx, catalog, personaOf(row), now)
    const shown = shownIn(row.payload)
    const fresh = explanation.against.filter((point) => !shown.includes(point.finding)).map((point) => point.finding)
    const numbers = new Map([...shown, ...fresh].map((finding, i) => [finding, i + 1]))
    const against = explanation.against
      .map((point) => ({ ...point, number: numbers.get(point.finding) ?? 0 }))
      .toSorted((a, b) => a.number - b.number)
    return { ...explanation, against }
  })
}

export const shownIn = (payload: Readonly<Record<string, unknown>>): readonly string[] =>
  Array.isArray(payload['shown']) ? payload['shown'].map(String) : []
