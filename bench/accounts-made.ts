import { FAMILY, familyName, GIVEN, givenName, placeName, PLACES } from './account-words.ts'

/** The columns of an account in the order in which they are written, with the kind that the map gives each. */
export const COLUMNS = {
  given: 'name',
  family: 'name',
  born: 'date',
  city: 'exact',
  email: 'email',
  phone: 'phone',
  wallet: 'wallet',
  account: 'account',
  device: 'device',
  ip: 'ip',
  photo: 'exact',
} as const
export type Column = keyof typeof COLUMNS
export const NAMES = Object.keys(COLUMNS) as readonly Column[]

/** Part of the rows in which a column is empty. */
const MISSING: Readonly<Record<Column, number>> = {
  given: 0.05,
  family: 0.05,
  born: 0.1,
  city: 0.1,
  email: 0.05,
  phone: 0.2,
  wallet: 0.4,
  account: 0.4,
  device: 0.25,
  ip: 0.15,
  photo: 0.4,
}
/** How often a persona uses the operator's own thing instead of one made for this persona. */
const SHARED = { email: 0.08, phone: 0.2, wallet: 0.4, account: 0.3, device: 0.45, ip: 0.35, photo: 0.2 } as const
/** How often it uses what crowds use: a VPN exit, an address behind NAT, an agency's phone or mailbox, an exchange's omnibus wallet. */
const CROWD = { vpn: 0.2, nat: 0.12, agency: 0.03, omnibus: 0.06 } as const
/** How many rows there are for one such thing. */
const ROWS_PER = { vpn: 20_000, nat: 1_500, agency: 4_000, omnibus: 50_000 } as const
/** A persona of the same operator that goes under another name, birth date and place. */
const NEW_IDENTITY = 0.45
const TYPO = { name: 0.1, date: 0.06 } as const
/** One operator of so many lives with the one before, where both are single: same family name, place and line. */
const HOUSEHOLD = 10
const MOST_PERSONAS = 48

/** One account: the column values in the order of `COLUMNS`, empty where missing. */
export interface Account {
  readonly operator: number
  readonly values: readonly string[]
}

export interface Accounts {
  readonly records: number
  readonly operators: number
  /** The account in row `row` of the file, made anew at every call. Rows of one operator do not stand together. */
  inRow(row: number): Account
  sizeOf(operator: number): number
  /** The accounts of one operator. */
  of(operator: number): Account[]
}

