import { allegedAccounts, honestAccounts, labelsOf, type AccountFile } from './accounts.ts'
import { isFlagged, openTenant, type Result } from './tenant.ts'
import { detectorRates, recommended, shareOf, type DetectorRate, type Recommended, type Share } from './share.ts'

/** The simplest rule that people use: the account was less than a year old at its last commit. */
const YEAR = 365 * 86_400_000
function isYoung({ created, dates }: AccountFile): boolean {
  const last = Math.max(...dates.map((d) => Date.parse(d)))
  return dates.length > 0 && last - Date.parse(created) < YEAR
}

async function screenAccounts(tenant: string, files: readonly AccountFile[]): Promise<readonly Result[]> {
  const company = await openTenant(tenant)
  return company.screen(
    files.map(({ bytes }, i) => ({ source: `account-${i}`, files: [{ path: `account-${i}`, name: 'github.json', bytes }] })),
  )
}

export interface HonestAccounts {
  readonly flagged: Share
  readonly recommended: Recommended
  readonly unreadable: number
  readonly rates: ReadonlyMap<string, DetectorRate>
  readonly baseline: Share
}

/** All honest accounts as applicants of one company. */
export async function measureHonestAccounts(shared: string): Promise<HonestAccounts> {
  const files = honestAccounts(shared)
  const results = await screenAccounts('honest-accounts', files)
  return {
    flagged: shareOf(results, isFlagged),
    recommended: recommended(results),
    unreadable: results.filter((r) => r.persona === undefined).length,
    rates: detectorRates(results),
    baseline: shareOf(files, isYoung),
  }
}

export interface AllegedGroup {
  readonly flagged: Share
  /** Asked about at least: a neutral question. */
  readonly asked: Share
  readonly baseline: Share
  readonly withoutCommits: number
  /** Labelled logins with no account behind them in the corpus; counted nowhere. */
  readonly withoutProfile: number
}

export interface AllegedAccounts {
  /** `high` and `medium` of the publisher's own confidence. */
  readonly labelled: AllegedGroup
  /** `low`: as good as unlabelled. */
  readonly unlabelled: AllegedGroup
  readonly rates: ReadonlyMap<string, DetectorRate>
}

export async function measureAllegedAccounts(shared: string): Promise<AllegedAccounts> {
  const files = allegedAccounts(shared)
  const labels = labelsOf(shared)
  const results = await screenAccounts('alleged-accounts', files)
  const rows = files.map((file, i) => ({
    file,
    result: results[i] as Result,
    low: (labels.get(file.login.toLowerCase()) ?? 'low') === 'low',
  }))
  const known = new Set(files.map((f) => f.login.toLowerCase()))
  const group = (of: typeof rows, low: boolean): AllegedGroup => ({
    flagged: shareOf(of, ({ result }) => isFlagged(result)),
    asked: shareOf(of, ({ result }) => result.recommendation !== 'clear'),
    baseline: shareOf(of, ({ file }) => isYoung(file)),
    withoutCommits: of.filter(({ file }) => file.dates.length === 0).length,
    withoutProfile: [...labels].filter(([login, confidence]) => (confidence === 'low') === low && !known.has(login)).length,
  })
  const labelled = rows.filter((r) => !r.low)
  return {
    labelled: group(labelled, false),
    unlabelled: group(
      rows.filter((r) => r.low),
      true,
    ),
    rates: detectorRates(labelled.map((r) => r.result)),
  }
}
