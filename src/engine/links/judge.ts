import { badUsage, conflict, notFound } from '../../model/errors.ts'
import { JUDGEMENTS, type ClusterEvent, type Judgement, type JudgementKind, type Link } from '../../model/link.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import { refuseWording } from '../../model/wording.ts'
import type { Catalog } from '../../kit/catalog.ts'
import type { Actor } from '../access.ts'
import { recheck, type Change, type Watching } from '../lookback/recheck.ts'
import type { Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Deps, Pair, Tx } from '../ports.ts'
import { pairName, pairOf } from './ground.ts'
import { sameChain, standing, type StandingAct } from './standing.ts'
import { NOTHING, relink } from './update.ts'

export interface Judged {
  readonly judgement: Judgement
  /** What the pair is now; undefined when nothing is left between the two. */
  readonly link: Link | undefined
  readonly events: readonly ClusterEvent[]
  /** What detectors say of the two now and did not before: some questions hang on whether a person judged two different. */
  readonly changes: readonly Change[]
}

interface Said {
  readonly persona: PersonaId
  readonly other: PersonaId
  readonly reason: string
  readonly watch: Watching
}

const LONGEST_REASON = 2_000

/** Notes what a person says of two personas, and makes links and clusters follow it. Refuses what contradicts other acts, naming them. */
export async function judge(
  deps: Pick<Deps, 'store' | 'clock'>,
  catalog: Catalog,
  actor: Actor | Caller,
  said: Said & { readonly kind: JudgementKind },
): Promise<Judged> {
  if (!JUDGEMENTS.includes(said.kind)) throw badUsage(`A judgement is one of ${JUDGEMENTS.join(', ')}.`)
  return act(deps, catalog, actor, said)
}

/** Takes the pair's last standing judgement back: what stood before it stands again, exactly. */
export async function withdrawJudgement(
  deps: Pick<Deps, 'store' | 'clock'>,
  catalog: Catalog,
  actor: Actor | Caller,
  said: Said,
): Promise<Judged> {
  return act(deps, catalog, actor, { ...said, kind: 'withdrawn' })
}

async function act(
  deps: Pick<Deps, 'store' | 'clock'>,
  catalog: Catalog,
  actor: Actor | Caller,
  said: Said & { readonly kind: Judgement['kind'] },
): Promise<Judged> {
  const pair = pairOf(said.persona, said.other)
  const reason = said.reason.trim()
  if (pair.persona === pair.other) throw badUsage('A judgement is about two personas; both ids given are the same one.')
  if (reason === '') throw badUsage('A judgement needs a reason: one sentence that somebody else can check.')
  if (reason.length > LONGEST_REASON) throw badUsage(`A reason has at most ${LONGEST_REASON} characters.`)
  refuseWording(reason, 'reason', '/reason')
  const judged = await deps.store.tx(actor.tenant, async (tx) => {
    await stillIn(tx, actor)
    await tx.stay([pair.persona, pair.other])
    await tx.lockLinks()
    const received = await tx.receivedAt([pair.persona, pair.other])
    for (const id of [pair.persona, pair.other]) if (!received.has(id)) throw notFound('persona', id)
    const acts = await tx.allJudgements()
    const at = deps.clock.now()
    refuseContradiction(acts, { ...pair, kind: said.kind, reason, by: actor.id, at })
    const judgement = await tx.addJudgement({ ...pair, kind: said.kind, reason, by: actor.id, at })
    const detail = { persona: pair.persona, other: pair.other, kind: said.kind, act: judgement.seq }
    await tx.appendAudit({ actor: actor.id, action: 'judged', subject: pair.persona, detail }, at)
    const events = await relink(tx, { ...NOTHING, judged: [pair], cause: causeOf(judgement) }, at)
    return { judgement, link: await linkBetween(tx, pair), events }
  })
  return { ...judged, changes: await recheck(deps, catalog, actor, { personas: [pair.persona, pair.other], watch: said.watch }) }
}

const linkBetween = async (tx: Tx, pair: Pair): Promise<Link | undefined> =>
  (await tx.links([pair.persona])).find((link) => pairName(link) === pairName(pair))

const WORDS = { same: 'the same', different: 'different', unsure: 'uncertain' } as const
const causeOf = ({ kind, seq }: Judgement): string =>
  kind === 'withdrawn' ? `A person took a judgement back (act ${seq}).` : `A person judged two of them ${WORDS[kind]} (act ${seq}).`

/** *Same* along a chain of acts and *different* between its ends cannot both stand. Which of them is wrong only a person can say. */
function refuseContradiction(acts: readonly Judgement[], added: Omit<Judgement, 'seq'>): void {
  const seq = (acts.at(-1)?.seq ?? 0) + 1
  const name = pairName(added)
  const before = standing(acts).get(name)
  if (added.kind === 'withdrawn' && before === undefined)
    throw conflict(`Nobody's judgement stands about ${added.persona} and ${added.other}, so there is none to take back.`)
  const after = standing([...acts, { ...added, seq }])
  const now = after.get(name)
  if (now === undefined || now.kind === 'unsure') return
  const others = [...after.values()].filter((one) => pairName(one) !== name)
  if (now.kind === 'different') {
    const chain = sameChain(others, added.persona, added.other)
    if (chain !== undefined) throw contradiction(added, chain, undefined)
    return
  }
  for (const one of others) {
    if (one.kind !== 'different') continue
    const chain = sameChain(after.values(), one.persona, one.other)
    if (chain?.some((step) => pairName(step) === name) === true)
      throw contradiction(
        added,
        chain.filter((step) => pairName(step) !== name),
        one,
      )
  }
}

function contradiction(added: Omit<Judgement, 'seq'>, chain: readonly StandingAct[], different: StandingAct | undefined): Error {
  const told = [...chain, ...(different === undefined ? [] : [different])].map(sentenceOf)
  const what =
    added.kind === 'withdrawn'
      ? 'With that judgement taken back, an earlier one would stand again that'
      : `"${added.kind}" for ${added.persona} and ${added.other}`
  return conflict(`${what} contradicts what stands: ${told.join('; ')}. Take the one back that is wrong, then judge again.`)
}

const day = (at: Instant): string => at.slice(0, 10)
const sentenceOf = ({ seq, persona, other, kind, by, at }: StandingAct): string =>
  `act ${seq}, ${persona} and ${other} ${kind} (${by}, ${day(at)})`
