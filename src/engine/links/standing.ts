import type { Judgement, JudgementKind } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import { pairName } from './ground.ts'

/** An act that has not been taken back. */
export type StandingAct = Judgement & { readonly kind: JudgementKind }

/** What stands of each judged pair: the last act that was not taken back. `withdrawn` takes the one before it away. By `pairName`. */
export function standing(acts: readonly Judgement[]): ReadonlyMap<string, StandingAct> {
  const stacks = new Map<string, StandingAct[]>()
  for (const act of acts.toSorted((a, b) => a.seq - b.seq)) {
    const stack = stacks.get(pairName(act)) ?? []
    if (act.kind === 'withdrawn') stack.pop()
    else stack.push({ ...act, kind: act.kind })
    stacks.set(pairName(act), stack)
  }
  return new Map(
    [...stacks].flatMap(([name, stack]) => {
      const last = stack.at(-1)
      return last === undefined ? [] : [[name, last] as const]
    }),
  )
}

/** The acts, one after the other, by which *same* leads from one persona to the other; undefined when none does. */
export function sameChain(acts: Iterable<StandingAct>, from: PersonaId, to: PersonaId): readonly StandingAct[] | undefined {
  const next = new Map<PersonaId, StandingAct[]>()
  for (const act of acts) {
    if (act.kind !== 'same') continue
    for (const end of [act.persona, act.other]) next.set(end, [...(next.get(end) ?? []), act])
  }
  const came = new Map<PersonaId, StandingAct | undefined>([[from, undefined]])
  const queue = [from]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const act of next.get(at) ?? []) {
      const end = act.persona === at ? act.other : act.persona
      if (came.has(end)) continue
      came.set(end, act)
      queue.push(end)
    }
  }
  if (!came.has(to)) return undefined
  const chain: StandingAct[] = []
  for (let at = to, act = came.get(at); act !== undefined; act = came.get(at)) {
    chain.unshift(act)
    at = act.persona === at ? act.other : act.persona
  }
  return chain
}
