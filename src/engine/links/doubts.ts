import type { LinkDoubt, LinkEvidence } from '../../model/link.ts'
import type { Pair } from '../ports.ts'
import { sharedBetween, type Ground, type Use } from './ground.ts'
import { HOME, linkKind } from './kinds.ts'

/** Kinds of which an honest applicant has few: giving different ones speaks for two people. */
const OWN = ['email', 'phone', 'wallet', 'bank-account', 'device'] as const

/**
 * All that counts is what people who live together share, and both give the same home: a couple, flatmates, parents with grown
 * children look like this. An account that only these two have needs no home to be a couple's: tables of payments give none, so it
 * is one unless they say to live apart. Such a pair is proposed and never joined.
 */
export function isHousehold(pair: Pair, ground: Ground, evidence: readonly LinkEvidence[]): boolean {
  const counted = evidence.filter((one) => one.weight !== 'none')
  if (counted.length === 0 || !counted.every((one) => linkKind(one.kind)?.home === true)) return false
  if (homesOf(pair, ground).length > 0) return true
  const apart = [pair.persona, pair.other].every((one) => ofKind(ground, one, HOME).length > 0)
  return !apart && counted.every((one) => one.kind === 'bank-account' && one.holders === 2)
}

/** Homes that both give as theirs. */
const homesOf = (pair: Pair, ground: Ground): readonly string[] => sharedBetween(ground, pair).filter((name) => name.startsWith(`${HOME} `))

/** What speaks against one operator behind both. */
export function doubtsOf(pair: Pair, ground: Ground, evidence: readonly LinkEvidence[], household: boolean): LinkDoubt[] {
  const doubts: LinkDoubt[] = []
  if (household) {
    const homes = homesOf(pair, ground)
    const home = homes.length > 0 ? 'both give the same home' : 'an account of two is what couples have'
    const counted = evidence.filter((one) => one.bits > 0)
    doubts.push({
      says: `All they have in common is what people who live together share, and ${home}. Two honest people of one household look like this.`,
      because:
        homes.length > 0
          ? homes.flatMap((name) => [pair.persona, pair.other].flatMap((one) => ground.uses.get(one)?.get(name)?.statements ?? []))
          : counted.flatMap((one) => [...one.mine, ...one.theirs]),
    })
  }
  const [first, second] = evidence.filter((one) => one.bits > 0)
  if (first !== undefined && second === undefined)
    doubts.push({ says: 'It rests on one kind of fact alone; nothing else confirms it.', because: [...first.mine, ...first.theirs] })
  for (const kind of OWN) {
    const [mine, theirs] = [ofKind(ground, pair.persona, kind), ofKind(ground, pair.other, kind)]
    const [a, b] = [mine[0], theirs[0]]
    if (a === undefined || b === undefined || mine.some((use) => theirs.some((other) => other.key === use.key))) continue
    doubts.push({
      says: `Each gives another ${linkKind(kind)?.name ?? kind}.`,
      because: [a.statements[0], b.statements[0]].flatMap((id) => id ?? []),
    })
  }
  return doubts
}

const ofKind = (ground: Ground, persona: string, kind: string): readonly Use[] =>
  [...(ground.uses.get(persona)?.values() ?? [])].filter((use) => use.kind === kind)
