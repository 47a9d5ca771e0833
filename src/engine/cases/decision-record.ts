import type { Catalog } from '../../kit/catalog.ts'
import type { Case, DecisionRecord } from '../../model/case.ts'
import { DISPOSITIONS, type DispositionKind } from '../../model/disposition.ts'
import { badUsage, conflict, notFound } from '../../model/errors.ts'
import type { Finding, Recommendation } from '../../model/finding.ts'
import { LEAST_LOOK, REASON_CODES, REASONS, type ReasonCode } from '../../model/reasons.ts'
import type { PersonaId, StatementId } from '../../model/statement.ts'
import { refuseWhileContested } from '../contest/frozen.ts'
import type { Caller } from '../people/caller.ts'
import type { Tx } from '../ports.ts'
import { checkReason } from '../reason.ts'

/** A decision about one persona, as the person who makes it says it. There is none about several at once. */
export interface Proposal {
  readonly persona: PersonaId
  readonly kind: DispositionKind
  readonly reasons: readonly { readonly code: string; readonly findings: readonly string[] }[]
  readonly text: string
  /** What was weighed, the chosen one among them. */
  readonly options: readonly string[]
  /** Whether the recommendation stood on the screen before the decision was made. */
  readonly suggestionShown: boolean
  /** A statement of an outside party who was asked by us and denied a claim. */
  readonly confirmation?: StatementId
}

/** Checks the proposal against what stands, and makes the record of it. Throws what is missing. */
export async function recordOf(tx: Tx, catalog: Catalog, caller: Caller, of: { case: Case; proposal: Proposal }): Promise<DecisionRecord> {
  const { case: c, proposal } = of
  const { persona, kind } = proposal
  const text = checkReason(proposal.text)
  const options = optionsOf(proposal)
  const standing = (await tx.findings([persona])).filter((f) => f.room === 'identity')
  const [assessment] = await tx.assessments([persona])
  const recommendation = assessment?.recommendation
  const seen = c.seen.filter((s) => s.by === caller.id).map(({ evidence, seconds }) => ({ evidence, seconds }))
  const reasons = reasonsOf(proposal, standing, new Map(seen.map((s) => [s.evidence, s.seconds])))
  if (kind === 'confirmed') await refuseWhileContested(tx, persona)
  const moved = standing.flatMap((f) => (f.numbers === undefined ? [] : [[f.detector, f.numbers] as const]))
  const confirmation = kind === 'confirmed' ? await groundOf(tx, proposal, recommendation) : undefined
  return {
    persona,
    kind,
    reasons,
    text,
    roles: caller.roles,
    seen,
    options,
    recommendation,
    suggestionShown: proposal.suggestionShown,
    differs: differs(kind, recommendation),
    known: standing.map((f) => f.id),
    versions: Object.fromEntries(standing.map((f) => [f.detector, f.version])),
    ...(moved.length === 0 ? {} : { numbers: Object.fromEntries(moved) }),
    catalog: catalog.hash,
    confirmation,
  }
}

function optionsOf({ options, kind }: Proposal): readonly DispositionKind[] {
  const known = [...new Set(options)].map((option) => {
    const one = DISPOSITIONS.find((d) => d === option)
    if (one === undefined) throw badUsage(`"${option}" is no decision. Decisions: ${DISPOSITIONS.join(', ')}.`)
    return one
  })
  if (known.length < 2 || !known.includes(kind))
    throw badUsage('Say which decisions were weighed: the one that is made and at least one other.')
  return known
}

function reasonsOf(
  { reasons, kind }: Proposal,
  standing: readonly Finding[],
  seconds: ReadonlyMap<string, number>,
): DecisionRecord['reasons'] {
  if (reasons.length === 0) throw badUsage(`A decision needs a reason of the list: ${codesFor(kind).join(', ')}.`)
  const ids = new Set(standing.map((f) => f.id))
  return reasons.map(({ code, findings }) => {
    const known = REASON_CODES.find((c) => c === code)
    if (known === undefined || REASONS[known].for !== kind)
      throw badUsage(`"${code}" is no reason for ${kind}: ${codesFor(kind).join(', ')}.`)
    if (REASONS[known].findings && findings.length === 0) throw badUsage(`The reason "${code}" names the findings it is about.`)
    for (const id of findings) {
      if (!ids.has(id)) throw notFound('finding', id)
      if ((seconds.get(id) ?? 0) < LEAST_LOOK)
        throw conflict(
          `Finding ${id.slice(0, 12)} was not opened by you for ${LEAST_LOOK} seconds. Open what a decision rests on before making it.`,
        )
    }
    if (known === 'nothing-raised' && standing.some((f) => f.direction === 'raises'))
      throw conflict('Findings stand against the person. Say of each why it does not hold.')
    return { code: known, findings: [...new Set(findings)] }
  })
}

const codesFor = (kind: DispositionKind): readonly ReasonCode[] => REASON_CODES.filter((code) => REASONS[code].for === kind)

/** An adverse decision rests on *escalate*, or on somebody independent who was asked by us and contradicted a claim. */
async function groundOf(tx: Tx, proposal: Proposal, recommendation: Recommendation | undefined): Promise<StatementId | undefined> {
  if (proposal.confirmation !== undefined) {
    const [said] = await tx.statements([proposal.confirmation])
    if (said?.subject !== proposal.persona) throw notFound('statement', proposal.confirmation)
    if (said.property !== 'check' || said.value.outcome !== 'contradicted' || said.value.contact !== 'independent')
      throw conflict('That statement is no contradiction by somebody independent whom we found and asked ourselves.')
    return said.id
  }
  if (recommendation === 'escalate') return undefined
  throw conflict(
    'An adverse decision needs the recommendation escalate, or a check on record in which somebody independent contradicted a claim. Ask, and record the answer as a check.',
  )
}

/** Whether a person decided otherwise than the recommendation leans (R-028 counts it). */
function differs(kind: DispositionKind, recommendation: Recommendation | undefined): boolean {
  const leansAgainst = recommendation === 'review' || recommendation === 'escalate'
  if (kind === 'confirmed') return recommendation !== 'escalate'
  return kind === 'cleared' ? leansAgainst : !leansAgainst
}
