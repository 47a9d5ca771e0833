import type { ExplainedCluster, ExplainedLink } from '../../src/engine/cluster-dossier.ts'
import type { Link, LinkEvidence } from '../../src/model/link.ts'

/** Longer than any honest value, without a place to break it. */
export const LONG = 'x'.repeat(180)

const piece = (more: Partial<LinkEvidence>): LinkEvidence => ({
  kind: 'phone',
  family: 'contact',
  value: '+12025550101',
  mine: [],
  theirs: [],
  holders: 2,
  bits: 6,
  weight: 'strong',
  says: 'Both have the same phone number; nobody else here has it.',
  removedBy: 'That it belongs to a third party.',
  ...more,
})

/** An invented cluster of so many members, every third pair of them linked, with values as long as a hostile file can make them. */
export function sharedCluster(size: number): ExplainedCluster {
  const personas = Array.from({ length: size }, (_, i) => `p-${String(i).padStart(16, '0')}`)
  const links: ExplainedLink[] = []
  for (const [i, persona] of personas.entries()) {
    for (const [j, other] of personas.entries()) {
      if (j <= i || (j - i) % 3 !== 1) continue
      const evidence = [
        piece({}),
        piece({ kind: 'wallet', family: 'payout', value: LONG, weight: 'moderate', bits: 3 }),
        piece({ value: '+12025550100', holders: 40, weight: 'none', bits: 0 }),
      ]
      const state = (['linked', 'linked', 'proposed', 'apart'] as const)[(i + j) % 4] ?? 'linked'
      const link: Link = {
        persona,
        other,
        state,
        bits: 9,
        evidence,
        against: [{ says: 'Each gives another e-mail address.', because: [] }],
      }
      links.push({
        link,
        pieces: evidence.map((one) => ({ piece: one, mine: [], theirs: [] })),
        against: [{ says: 'Each gives another e-mail address.', because: [] }],
        judgements: [],
      })
    }
  }
  const [first = '', second = ''] = personas
  const id = 'c-0000000000000000'
  const judgement = {
    seq: 1,
    persona: first,
    other: second,
    kind: 'unsure',
    reason: LONG,
    by: 'tester',
    at: '2026-03-01T10:00:00.000Z',
  } as const
  return {
    cluster: { id, personas },
    links,
    judgements: [judgement],
    events: [
      {
        seq: 1,
        at: '2026-03-01T10:00:00.000Z',
        kind: 'formed',
        before: [],
        after: [id],
        joined: personas,
        left: [],
        reason: 'Joined by a phone number.',
      },
      {
        seq: 2,
        at: '2026-03-02T10:00:00.000Z',
        kind: 'merged',
        before: [id, 'c-1111111111111111'],
        after: [id],
        joined: [],
        left: [],
        reason: `A person judged ${first} and ${second} the same.`,
      },
    ],
    hubs: [
      {
        hub: { kind: 'phone', key: LONG, holders: 40, reason: 'More than 20 personas have this phone number.' },
        personas: [first, second],
      },
    ],
  }
}
