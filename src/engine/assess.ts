import type { Catalog } from '../kit/catalog.ts'
import { STRENGTHS, type Assessment, type Family, type Finding, type Recommendation } from '../model/finding.ts'
import type { Detection } from './detect.ts'

const rank = (f: Pick<Finding, 'strength'>): number => STRENGTHS.indexOf(f.strength) + 1

/** Families whose findings are shown and never counted: how a document or a meeting was conducted is not who someone is. */
const NEVER_COUNTED: ReadonlySet<Family> = new Set<Family>(['conduct', 'listed'])

/** What a family amounts to after its lowering findings: 0 nothing, 1 weak, 2 moderate, 3 strong. */
export interface Weight {
  readonly family: Family
  readonly level: number
  readonly carriers: readonly Finding[]
}

/**
 * Findings that may count: of a stable detector of the identity room, raising, in a counted family; of two that rest first on
 * the same statement only the stronger, so one fact seen twice is one fact. What else they cite (the claim that an answer or a
 * check is about) is shown beside and does not make two facts one.
 */
function countable(findings: readonly Finding[], direction: 'raises' | 'lowers', shadow: ReadonlySet<string>): Finding[] {
  const used = new Set<string>()
  const kept: Finding[] = []
  // Ids of findings hang on ids of personas and these on the bytes of files, names included: never order by them (F10).
  const candidates = findings.filter(
    (f) => f.direction === direction && f.room === 'identity' && !NEVER_COUNTED.has(f.family) && !shadow.has(f.detector),
  )
  for (const f of candidates.toSorted((a, b) => rank(b) - rank(a) || (a.detector < b.detector ? -1 : 1))) {
    const [primary] = f.because
    if (used.has(primary)) continue
    used.add(primary)
    kept.push(f)
  }
  return kept
}

/**
 * The strongest raising finding of each family, taken down by what lowers in the same family: a moderate or strong lowering
 * finding takes a weak or moderate one down by a step, and only a strong one takes a strong one down, by a step. A strong
 * finding never disappears by machine.
 */
export function weigh(findings: readonly Finding[], shadow: ReadonlySet<string>): readonly Weight[] {
  const lowering = new Map<Family, number>()
  for (const f of countable(findings, 'lowers', shadow)) lowering.set(f.family, Math.max(lowering.get(f.family) ?? 0, rank(f)))
  const families = new Map<Family, Finding[]>()
  for (const f of countable(findings, 'raises', shadow)) families.set(f.family, [...(families.get(f.family) ?? []), f])
  return [...families].map(([family, carriers]) => {
    const raised = Math.max(...carriers.map(rank))
    const lowered = lowering.get(family) ?? 0
    const step = raised === 3 ? lowered === 3 : lowered >= 2
    return { family, level: step ? raised - 1 : raised, carriers }
  })
}

/**
 * `escalate`: two independent families, at least one of them strong. `review`: one strong, or three moderate
 * findings from at least two families. `ask`: anything less that raises, or nothing that could be checked at all.
 */
export function recommend(weights: readonly Weight[], anythingChecked: boolean): Recommendation {
  const counted = weights.filter((w) => w.level > 0)
  const strong = counted.some((w) => w.level === 3)
  if (strong && counted.filter((w) => w.level >= 2).length >= 2) return 'escalate'
  const moderate = counted.filter((w) => w.level === 2)
  const findings = moderate.reduce((n, w) => n + w.carriers.filter((f) => rank(f) >= 2).length, 0)
  if (strong || (moderate.length >= 2 && findings >= 3)) return 'review'
  return counted.length > 0 || !anythingChecked ? 'ask' : 'clear'
}

/** The findings of a persona weighed by family. Recommends, decides nothing. */
export function assess(catalog: Pick<Catalog, 'detectors'>, detection: Omit<Detection, 'tried'>): Assessment {
  const shadow = new Set(catalog.detectors.filter((d) => d.status !== 'stable').map((d) => d.id))
  const weights = weigh(detection.findings, shadow)
  const scored = catalog.detectors.filter((d) => d.direction === 'raises' && !shadow.has(d.id))
  const anythingChecked = scored.some((d) => ['fired', 'quiet'].includes(detection.outcomes.get(d.id)?.kind ?? ''))
  const carriers = weights
    .filter((w) => w.level > 0)
    .toSorted((a, b) => b.level - a.level || (a.family < b.family ? -1 : 1))
    .flatMap((w) => w.carriers)
  const outcomes: Record<string, Assessment['outcomes'][string]> = {}
  for (const [id, outcome] of detection.outcomes) {
    outcomes[id] = {
      kind: outcome.kind,
      ...(outcome.kind === 'not-applicable' ? { missing: outcome.missing } : {}),
      ...(outcome.kind === 'failed' ? { error: outcome.error } : {}),
    }
  }
  return { persona: detection.persona, recommendation: recommend(weights, anythingChecked), outcomes, reasons: carriers.map((f) => f.id) }
}
