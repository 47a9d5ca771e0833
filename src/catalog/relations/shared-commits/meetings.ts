import type { SameAnswer } from '../../../kit/cell.ts'
import type { Attested, Instant, PersonaId, StatementId } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import type { SharedCommit } from './relation.ts'

type Commit = ValueOf<'commit'>

/** One of my commits beside the other persona's that has the same key. */
export interface CommitMeeting {
  readonly kind: 'commit' | 'tree' | 'commit-stamp'
  readonly mine: Attested<Commit>
  readonly theirs: Attested<Commit>
}

/** All that one repository of mine has in common with one other persona. */
export interface RepositoryMeeting {
  readonly other: PersonaId
  readonly same: SameAnswer
  readonly repository: string
  readonly commits: readonly CommitMeeting[]
  /** When the repositories on the other side were first created on the platform; undefined where one of them is not known. */
  readonly otherCreated: Instant | undefined
}

/** The rows as commits side by side, by other persona and repository of mine. `commits`: my own by statement. */
export function repositoryMeetings(rows: readonly SharedCommit[], commits: ReadonlyMap<StatementId, Commit>): readonly RepositoryMeeting[] {
  const created = new Map<string, Instant | undefined>()
  for (const row of rows) if (row.kind === 'repository') created.set(`${row.other} ${row.theirs.value.name}`, row.theirs.value.created)
  const met = rows.flatMap((row) => {
    if (row.kind === 'repository') return []
    const mine = commits.get(row.mine.from[0])
    return mine === undefined ? [] : [{ row, meeting: { kind: row.kind, mine: { value: mine, from: row.mine.from }, theirs: row.theirs } }]
  })
  return [...Map.groupBy(met, ({ row, meeting }) => `${row.other} ${meeting.mine.value.repository}`).values()].flatMap(
    (group): RepositoryMeeting[] => {
      const [first] = group
      if (first === undefined) return []
      const { other, same } = first.row
      const known = [...new Set(group.map((g) => g.meeting.theirs.value.repository))].map((name) => created.get(`${other} ${name}`))
      const dates = known.flatMap((at) => (at === undefined ? [] : [Date.parse(at)]))
      const otherCreated = dates.length < known.length ? undefined : new Date(Math.min(...dates)).toISOString()
      return [{ other, same, repository: first.meeting.mine.value.repository, commits: group.map((g) => g.meeting), otherCreated }]
    },
  )
}

/** Which of two instants is later from my side; undefined when it cannot be told. */
export const later = (mine: Instant | undefined, theirs: Instant | undefined): 'mine' | 'theirs' | undefined =>
  mine === undefined || theirs === undefined || Date.parse(mine) === Date.parse(theirs)
    ? undefined
    : Date.parse(mine) > Date.parse(theirs)
      ? 'mine'
      : 'theirs'
