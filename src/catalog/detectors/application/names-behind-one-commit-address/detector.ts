import { defineDetector } from '../../../../kit/detector.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { Placed } from '../../../../kit/placed.ts'
import type { Commit } from '../../../views/commits/view.ts'
import commits from '../../../views/commits/view.ts'

const NAMES = 3

export default defineDetector({
  id: 'application/names-behind-one-commit-address',
  version: 1,
  status: 'stable',
  title: 'Several author names behind one commit address',
  asks: 'Do the own repositories carry at least three author names behind one e-mail address?',
  phase: 'application',
  family: 'code-history',
  direction: 'context',
  strength: 'weak',
  room: 'identity',
  technique: ['T1585'],
  indicators: ['github-identity-rotation-names-per-email'],
  threshold: {
    origin: 'PROP',
    says: 'Three different names (compared as digests) behind one address in own, non-fork repositories. Shown only: an author field is typed by whoever commits (R-008).',
  },
  settings: {
    names: {
      unit: 'author names',
      shipped: NAMES,
      least: 3,
      most: 20,
      says: 'More names behind one address are needed before it is shown.',
    },
  },
  clears: ['The candidate says which names are theirs, or which machine or colleague used the address.'],
  cites: [
    { source: 'ghfa', says: 'Lists several names behind one commit address among its rules.' },
    { source: 'ketman', says: 'Explains how several personal names behind one address come to light.' },
  ],
  falsePositives: [
    { story: 'Somebody changed their name and two names stand behind the address.', case: 'quiet-changed-name' },
    { story: 'The platform’s own no-reply address stands behind the web edits of many people.', case: 'quiet-platform-address' },
  ],
  blindSpots: ['Spelling variants and nicknames count as names.', 'A new address for every name.'],
  lawfulUse: {
    purpose: 'A question to ask',
    note: 'Shown, never weighed. Renaming after marriage, transition or for safety is lawful and nobody has to explain it; names are compared as digests and never shown here.',
  },
  next: ['Nothing, unless other findings concern the same account.'],
  needs: { commits },
  detect: ({ commits }, numbers) =>
    commits.flatMap(({ all }) =>
      [
        ...Map.groupBy(
          all.filter((c) => c.value.own && c.value.fork !== true),
          (c) => c.value.authorEmail?.toLowerCase() ?? '',
        ),
      ].flatMap(([address, of]) => {
        if (address === '' || address === 'noreply@github.com') return []
        const names = new Map<string, Placed<Commit>>()
        for (const c of of) if (c.value.authorDigest !== undefined && !names.has(c.value.authorDigest)) names.set(c.value.authorDigest, c)
        const because = [...names.values()]
        return names.size >= numbers.names && isNonEmpty(because)
          ? [{ says: `${names.size} author names stand behind one commit address in the own repositories.`, because }]
          : []
      }),
    ),
})
