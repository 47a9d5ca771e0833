import type { Cluster, ClusterEvent, ClusterId } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'

/** A change of clusters, before it has a number, a time and a reason. */
export type Change = Pick<ClusterEvent, 'kind' | 'before' | 'after' | 'joined' | 'left'>

/** What became of the clusters: `before` and `after` hold everybody of whom it is asked and is, or was, in one. */
export function changesOf(before: ReadonlyMap<PersonaId, ClusterId>, clusters: readonly Cluster[]): readonly Change[] {
  const after = new Map(clusters.flatMap(({ id, personas }) => personas.map((one) => [one, id] as const)))
  const [old, now] = [grouped(before), grouped(after)]
  const changes: Change[] = []
  const told = new Set<ClusterId>()
  for (const [id, members] of [...now].toSorted(byId)) {
    const from = among(members, before)
    const joined = members.filter((one) => !before.has(one))
    const left = from.flatMap((source) => (old.get(source) ?? []).filter((one) => !after.has(one)))
    const whole = from.length === 1 && among(old.get(from[0] as ClusterId) ?? [], after).length === 1
    if (from.length === 0) changes.push({ kind: 'formed', before: [], after: [id], joined, left: [] })
    else if (from.length > 1) changes.push({ kind: 'merged', before: from, after: [id], joined, left })
    else if (whole) {
      // Nobody went elsewhere: it is the old one with some more or some fewer.
      told.add(from[0] as ClusterId)
      if (joined.length + left.length > 0 || from[0] !== id)
        changes.push({
          kind: joined.length >= left.length && joined.length > 0 ? 'grown' : 'shrunk',
          before: from,
          after: [id],
          joined,
          left,
        })
    }
  }
  for (const [id, members] of [...old].toSorted(byId)) {
    if (told.has(id)) continue
    const to = among(members, after)
    const left = members.filter((one) => !after.has(one))
    if (to.length === 0) changes.push({ kind: 'dissolved', before: [id], after: [], joined: [], left })
    else if (to.length > 1) {
      const joined = to.flatMap((target) => (now.get(target) ?? []).filter((one) => !before.has(one)))
      changes.push({ kind: 'split', before: [id], after: to, joined, left })
    }
  }
  return changes.map((change) => ({ ...change, joined: [...new Set(change.joined)].sort(), left: [...new Set(change.left)].sort() }))
}

function grouped(of: ReadonlyMap<PersonaId, ClusterId>): ReadonlyMap<ClusterId, readonly PersonaId[]> {
  const groups = new Map<ClusterId, PersonaId[]>()
  for (const [persona, id] of of) {
    const list = groups.get(id)
    if (list === undefined) groups.set(id, [persona])
    else list.push(persona)
  }
  return groups
}

const among = (members: readonly PersonaId[], of: ReadonlyMap<PersonaId, ClusterId>): readonly ClusterId[] =>
  [...new Set(members.flatMap((one) => of.get(one) ?? []))].sort()

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
