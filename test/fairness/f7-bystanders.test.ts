import { beforeAll, describe, expect, test } from 'vitest'
import { detectors, readers } from '../../src/catalog/index.gen.ts'
import { assess } from '../../src/engine/assess.ts'
import { detect, type Detection } from '../../src/engine/detect.ts'
import { identifiersOf } from '../../src/engine/identifiers.ts'
import { statementsFor } from '../../src/engine/record.ts'
import { indexPersonas, relate } from '../../src/engine/relate.ts'
import type { PairRow, Store, Tx } from '../../src/engine/ports.ts'
import type { RawRow } from '../../src/kit/input.ts'
import type { AnyStatement } from '../../src/model/statement.ts'
import { digest } from '../../src/compute/digest.ts'
import { freshTenant, openTestStore } from '../support/databases.ts'
import { aPersona } from '../support/rows.ts'

/**
 * F7: five accounts whose content gives strong findings, ten thousand followers of each, and three honest applicants among those
 * who follow them and are followed back. Nobody but the five is a persona, has a finding, an identifier or a pair.
 */
const FOLLOWERS = 10_000
const follower = (n: number): string => `bystander-${String(n).padStart(5, '0')}`
const crowd = Array.from({ length: FOLLOWERS }, (_, n) => ({ login: follower(n) }))

const commits = (login: string, name: string, repository: string, shift = 0): object[] =>
  Array.from({ length: 40 }, (_, i) => ({
    repo: `${login}/${repository}`,
    sha: digest(`${login} ${repository} ${i}`).slice(0, 40),
    author: { login },
    commit: {
      author: { name, email: `${login}@example.com`, date: new Date(Date.UTC(2019, 0, 1 + i * 5, 9) + shift).toISOString() },
      message: `Step ${i} of the ledger`,
      tree: { sha: digest(`tree ${repository} ${i}`).slice(0, 40) },
    },
  }))

/** Four re-publish the fifth one's repository as their own work. */
function account(n: number): object {
  const login = `account-${n}`
  return {
    user: {
      login,
      id: 100 + n,
      created_at: n === 0 ? '2018-01-01T00:00:00Z' : `2023-0${n}-01T00:00:00Z`,
      name: `Person Number${n}`,
      email: `${login}@example.com`,
    },
    repos: [{ full_name: `${login}/ledger`, fork: false, created_at: n === 0 ? '2018-12-01T00:00:00Z' : `2023-0${n}-02T00:00:00Z` }],
    commits: commits(login, `Person Number${n}`, 'ledger'),
    followers: crowd,
    following: [{ login: follower(0) }, { login: follower(1) }, { login: follower(2) }],
    orgs: [{ login: 'a-shared-organisation' }],
  }
}

/** An honest applicant who is one of the followers, and is followed back by all five. */
function bystander(n: number): object {
  const login = follower(n)
  return {
    user: { login, id: 900 + n, created_at: '2016-01-01T00:00:00Z', name: `Honest Follower${n}`, email: `${login}@example.net` },
    repos: [{ full_name: `${login}/maps-${n}`, fork: false, created_at: '2016-02-01T00:00:00Z' }],
    commits: commits(login, `Honest Follower${n}`, `maps-${n}`, (n + 1) * 7_654_000),
    followers: Array.from({ length: 5 }, (_, i) => ({ login: `account-${i}` })),
    following: Array.from({ length: 5 }, (_, i) => ({ login: `account-${i}` })),
    orgs: [{ login: 'a-shared-organisation' }],
  }
}

const FIVE = [0, 1, 2, 3, 4].map((n) => `p-account-${n}`)
const HONEST = [0, 1, 2].map((n) => `p-follower-${n}`)

async function statementsFrom(persona: string, document: object): Promise<readonly AnyStatement[]> {
  const reader = readers.find((r) => r.id === 'github-account')
  if (reader === undefined) throw new Error('no reader of accounts')
  const reading = await reader.read({ bytes: new TextEncoder().encode(JSON.stringify(document)), name: 'account.json' })
  return statementsFor(new Map([['self', persona]]), reading, {
    artifact: digest(persona),
    role: 'code-account',
    held: '2026-01-15T09:00:00.000Z',
    readBy: 'github-account@1',
  })
}

