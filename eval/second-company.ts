import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCompany } from '../examples/make/company.ts'
import { candidatesOf } from '../src/surfaces/cli/candidates.ts'
import { isFlagged, openTenant } from './tenant.ts'
import { detectorRates, recommended, shareOf, type DetectorRate, type Recommended, type Share } from './share.ts'

/** Another company than the example, chosen once. Nothing was ever tuned on it. */
export const SECOND_SEED = '7331'

export interface SecondCompany {
  readonly applicants: number
  readonly failures: number
  /** Members of the rings and the applicant whose story falls apart, put up for review or more. */
  readonly rings: Readonly<Record<string, { readonly flagged: Share; readonly escalated: Share }>>
  readonly honest: Share
  readonly honestRecommended: Recommended
  readonly unusual: Share
  /** Over the honest and the unusual ones. */
  readonly rates: ReadonlyMap<string, DetectorRate>
}

export async function measureSecondCompany(): Promise<SecondCompany> {
  const out = await mkdtemp(join(tmpdir(), 'bonafide-eval-'))
  try {
    const labels = await makeCompany({ seed: SECOND_SEED, out, mutate: true })
    const company = await openTenant('second-company')
    const { candidates } = await candidatesOf([join(out, 'applicants.csv')], { one: false })
    const results = await company.screenAs(candidates)
    const rowOf = await company.rows(results.flatMap((r) => r.persona ?? []))
    const groupOf = new Map(labels.map((l) => [l.row, l.group]))
    const grouped = Map.groupBy(results, (r) => groupOf.get(rowOf.get(r.persona ?? '') ?? 0))
    if (results.length !== labels.length || grouped.has(undefined))
      throw new Error(`${results.length} of ${labels.length} applicants of the second company were screened.`)
    const of = (group: Parameters<typeof grouped.get>[0]) => grouped.get(group) ?? []
    const blameless = [...of('honest'), ...of('unusual')]
    return {
      applicants: results.length,
      failures: results.reduce((n, r) => n + r.failures.length, 0),
      rings: Object.fromEntries(
        (['ring-a', 'ring-b', 'lone'] as const).map((g) => [
          g,
          { flagged: shareOf(of(g), isFlagged), escalated: shareOf(of(g), (r) => r.recommendation === 'escalate') },
        ]),
      ),
      honest: shareOf(of('honest'), isFlagged),
      honestRecommended: recommended(of('honest')),
      unusual: shareOf(of('unusual'), isFlagged),
      rates: detectorRates(blameless),
    }
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}
