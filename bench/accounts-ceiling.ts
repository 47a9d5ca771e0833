import { type Accounts, type Column, NAMES } from './accounts-made.ts'

/** What crowds use links nobody, so it raises no ceiling. */
const IDENTIFIERS = ['email', 'phone', 'wallet', 'account', 'device', 'ip'] as const
const TOGETHER = [
  ['photo'],
  ['family', 'born'],
  ['given', 'born'],
  ['given', 'family', 'city'],
] as const satisfies readonly (readonly Column[])[]
const CROWD = /^(?:2001:db8:|desk\d+@)/

export interface Ceiling {
  /** Part of the pairs of one operator that any chain of equal identifiers connects, and the F1 that is with no wrong pair. */
  readonly identifiers: Reach
  /** The same where an equal photo, or names with a birth date or place, count too. */
  readonly everything: Reach
  /** Pairs of one operator, per record. */
  readonly pairsPerRecord: number
}

export interface Reach {
  readonly recall: number
  readonly f1: number
}

/**
 * The best that any linker can do which starts from equal values: two personas of one operator without a chain of shared values
 * are two strangers to everybody. Of a fixed sample of operators.
 */
export function ceilingOf(accounts: Accounts, most = 50_000): Ceiling {
  const step = Math.max(1, Math.floor(accounts.operators / most))
  let [all, identifiers, everything, records] = [0, 0, 0, 0]
  for (let operator = 0; operator < accounts.operators; operator += step) {
    const members = accounts.of(operator).map((a) => a.values)
    records += members.length
    all += pairs(members.length)
    if (members.length === 1) continue
    identifiers += chained(members, identifiersOf)
    everything += chained(members, (values) => [...identifiersOf(values), ...describing(values)])
  }
  const reach = (connected: number): Reach => ({
    recall: all === 0 ? 1 : connected / all,
    f1: all === 0 ? 1 : (2 * connected) / (connected + all),
  })
  return { identifiers: reach(identifiers), everything: reach(everything), pairsPerRecord: all / records }
}

const pairs = (n: number): number => (n * (n - 1)) / 2

/** Pairs within the groups that chains of equal keys make. */
function chained(members: readonly (readonly string[])[], keysOf: (values: readonly string[]) => string[]): number {
  const parent = members.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  const holder = new Map<string, number>()
  members.forEach((values, i) => {
    for (const key of keysOf(values)) {
      const known = holder.get(key)
      if (known === undefined) holder.set(key, i)
      else parent[root(i)] = root(known)
    }
  })
  const sizes = new Map<number, number>()
  members.forEach((_, i) => sizes.set(root(i), (sizes.get(root(i)) ?? 0) + 1))
  return [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0)
}

const value = (values: readonly string[], name: Column): string => values[NAMES.indexOf(name)] ?? ''

function identifiersOf(values: readonly string[]): string[] {
  return IDENTIFIERS.flatMap((name) => {
    const key = value(values, name).toLowerCase().replaceAll(' ', '').replace('+work', '')
    return key === '' || CROWD.test(key) ? [] : [`${name} ${key}`]
  })
}

const describing = (values: readonly string[]): string[] =>
  TOGETHER.flatMap((names) => {
    const parts = names.map((name) => value(values, name))
    return parts.includes('') ? [] : [`${names.join()} ${parts.join()}`]
  })
