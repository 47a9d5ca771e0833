import { beforeAll, describe, expect, test } from 'vitest'
import { digest } from '../../src/compute/digest.ts'
import { detectors } from '../../src/catalog/index.gen.ts'
import type { Store } from '../../src/engine/ports.ts'
import { openTestStore } from '../support/databases.ts'
import { f2 } from '../support/fairness/checks.ts'
import { verdictsOn, type Verdict } from '../support/fairness/crowd.ts'
import { GROUPS, type Group } from '../support/fairness/groups.ts'
import { honest, honestOf, idOf, Pen, slotsOf, type Applicant, type Slots } from '../support/fairness/people.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})

test('F2: a whole persona moved elsewhere has as many contradictions, and as strong', async () => {
  expect(GROUPS.length).toBeGreaterThan(16)
  expect(await f2({ store, detectors, groups: GROUPS })).toEqual([])
}, 600_000)

/** One thing that no longer fits: with the neighbour, with another document, or with what was found. */
const CHANGES: Readonly<Record<string, (pen: Pen, mine: Slots, neighbour: Slots) => void>> = {
  'the number is the neighbour’s': (pen, _, neighbour) => pen.write('resume', 'phone', neighbour.phone),
  'the mailbox is the neighbour’s': (pen, _, neighbour) => pen.write('resume', 'email', `${neighbour.mailbox}@example.com`),
  'a referee answers at the own mailbox': (pen, mine) =>
    pen.write('resume', 'referee', { email: `${mine.mailbox}@example.com`, organisation: 'Alder Yards' }),
  'the city is contradicted by public fact': (pen) => {
    for (const question of ['q1', 'q2'])
      pen.write(
        'interview',
        'interview-answer',
        { session: 's1', question, asks: 'Where is the station?', about: 'place', agreement: 'differs', recordedBy: 'Interviewer One' },
        'observed',
      )
  },
  'the school finds no such student': (pen, mine) =>
    pen.write(
      'other',
      'check',
      { kind: 'education', about: mine.school, outcome: 'not-found', contact: 'independent', recordedBy: 'Recruiter One' },
      'observed',
    ),
  'the profile tells two jobs at other times': (pen) => {
    for (const [employer, from, to, told, until] of [
      ['Alder Yards', '2001-01', '2003-01', '2004-01', '2006-06'],
      ['Birch Mills', '2003-02', '2005-02', '2007-02', '2008-03'],
    ] as const)
      pen.write('resume', 'job', { employer, from, to }).write('profile', 'job', { employer, from: told, to: until })
  },
  'a technology is older than itself': (pen) => pen.write('resume', 'skill', { name: 'Kubernetes', from: '2009' }),
  'two interviewers hear another story': (pen) => {
    for (const about of ['job', 'education'] as const)
      pen.write(
        'interview',
        'interview-answer',
        {
          session: 's1',
          question: about,
          asks: 'Tell me.',
          about,
          agreement: 'differs',
          recordedBy: 'Interviewer One',
          secondedBy: 'Interviewer Two',
        },
        'observed',
      )
  },
  'the owner of the identity did not apply': (pen) =>
    pen.write(
      'other',
      'check',
      { kind: 'identity-owner', about: 'the owner', outcome: 'contradicted', contact: 'independent', recordedBy: 'Recruiter One' },
      'observed',
    ),
  'the browser is the neighbour’s': (pen) =>
    pen.write('application', 'device', { id: 'neighbour', kind: 'cookie', at: '2026-01-05T09:00:00.000Z' }, 'observed'),
  'the picture is the neighbour’s': (pen) =>
    pen.write(
      'photo',
      'image-hash',
      { dct: '9f3a5c17e2b8046d', mirror: 'ca6f0942b7ed5138', sha256: digest('the neighbour'), width: 400, height: 400, role: 'photo' },
      'observed',
    ),
  'the payout goes to the neighbour': (pen) =>
    pen.write('application', 'wallet', { chain: 'ethereum', address: '0x00000000000000000000000000000000000000bb' }),
}

/** The neighbour holds what some changes borrow, in both runs. */
function neighbourOf(group: Group): Pen {
  const pen = new Pen(idOf(1))
  honest(pen, 1, slotsOf(group, 1))
    .write('application', 'device', { id: 'neighbour', kind: 'cookie', at: '2026-01-04T09:00:00.000Z' }, 'observed')
    .write(
      'photo',
      'image-hash',
      { dct: '9f3a5c17e2b8046d', mirror: 'ca6f0942b7ed5138', sha256: digest('the neighbour'), width: 400, height: 400, role: 'photo' },
      'observed',
    )
  return pen.write('application', 'wallet', { chain: 'ethereum', address: '0x00000000000000000000000000000000000000bb' })
}

/** What is said about one applicant in a company of two. */
async function verdictOn(me: Applicant, group: Group): Promise<Verdict> {
  const [verdict] = await verdictsOn(store, detectors, [me, neighbourOf(group).applicant(1)])
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

describe('F2b: one thing that no longer fits is seen, wherever the persona is from', () => {
  const places = [GROUPS[7], GROUPS[16]].filter((g) => g !== undefined)

  test.each(places.map((group) => ({ group, at: group.code })))('unchanged, nothing speaks against anybody ($at)', async ({ group }) => {
    const { recommendation, findings } = await verdictOn(honestOf(group, 0), group)
    expect(recommendation).toBe('clear')
    expect(findings.filter((f) => f.includes(' raises '))).toEqual([])
  })

  test.each(Object.entries(CHANGES).flatMap(([what, change]) => places.map((group) => ({ what, change, group, at: group.code }))))(
    '$what ($at)',
    async ({ change, group }) => {
      const mine = slotsOf(group, 0)
      const changed = new Pen(idOf(0))
      honest(changed, 0, mine)
      change(changed, mine, slotsOf(group, 1))
      const after = await verdictOn(changed.applicant(0), group)
      expect(after.findings.filter((f) => f.includes(' raises ')).length).toBeGreaterThan(0)
      expect(after.recommendation).not.toBe('clear')
    },
  )
})
