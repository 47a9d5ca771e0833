import { type Accounts, NAMES } from './accounts-made.ts'

/** What crowds use and what many have by chance links nobody, so it raises no ceiling. */
const ALONE = ['email', 'phone', 'wallet', 'account', 'device', 'ip', 'photo'] as const
const TOGETHER = [
  ['family', 'born'],
  ['given', 'born'],
  ['given', 'family', 'city'],
] as const
const CROWD = /^(?:2001:db8:|desk\d+@)/

export interface Ceiling {
  /** Part of the pairs of one operator that any chain of equal values connects. */
  readonly recall: number
  /** With no wrong pair. */
  readonly f1: number
  /** Pairs of one operator, per record. */
  readonly pairsPerRecord: number
}

/**
 * The best that any linker can do which starts from equal values: two personas of one operator without a chain of shared values
 * are two strangers to everybody. Of a fixed sample of operators.
 */
export function ceilingOf(accounts: Accounts, most = 50_000): Ceiling {
  const step = Math.max(1, Math.floor(accounts.operators / most))
  let [all, connected, records] = [0, 0, 0]
  for (let operator = 0; operator < accounts.operators; operator += step) {
    const members = accounts.of(operator).map((a) => a.values)
    records += members.length
    all += pairs(members.length)
    if (members.length > 1) for (const size of chains(members)) connected += pairs(size)
  }
  const recall = all === 0 ? 1 : connected / all
  return { recall, f1: (2 * recall) / (1 + recall), pairsPerRecord: all / records }
}

const pairs = (n: number): number => (n * (n - 1)) / 2

function chains(members: readonly (readonly string[])[]): Iterable<number> {
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
  return sizes.values()
}

function keysOf(values: readonly string[]): string[] {
  const value = (name: string): string => values[(NAMES as readonly string[]).indexOf(name)] ?? ''
  const keys: string[] = []
  for (const name of ALONE) {
    const key = value(name).toLowerCase().replaceAll(' ', '').replace('+work', '')
    if (key !== '' && !CROWD.test(key)) keys.push(`${name} ${key}`)
  }
  for (const names of TOGETHER) {
    const parts = names.map(value)
    if (!parts.includes('')) keys.push(`${names.join()} ${parts.join()}`)
  }
  return keys
}
