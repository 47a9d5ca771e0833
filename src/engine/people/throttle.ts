import { digest32 } from '../../compute/digest.ts'
import { tooMany } from '../../model/errors.ts'
import type { Instant } from '../../model/statement.ts'
import type { Tx } from '../ports.ts'
import { after, DAY, HOUR, MINUTE } from './instants.ts'
import type { ThrottleRow } from './ports.ts'

/**
 * How failures slow the next try down. The first `free` cost nothing; from there the wait doubles from a second up to `most`.
 *
 * - `pair`: one account from one network; passwords and codes apart, else a right password would make codes free. A person mistypes a
 *   few times.
 * - `account`: one account from everywhere; guesses spread over many networks. It waits a minute at most, and not at all from a network
 *   that the account has signed in from, so that nobody can shut somebody out by failing in their name (ASVS 5.0 6.1.1).
 * - `factor`: codes for one account from everywhere, by somebody who has the password: a try an hour in the end, 24 a day of a million
 *   codes, under the 100 in a row that NIST SP 800-63B §5.2.2 allows before something must slow them.
 * - `address`: one network, all accounts; an office behind one address mistypes more often than one person.
 */
const RULES = {
  pair: { free: 5, most: 15 * MINUTE },
  account: { free: 20, most: MINUTE },
  factor: { free: 10, most: HOUR },
  address: { free: 50, most: 15 * MINUTE },
} as const
type Kind = keyof typeof RULES

/** Failures older than this are forgotten; so is a network that the account has not signed in from for so long. */
const FORGOTTEN = DAY
const KNOWN_FOR = 30 * DAY
/** In the place of a count of failures, of which there are never fewer than none. */
const KNOWN = -1
export const THROTTLES_KEPT = KNOWN_FOR

/** What tries are counted by. `who`: an e-mail, whether anybody has it or not; `address`: as the surface sees it. */
export interface Try {
  readonly who?: string
  readonly address: string
  readonly factor?: boolean
}

const keyOf = (kind: Kind | 'known', ...parts: readonly string[]): string => digest32(JSON.stringify([kind, ...parts]))

/** The network of an address: of IPv6 the first half, which one customer has whole. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address
  const [front = '', back] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const head = front === '' ? [] : front.split(':')
  const tail = back === undefined || back === '' ? [] : back.split(':')
  const zeros = back === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

function kindsOf({ who, address, factor }: Try): readonly { readonly kind: Kind; readonly key: string }[] {
  const network = networkOf(address)
  const everywhere = { kind: 'address', key: keyOf('address', network) } as const
  if (who === undefined) return [everywhere]
  const whole = factor === true ? 'factor' : 'account'
  return [{ kind: 'pair', key: keyOf('pair', whole, who, network) }, { kind: whole, key: keyOf(whole, who) }, everywhere]
}

const knownKey = ({ who, address }: Try): string => keyOf('known', who ?? '', networkOf(address))

/** The wait after so many failures, in milliseconds. */
export function waitAfter(kind: Kind, failures: number): number {
  const { free, most } = RULES[kind]
  return failures < free ? 0 : Math.min(most, 1000 * 2 ** Math.min(failures - free, 30))
}

/**
 * Counts a try as failed before it is looked at, so that a thousand at once are a thousand failures; `succeeded` takes it back. Throws
 * `too-many` while the wait of an earlier one lasts; that try is not counted, so waiting is never made longer by asking.
 * A clock that was set back makes nobody wait: what was counted in the future is over.
 */
export async function countTry(tx: Tx, asked: Try, now: Instant): Promise<void> {
  const kinds = kindsOf(asked)
  const rows = await tx.lockThrottles([...kinds.map((k) => k.key), ...(asked.who === undefined ? [] : [knownKey(asked)])], now)
  const known = rows[kinds.length]?.failures === KNOWN && Date.parse(now) - Date.parse(rows[kinds.length]?.last ?? now) < KNOWN_FOR
  const counted: ThrottleRow[] = []
  let wait = 0
  for (const [i, { kind, key }] of kinds.entries()) {
    const row = rows[i]
    const since = Date.parse(now) - Date.parse(row?.last ?? now)
    const elapsed = since < 0 ? FORGOTTEN : since
    const failures = elapsed > FORGOTTEN ? 0 : (row?.failures ?? 0)
    const left = waitAfter(kind, failures) - elapsed
    if (!(known && (kind === 'account' || kind === 'factor'))) wait = Math.max(wait, failures === 0 ? 0 : left)
    counted.push({ key, failures: failures + 1, last: now })
  }
  if (wait > 0) throw tooMany(`Too many tries. Wait ${waitWords(wait)} and try again.`)
  await tx.putThrottles(counted)
}

/** Takes the try back, and forgets earlier failures of this account from this network. */
export async function succeeded(tx: Tx, asked: Try, now: Instant): Promise<void> {
  const kinds = kindsOf(asked)
  const rows = await tx.lockThrottles(
    kinds.map((k) => k.key),
    now,
  )
  await tx.putThrottles(rows.map((row, i) => ({ ...row, failures: kinds[i]?.kind === 'pair' ? 0 : Math.max(0, row.failures - 1) })))
}

/** Somebody has shown all factors from this network: failures from elsewhere do not slow them down here. */
export async function knowNetwork(tx: Tx, who: string, address: string, now: Instant): Promise<void> {
  const key = knownKey({ who, address })
  await tx.lockThrottles([key], now)
  await tx.putThrottles([{ key, failures: KNOWN, last: now }])
}

const waitWords = (ms: number): string => (ms > MINUTE ? `${Math.ceil(ms / MINUTE)} minutes` : `${Math.ceil(ms / 1000)} seconds`)

/** For the sweep: what was last counted before this is nobody's wait any more. */
export const throttlesOver = (now: Instant): Instant => after(now, -THROTTLES_KEPT)
