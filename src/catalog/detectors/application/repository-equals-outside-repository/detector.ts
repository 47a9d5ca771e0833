import { defineDetector } from '../../../../kit/detector.ts'
import type { Placed } from '../../../../kit/placed.ts'
import { isNonEmpty } from '../../../../model/statement.ts'
import type { NonEmpty } from '../../../../model/statement.ts'
import type { CodeHistory, Commit } from '../../../views/commits/view.ts'
import commits from '../../../views/commits/view.ts'

const FEWEST = 20
const SHOWN = 5

export default defineDetector({
  id: 'application/repository-equals-outside-repository',
  version: 1,
  status: 'stable',
  title: 'A contribution elsewhere is a copy of an own repository',
  asks: 'Does a repository outside the account hold exactly the commits of one of its own, all by the account?',
  phase: 'application',
  family: 'code-history',
  direction: 'raises',
  strength: 'moderate',
  room: 'identity',
  technique: ['T1585', 'F1020.001'],
  indicators: ['github-duplicate-commit-hashes'],
  threshold: {
    origin: 'EXACT',
    says: 'The same set of at least 20 commit hashes in a repository outside and in an own one that is not a fork, at least half of them carrying the account. 8 of 495 honest accounts have such a pair in a corpus that says neither which repositories are forks nor what others committed; with both, which the platform gives, fewer.',
  },
  clears: [
    'The candidate shows that both repositories are theirs, or that one was moved.',
    'People unconnected to the account worked in the outside repository.',
  ],
  cites: [{ source: 'ghfa', says: 'Lists equal commit hashes in several repositories among its rules.' }],
  falsePositives: [
    { story: 'The own repository is a plain mirror of a project by other people.', case: 'quiet-mirror' },
    { story: 'A project was handed to an organisation and goes on there.', case: 'quiet-handed-over' },
    { story: 'The own copy is a fork, as the platform says.', case: 'quiet-fork' },
  ],
  blindSpots: ['Copies whose commits were rewritten, so that the hashes differ.', 'Files that hold only part of a history.'],
  lawfulUse: {
    purpose: 'Verification of work that the candidate shows',
    note: 'Public data that the candidate pointed to; equality of content, not of names.',
  },
  next: ['Ask how the two repositories are related.', 'Look whether anybody else ever worked in the outside repository.'],
  needs: { commits },
  detect: ({ commits }) =>
    commits.flatMap((history) =>
      copies(history).map(({ own, outside }) => ({
        says: `All ${outside.length} commits of ${outside[0].value.repository} are also the whole history of the own repository ${own[0].value.repository}.`,
        because: [...outside.slice(0, SHOWN), ...own.slice(0, SHOWN), history.account] as unknown as NonEmpty<Placed<unknown>>,
      })),
    ),
})

type Shelf = NonEmpty<Placed<Commit>>

function copies(history: CodeHistory): { own: Shelf; outside: Shelf }[] {
  const mine = new Set(history.mine)
  const shelves: Iterable<readonly Placed<Commit>[]> = Map.groupBy(
    history.all.filter((c) => c.value.fork !== true),
    (c) => `${c.value.own} ${c.value.repository}`,
  ).values()
  const all = [...shelves].flatMap((shelf): Shelf[] => (isNonEmpty(shelf) ? [shelf] : []))
  const hashes = new Map(all.map((shelf) => [shelf, new Set(shelf.map((c) => c.value.sha))]))
  const isEqual = (a: Shelf, b: Shelf): boolean => {
    const [x, y] = [hashes.get(a), hashes.get(b)]
    return x !== undefined && y !== undefined && x.size === y.size && [...x].every((sha) => y.has(sha))
  }
  return all
    .filter(
      (outside) =>
        !outside[0].value.own &&
        (hashes.get(outside)?.size ?? 0) >= FEWEST &&
        outside.filter((c) => mine.has(c)).length * 2 >= outside.length,
    )
    .flatMap((outside) => {
      const own = all.find((shelf) => shelf[0].value.own && isEqual(shelf, outside))
      return own === undefined ? [] : [{ own, outside }]
    })
}