/** Murmur3's finaliser (Appleby, public domain): every input bit changes every output bit. */
function mixed(n: number): number {
  let h = n | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Accounts that can be made in any order and are never held: operators with 1–48 personas (probability ∝ 1/size²), each persona
 * with things of its own, of its operator or of a crowd. Memory: 8 bytes a record.
 */
export function accountsOf(records: number, seed: number): Accounts {
  const operatorAt = new Uint32Array(records)
  const starts = operators(records, seed, operatorAt)
  const count = starts.length - 1
  const sizeOf = (operator: number): number => (starts[operator + 1] ?? records) - (starts[operator] ?? 0)
  const step = coprime(Math.floor(records * 0.618_034), records)
  const maker = new Maker(seed, records)
  const at = (slot: number): Account => {
    const operator = operatorAt[slot] ?? 0
    const lodger = operator % HOUSEHOLD === 1 && sizeOf(operator) === 1 && sizeOf(operator - 1) === 1
    return { operator, values: maker.values(slot, operator, lodger ? operator - 1 : operator) }
  }
  return {
    records,
    operators: count,
    sizeOf,
    inRow: (row) => at((row * step + (seed % records)) % records),
    of: (operator) => Array.from({ length: sizeOf(operator) }, (_, i) => at((starts[operator] ?? 0) + i)),
  }
}

/** Fills the operator of every slot and returns where each operator starts, with the end. */
function operators(records: number, seed: number, operatorAt: Uint32Array): Uint32Array {
  const table: number[] = []
  for (let k = 1; k <= MOST_PERSONAS; k++) table.push((table.at(-1) ?? 0) + 1 / (k * k))
  const all = table.at(-1) ?? 1
  const starts = new Uint32Array(records + 1)
  let slot = 0
  let operator = 0
  for (; slot < records; operator++) {
    starts[operator] = slot
    const drawn = (mixed(mixed(operator + 1) ^ Math.imul(seed, 0x9e3779b1)) / 2 ** 32) * all
    const size = Math.min(table.findIndex((sum) => sum > drawn) + 1 || MOST_PERSONAS, records - slot)
    operatorAt.fill(operator, slot, slot + size)
    slot += size
  }
  starts[operator] = records
  return starts.slice(0, operator + 1)
}

function coprime(near: number, to: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  let n = Math.max(1, near)
  while (divisor(n, to) !== 1) n++
  return n
}

/** What a number is drawn for. Numbers of operators and of slots never meet: operators have the upper half. */
const OPERATOR = 64
const FIELD = {
  given: 1,
  family: 2,
  born: 3,
  city: 4,
  identity: 5,
  typo: 6,
  letter: 7,
  crowd: 8,
  which: 9,
  share: 10,
  spelling: 22,
  missing: 34,
  opaque: 46,
}

class Maker {
  readonly #seed: number
  readonly #records: number
  readonly #step: number

  constructor(seed: number, records: number) {
    this.#seed = mixed(seed + 0x9e3779b9)
    this.#records = records
    this.#step = coprime(Math.floor(records * 1.236_068), 2 * records)
  }

  /** Repeatable: 32 bits for a field of a slot or operator. */
  #bits(of: number, field: number): number {
    return mixed(mixed(of ^ Math.imul(field, 0x9e3779b1)) + this.#seed)
  }

  #chance(of: number, field: number): number {
    return this.#bits(of, field) / 2 ** 32
  }

  values(slot: number, operator: number, home: number): string[] {
    const fresh = this.#chance(slot, FIELD.identity) < NEW_IDENTITY
    const [who, space] = fresh ? [slot, 0] : [operator, OPERATOR]
    const [where, placed] = fresh && home === operator ? [slot, 0] : [home, OPERATOR]
    // Squares and cubes of a uniform draw: few names are common and most are rare.
    const skewed = (of: number, field: number, size: number): number => Math.floor(this.#chance(of, field) ** 2 * size)
    const family = familyName(skewed(home === operator ? who : home, FIELD.family + (home === operator ? space : OPERATOR), FAMILY))
    const given = givenName(skewed(who, FIELD.given + space, GIVEN))
    const born = dateOf(Math.floor(this.#chance(who, FIELD.born + space) * 14_610))
    const values = [
      this.#typo(given, slot, 0),
      this.#typo(family, slot, 1),
      this.#chance(slot, FIELD.typo + 2 * 128) < TYPO.date ? otherDay(born, this.#bits(slot, FIELD.letter + 2 * 128)) : born,
      placeName(skewed(where, FIELD.city + placed, PLACES)),
      this.#email(slot, operator, `${given}.${family}`.toLowerCase()),
      this.#phone(slot, operator),
      this.#wallet(slot, operator),
      this.#account(slot, operator),
      this.#device(slot, operator),
      this.#ip(slot, operator, home),
      this.#photo(slot, operator),
    ]
    for (let i = 0; i < values.length; i++) {
      if (this.#chance(slot, FIELD.missing + i) < MISSING[NAMES[i] as Column]) values[i] = ''
    }
    return values
  }

  #typo(word: string, slot: number, which: number): string {
    if (this.#chance(slot, FIELD.typo + which * 128) >= TYPO.name) return word
    const bits = this.#bits(slot, FIELD.letter + which * 128)
    const at = 1 + ((bits >>> 8) % (word.length - 1))
    const letter = String.fromCharCode(97 + ((bits >>> 20) % 26))
    const kind = bits % 4
    if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
    if (kind === 1) return word.slice(0, at) + letter + word.slice(at)
    if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1)
    return word.slice(0, at - 1) + (word[at] ?? '') + (word[at - 1] ?? '') + word.slice(at + 1)
  }

  /** Whether the persona uses its operator's thing, and the number of whose thing it is: no two numbers meet. */
  #owner(slot: number, operator: number, column: keyof typeof SHARED): number {
    const shared = this.#chance(slot, FIELD.share + NAMES.indexOf(column)) < SHARED[column]
    return this.#scattered(shared ? operator + this.#records : slot)
  }

  /** Neighbours in number are no neighbours in value. One to one. */
  #scattered(number: number): number {
    return (number * this.#step) % (2 * this.#records)
  }

  #crowd(slot: number, kind: keyof typeof CROWD, field: number): number {
    const of = Math.max(3, Math.round(this.#records / ROWS_PER[kind]))
    return this.#chance(slot, FIELD.crowd + field * 128) < CROWD[kind] ? this.#bits(slot, FIELD.which + field * 128) % of : -1
  }

  #spelling(slot: number, column: Column): number {
    return this.#bits(slot, FIELD.spelling + NAMES.indexOf(column)) % 16
  }

  #email(slot: number, operator: number, local: string): string {
    const agency = this.#crowd(slot, 'agency', 1)
    if (agency >= 0) return `desk${agency}@example.net`
    const owner = this.#owner(slot, operator, 'email')
    const spelling = this.#spelling(slot, 'email')
    if (owner === this.#scattered(slot)) return `${local}.${owner}@example.com`
    const word = `box${owner.toString(36)}`
    if (spelling === 0) return `${word}+work@example.org`
    return spelling === 1 ? `${word.toUpperCase()}@example.org` : `${word}@example.org`
  }

  /** An exchange that starts with 0 or 1 exists in no plan of numbers, so none of these can be called. */
  #phone(slot: number, operator: number): string {
    const agency = this.#crowd(slot, 'agency', 2)
    const n = agency >= 0 ? 1_500_000_000 + agency : this.#owner(slot, operator, 'phone')
    const parts = [200 + Math.floor(n / 2_000_000), padded(Math.floor(n / 10_000) % 200, 3), padded(n % 10_000, 4)]
    return this.#spelling(slot, 'phone') < 3 ? `+1 ${parts.join(' ')}` : `+1${parts.join('')}`
  }

  #wallet(slot: number, operator: number): string {
    const exchange = this.#crowd(slot, 'omnibus', 3)
    const address = this.#opaque(exchange >= 0 ? exchange : this.#owner(slot, operator, 'wallet'), exchange >= 0 ? 1 : 0, 5)
    return this.#spelling(slot, 'wallet') < 2 ? `0x${address.toUpperCase()}` : `0x${address}`
  }

  #account(slot: number, operator: number): string {
    return `40${padded(this.#owner(slot, operator, 'account'), 12)}`
  }

  #device(slot: number, operator: number): string {
    return this.#opaque(this.#owner(slot, operator, 'device'), 2, 4)
  }

  #photo(slot: number, operator: number): string {
    return this.#opaque(this.#owner(slot, operator, 'photo'), 3, 2)
  }

  /** Crowds have documentation addresses (RFC 3849), everybody else one of 240.0.0.0/4, which is given to nobody (RFC 1112). */
  #ip(slot: number, operator: number, home: number): string {
    const vpn = this.#crowd(slot, 'vpn', 4)
    if (vpn >= 0) return `2001:db8:0:${vpn.toString(16)}::1`
    const nat = this.#crowd(slot, 'nat', 5)
    if (nat >= 0) return `2001:db8:1:${nat.toString(16)}::1`
    const n = home === operator ? this.#owner(slot, operator, 'ip') : this.#scattered(home + this.#records)
    return `${240 + (n >>> 24)}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`
  }

  /** So many words of 32 bits in hexadecimal. */
  #opaque(of: number, what: number, words: number): string {
    let text = ''
    for (let i = 0; i < words; i++)
      text += this.#bits(of, FIELD.opaque + 16 * what + 1_000 * (i + 1))
        .toString(16)
        .padStart(8, '0')
    return text
  }
}

const padded = (n: number, length: number): string => String(n).padStart(length, '0')

/** Day n of forty years from 1960, as a date. */
function dateOf(n: number): string {
  return new Date(Date.UTC(1960, 0, 1 + n)).toISOString().slice(0, 10)
}

/** Another day of the month, or month and day changed over where that is a date. */
function otherDay(date: string, bits: number): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return bits % 2 === 0 && Number(day) <= 12 ? `${year}-${day}-${month}` : `${year}-${month}-${padded(1 + ((bits >>> 8) % 28), 2)}`
}
