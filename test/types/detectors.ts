/**
 * What must not compile (tsc checks this file; nothing runs it). Each `@ts-expect-error` is red when its line compiles.
 */
import { defineDetector } from '../../src/kit/detector.ts'
import { defineView } from '../../src/kit/input.ts'
import { attest } from '../../src/model/statement.ts'
import type { Statement } from '../../src/model/statement.ts'

const phones = defineView({
  id: 'phones',
  missing: 'no phone number',
  reads: ['phone'],
  build: (of) => of.map((s) => attest(s.value, s)),
})

const card = {
  id: 'application/example-of-a-card',
  version: 1,
  status: 'draft',
  title: 'An example',
  asks: 'Does it compile?',
  phase: 'application',
  family: 'contact',
  direction: 'raises',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: [],
  threshold: { origin: 'EXACT', says: 'Plain equality.' },
  clears: ['A call to the number.'],
  cites: [{ source: 'psa250123', says: 'Compare phone numbers.' }],
  falsePositives: [{ story: 'A couple shares a phone.', case: 'quiet-couple' }],
  blindSpots: ['A second phone.'],
  lawfulUse: { purpose: 'fraud prevention', note: 'Advisory.' },
  next: ['Call the number.'],
} as const

// The whole card compiles, or the errors below would prove nothing.
defineDetector({
  ...card,
  needs: { phones },
  detect: ({ phones }) => phones.slice(0, 1).map((phone) => ({ says: `Reachable at ${phone.value}.`, because: [phone] })),
})

// A view of names: identity resolution and list screening read them, a view never does.
// @ts-expect-error 'person-name' is of class identity
defineView({ id: 'names', missing: 'no name', reads: ['person-name'], build: (of) => of })
// @ts-expect-error the author's name is of class identity; its digest is open
defineView({ id: 'authors', missing: 'no author', reads: ['document-author'], build: (of) => of })

// A protected property has no place in the vocabulary at all.
// @ts-expect-error there is no such property
defineView({ id: 'nationality', missing: 'none', reads: ['nationality'], build: (of) => of })
// @ts-expect-error nor can it be stated
export type Nationality = Statement<'nationality'>

// Other people's accounts and an interviewer's remarks are kept, and read by nothing.
// @ts-expect-error bystanders weigh nothing
defineView({ id: 'followers', missing: 'none', reads: ['account-neighbour'], build: (of) => of })
// @ts-expect-error remarks weigh nothing
defineView({ id: 'remarks', missing: 'none', reads: ['interview-observation'], build: (of) => of })

// A view reads something.
// @ts-expect-error empty reads
defineView({ id: 'nothing', missing: 'none', reads: [], build: () => 1 })

// A detector is given what it asked for, and nothing else.
// @ts-expect-error `emails` was not asked for
defineDetector({ ...card, needs: { phones }, detect: ({ emails }) => emails })

// A finding rests on evidence.
// @ts-expect-error an empty `because`
defineDetector({ ...card, needs: { phones }, detect: () => [{ says: 'Because.', because: [] }] })
// @ts-expect-error a bare value carries no statement
defineDetector({ ...card, needs: { phones }, detect: ({ phones }) => phones.map((p) => ({ says: 'So.', because: [p.value] })) })

// Known false positives, blind spots and what would clear it are never empty.
// @ts-expect-error an empty `falsePositives`
defineDetector({ ...card, falsePositives: [], needs: { phones }, detect: () => [] })
// @ts-expect-error an empty `clears`
defineDetector({ ...card, clears: [], needs: { phones }, detect: () => [] })
// @ts-expect-error an empty `cites`
defineDetector({ ...card, cites: [], needs: { phones }, detect: () => [] })
// @ts-expect-error an empty `blindSpots`
defineDetector({ ...card, blindSpots: [], needs: { phones }, detect: () => [] })

// A need is an input, not a name.
// @ts-expect-error a string
defineDetector({ ...card, needs: { phones: 'phones' }, detect: () => [] })
// @ts-expect-error something that only looks like one
defineDetector({ ...card, needs: { phones: { id: 'phones' } }, detect: () => [] })

// The id begins with the phase; families and strengths are the known ones.
// @ts-expect-error no phase
defineDetector({ ...card, id: 'example', needs: { phones }, detect: () => [] })
// @ts-expect-error no such family
defineDetector({ ...card, family: 'origin', needs: { phones }, detect: () => [] })