let store: Store
const tenant = freshTenant()
const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.tx(tenant, work)
let neighbours: readonly AnyStatement[]
let detections: readonly Detection[]
let pairs: readonly PairRow[]
let keys: readonly RawRow[]

beforeAll(async () => {
  store = await openTestStore()
  const all = [...FIVE, ...HONEST]
  const statements = (
    await Promise.all([...FIVE.map((p, n) => statementsFrom(p, account(n))), ...HONEST.map((p, n) => statementsFrom(p, bystander(n)))])
  ).flat()
  neighbours = statements.filter((s) => s.property === 'account-neighbour')
  await inTenant(async (tx) => {
    for (const id of all) await tx.putPersona(aPersona(id))
    await tx.addStatements(statements)
    await indexPersonas(tx, all)
    await relate(tx, all)
    detections = await detect(tx, { detectors }, all)
    await tx.replaceFindings(
      all,
      detections.flatMap((d) => d.findings),
    )
    await tx.replaceAssessments(detections.map((d) => assess({ detectors }, d)))
    pairs = await tx.pairs(all)
    keys = await tx.relation('select i.persona, i.kind, i.key from identifier i join slice s on s.persona = i.persona', all)
  })
})

describe('F7: followers of accounts with strong findings', () => {
  test('the five have strong findings and ten thousand followers each', () => {
    expect(neighbours.filter((s) => s.subject === FIVE[0]).length).toBeGreaterThanOrEqual(FOLLOWERS)
    const strong = detections.filter(
      (d) => FIVE.includes(d.persona) && d.findings.some((f) => f.strength === 'strong' && f.direction === 'raises'),
    )
    expect(strong.length).toBeGreaterThanOrEqual(4)
  })

  test('a neighbour gives no identifier', () => {
    expect(neighbours.length).toBeGreaterThan(5 * FOLLOWERS)
    expect(neighbours.filter((s) => identifiersOf(s).length > 0)).toEqual([])
    expect(keys.length).toBeGreaterThan(100)
    const own = new Set(HONEST.map((_, n) => follower(n)))
    const strangers = keys.filter(({ key }) => /bystander-\d+/.test(String(key)) && !own.has(/bystander-\d+/.exec(String(key))?.[0] ?? ''))
    expect(strangers).toEqual([])
    expect(keys.filter(({ key }) => String(key).includes('a-shared-organisation'))).toEqual([])
  })

  test('nobody but the applicants is a subject of anything', async () => {
    const everyone = [...FIVE, ...HONEST]
    expect(new Set(pairs.flatMap((p) => [p.persona, p.other]).filter((id) => !everyone.includes(id)))).toEqual(new Set())
    expect(detections.flatMap((d) => d.findings).filter((f) => !everyone.includes(f.persona))).toEqual([])
    const ghosts = [follower(5), `p-${follower(5)}`, 'account-0']
    expect(
      await inTenant(async (tx) => [
        ...(await tx.findings(ghosts)),
        ...(await tx.assessments(ghosts)),
        ...(await tx.pairs(ghosts)),
        ...(await tx.statementsOf(ghosts)),
      ]),
    ).toEqual([])
  })

  test('an honest applicant who follows all five and is followed back has no pair, no finding against and is clear', async () => {
    const touched = pairs.filter((p) => HONEST.includes(p.persona) || HONEST.includes(p.other))
    expect(touched).toEqual([])
    for (const d of detections.filter((x) => HONEST.includes(x.persona)))
      expect(d.findings.filter((f) => f.direction === 'raises')).toEqual([])
    expect((await inTenant((tx) => tx.assessments(HONEST))).map((a) => a.recommendation)).toEqual(['clear', 'clear', 'clear'])
  })

  test('no evidence and no sentence names a follower', async () => {
    const ids = detections.flatMap((d) => d.findings.flatMap((f) => f.because))
    const evidence = await inTenant((tx) => tx.statements([...new Set(ids)]))
    expect(evidence.length).toBeGreaterThan(0)
    expect(evidence.filter((s) => s.property === 'account-neighbour')).toEqual([])
    expect(detections.flatMap((d) => d.findings).filter((f) => /bystander-/.test(f.says) && !HONEST.includes(f.persona))).toEqual([])
  })
})
