import { digest, digest32 } from '../../../src/compute/digest.ts'
import { nameKey } from '../../../src/compute/name-key.ts'
import type { Group } from './groups.ts'
import { nameSet } from './groups.ts'
import { honest, idOf, Pen, slotsOf, type Applicant, type Slots } from './people.ts'

/**
 * A small company in which most kinds of contradiction happen once: what F1, F2 and F6 hold constant while names, origins and
 * accommodations change. At most sixteen people, so that a set of four forenames and four surnames names them all apart.
 */
export interface Town {
  /** Slots of the n-th person. */
  slots(n: number): Slots
  /** What a form says beside the facts; see F6. */
  readonly accommodation?: 'not asked' | 'asked' | 'granted'
}

/** Everybody from one group, with the first set of its names. */
export function townOf(group: Group): Town {
  const name = nameSet(group, 0)
  return { slots: (n) => ({ ...slotsOf(group, n), name: name(n), mailbox: `${nameKey(name(n)).replaceAll(' ', '.')}.${n}` }) }
}

/** The same people under other names and nothing else changed. */
export const renamedTown = (town: Town, name: (n: number) => string): Town => ({
  ...town,
  slots: (n) => ({ ...town.slots(n), name: name(n) }),
})

const WALLET = { chain: 'ethereum', address: '0x00000000000000000000000000000000000000aa' }
const COPIED = [
  'Moved forty depots from paper slips to one ledger and taught every night shift how to close it without calling anybody.',
  'Wrote the small scheduler that keeps the harbour cranes from waiting for each other on windy mornings in spring.',
  'Found out why invoices of two subsidiaries never matched and left behind a report that nobody had to explain again.',
  'Kept a pager for three winters and halved the number of nights on which it had any reason to ring at all.',
]

export function residents(town: Town): readonly Applicant[] {
  const made: Applicant[] = []
  const person = (n: number, more: (pen: Pen, slots: Slots) => void = () => undefined, as = n): void => {
    const pen = new Pen(idOf(as))
    const slots = town.slots(n)
    honest(pen, n, slots)
    more(pen, slots)
    made.push(pen.applicant(as))
  }
  for (const n of [0, 1, 2]) person(n)
  person(3, (pen, slots) => codeAccount(pen, slots, { names: [slots.name, town.slots(9).name, town.slots(14).name] }))
  person(4, (pen, slots) => codeAccount(pen, slots, { names: [slots.name] }))
  // Two people with one number and one text.
  person(5, (pen) => copied(pen))
  person(6, (pen) => {
    pen.write('resume', 'phone', town.slots(5).phone)
    copied(pen)
  })
  // A profile that tells two jobs differently.
  person(7, (pen) => {
    for (const [employer, from, to] of [
      ['Alder Yards', '2013-01', '2016-01'],
      ['Birch Mills', '2016-02', '2019-02'],
      ['Cedar Docks', '2019-03', '2022-03'],
    ] as const)
      pen.write('resume', 'job', { employer, from, to })
    for (const [employer, from, to] of [
      ['Alder Yards', '2015-01', '2018-06'],
      ['Birch Mills', '2018-09', '2021-02'],
      ['Cedar Docks', '2021-09', '2024-03'],
    ] as const)
      pen.write('profile', 'job', { employer, from, to })
  })
  person(8, (pen) => interview(pen, town, { differs: ['job', 'project'], seconded: true }))
  person(9, (pen) => interview(pen, town, { differs: ['place', 'place'], seconded: false }))
  person(10, (pen) => pen.write('application', 'wallet', WALLET))
  person(11, (pen) => pen.write('application', 'wallet', WALLET))
  // Somebody else stands as author: neither part of the name is theirs.
  person(12, (pen) => {
    const other = town.slots(1).name
    pen
      .write('other', 'document-author', { full: other, field: 'author' })
      .write('other', 'document-author-digest', { digest: digest32(nameKey(other)), field: 'author' })
  })
  person(13, (pen, slots) => {
    pen
      .write('resume', 'referee', { email: `${slots.mailbox}+boss@example.com`, organisation: 'Alder Yards' })
      .write('resume', 'referee-name', { full: town.slots(2).name })
  })
  person(14)
  // The same person a second time, with a number of another kind and the same words.
  person(14, (pen) => pen.write('resume', 'skill', { name: 'Elixir' }), 16)
  person(15, (pen) => interview(pen, town, { differs: [], seconded: true }))
  return made
}

function copied(pen: Pen): void {
  for (const text of COPIED) pen.write('resume', 'passage', { text, kind: 'bullet' })
}

function codeAccount(pen: Pen, slots: Slots, { names }: { names: readonly string[] }): void {
  const login = `dev-${digest(slots.mailbox).slice(0, 8)}`
  pen.write('code-account', 'account', { service: 'github', login, id: 1, created: '2018-01-01T00:00:00.000Z' })
  pen.write('code-account', 'repository', { name: `${login}/tool`, fork: false, own: true, created: '2018-02-01T00:00:00.000Z' })
  pen.write('code-account', 'email', `${slots.mailbox}@example.com`)
  for (let i = 0; i < 30; i += 1) {
    const authored = new Date(Date.UTC(2018, 3 + i * 2, 3, 12)).toISOString()
    pen.write('code-account', 'commit', {
      repository: `${login}/tool`,
      own: true,
      fork: false,
      sha: digest(`${pen.id} ${i}`).slice(0, 40),
      authorEmail: `${slots.mailbox}@example.com`,
      authorDigest: digest32(nameKey(names[i % names.length] as string)),
      byAccount: true,
      authored,
      offsetMinutes: slots.offset,
    })
  }
}

type About = 'job' | 'project' | 'place'

/** The facts are the same whatever was arranged; what was arranged and how the person was met stands beside them. */
function interview(
  pen: Pen,
  { accommodation = 'asked' }: Town,
  { differs, seconded }: { differs: readonly About[]; seconded: boolean },
): void {
  pen.write(
    'interview',
    'interview-session',
    { session: 's1', interviewer: 'Interviewer One', second: 'Interviewer Two', accommodationAsked: accommodation !== 'not asked' },
    'observed',
  )
  for (const [i, about] of (['job', 'project', 'place', 'place'] as const).entries()) {
    const agreement = differs.filter((d) => d === about).length > 0 ? 'differs' : 'matches'
    pen.write(
      'interview',
      'interview-answer',
      {
        session: 's1',
        question: `q${i}`,
        asks: `Question ${i}`,
        about,
        agreement,
        recordedBy: 'Interviewer One',
        ...(seconded ? { secondedBy: 'Interviewer Two' } : {}),
      },
      'observed',
    )
  }
  if (accommodation !== 'granted') return
  // Last, so that the places of the facts stay what they were.
  for (const text of [
    'Answers were typed; captions were on.',
    'The candidate asked for another way to verify and chose a meeting at a notary.',
    'Paused before most answers, as announced.',
  ])
    pen.write('interview', 'interview-observation', { session: 's1', text, recordedBy: 'Interviewer One' }, 'observed')
  for (const kind of ['met-in-person', 'identity-owner', 'reference'] as const)
    pen.write(
      'other',
      'check',
      { kind, about: 'another way to verify, under way', outcome: 'no-answer', contact: 'independent', recordedBy: 'Interviewer One' },
      'observed',
    )
}
