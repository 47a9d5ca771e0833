import { digest } from '../../compute/digest.ts'
import type { Cluster, ClusterId } from '../../model/link.ts'
import type { Instant, PersonaId } from '../../model/statement.ts'
import type { Pair } from '../ports.ts'
import type { StandingAct } from './standing.ts'

/** The same whoever joins later: made from the persona that was received first. */
const clusterIdOf = (anchor: PersonaId): ClusterId => `c-${digest(`cluster ${anchor}`).slice(0, 16)}`

export interface Joining {
  readonly links: readonly (Pair & { readonly bits: number })[]
  readonly acts: readonly StandingAct[]
  readonly received: ReadonlyMap<PersonaId, Instant>
}

/**
 * Clusters of whole components: what people judged *same* is joined first, then the links by falling weight. A link that would
 * put two personas into one cluster whom a person judged *different*, directly or through others, is passed over. Of equally
 * heavy links that of the personas received earlier goes first.
 */
export function clustersOf({ links, acts, received }: Joining): readonly Cluster[] {
  const age = (one: PersonaId): string => received.get(one) ?? '~'
  const earlier = (a: PersonaId, b: PersonaId): number => compare(age(a), age(b)) || compare(a, b)
  const ends = ({ persona, other }: Pair): [PersonaId, PersonaId] => (earlier(persona, other) <= 0 ? [persona, other] : [other, persona])
  const order = (a: Pair, b: Pair): number => {
    const [[a1, a2], [b1, b2]] = [ends(a), ends(b)]
    return compare(age(a1), age(b1)) || compare(age(a2), age(b2)) || compare(a1, b1) || compare(a2, b2)
  }
  const sets = new Sets(acts.filter((act) => act.kind === 'different'))
  for (const act of acts.filter((one) => one.kind === 'same').toSorted(order)) sets.join(act)
  for (const link of links.toSorted((a, b) => b.bits - a.bits || order(a, b))) sets.join(link)
  return sets
    .all()
    .filter((members) => members.length > 1)
    .map((members) => {
      const personas = members.toSorted(earlier)
      return { id: clusterIdOf(personas[0] as PersonaId), personas }
    })
    .toSorted((a, b) => compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Union–find by size that refuses to join what must stay apart (constrained clustering with cannot-links; Wagstaff & Cardie 2000). */
class Sets {
  private readonly parent = new Map<PersonaId, PersonaId>()
  private readonly members = new Map<PersonaId, PersonaId[]>()
  /** Roots that must not be joined with this root. */
  private readonly apart = new Map<PersonaId, Set<PersonaId>>()

  constructor(different: readonly Pair[]) {
    for (const { persona, other } of different) {
      this.add(persona)
      this.add(other)
      this.apart.get(persona)?.add(other)
      this.apart.get(other)?.add(persona)
    }
  }

  join({ persona, other }: Pair): void {
    const [a, b] = [this.root(persona), this.root(other)]
    if (a === b || this.apart.get(a)?.has(b) === true) return
    const [large, small] = (this.members.get(a)?.length ?? 0) >= (this.members.get(b)?.length ?? 0) ? [a, b] : [b, a]
    this.parent.set(small, large)
    this.members.get(large)?.push(...(this.members.get(small) ?? []))
    this.members.delete(small)
    for (const foe of this.apart.get(small) ?? []) {
      this.apart.get(foe)?.delete(small)
      this.apart.get(foe)?.add(large)
      this.apart.get(large)?.add(foe)
    }
    this.apart.delete(small)
  }

  all(): readonly (readonly PersonaId[])[] {
    return [...this.members.values()]
  }

  private add(one: PersonaId): void {
    if (this.parent.has(one)) return
    this.parent.set(one, one)
    this.members.set(one, [one])
    this.apart.set(one, new Set())
  }

  private root(one: PersonaId): PersonaId {
    this.add(one)
    let at = one
    for (let up = this.parent.get(at) as PersonaId; up !== at; up = this.parent.get(at) as PersonaId) {
      this.parent.set(at, this.parent.get(up) as PersonaId)
      at = up
    }
    return at
  }
}
