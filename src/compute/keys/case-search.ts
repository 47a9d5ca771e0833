import { firstOfDoubleSha256 } from './short-sha256.ts'

/** A text in Base58 is a number; of the wanted one we know the range, and that its last four bytes are the checksum of those before. */
export interface Wanted {
  readonly alphabet: string
  /** Before the checksum. */
  readonly bytes: number
  readonly from: bigint
  /** First number that is none. */
  readonly to: bigint
}

/** A letter that may be of either case, by how much its place raises the number when it takes the later of its two digits. */
interface Choice {
  readonly at: number
  readonly letters: readonly [string, string]
  readonly step: bigint
}

/** Some letters settled, others open, and whatever the open ones are, the number is in the range. */
interface Box {
  readonly wanted: Wanted
  readonly text: readonly string[]
  readonly least: bigint
  readonly open: readonly Choice[]
  /** Checksums that a search of it computes, and up to a seventh more for carries. */
  readonly tries: number
}

/**
 * Letters at the end that move nothing but the checksum: 58⁵ < 2³². All their cases are looked up by one computed checksum,
 * which makes a search sixteen times shorter.
 */
const FREE = 5

/** All cases of the letters, cut into boxes that lie wholly in the range. Empty where none does. */
export function caseBoxes(text: string, wanted: Wanted): Box[] {
  const settled: string[] = []
  const choices: Choice[] = []
  let least = 0n
  for (const [at, letter] of [...text].entries()) {
    const digits = [...new Set([letter.toLowerCase(), letter.toUpperCase()])].filter((c) => wanted.alphabet.includes(c))
    const [low, high] = digits.sort((a, b) => wanted.alphabet.indexOf(a) - wanted.alphabet.indexOf(b))
    if (low === undefined) return []
    const place = 58n ** BigInt(text.length - 1 - at)
    settled.push(low)
    least += BigInt(wanted.alphabet.indexOf(low)) * place
    if (high !== undefined)
      choices.push({ at, letters: [low, high], step: BigInt(wanted.alphabet.indexOf(high) - wanted.alphabet.indexOf(low)) * place })
  }
  return cut({ wanted, text: settled, least, open: choices })
}

function cut({ wanted, text, least, open }: Omit<Box, 'tries'>): Box[] {
  const most = open.reduce((sum, { step }) => sum + step, least)
  if (most < wanted.from || least >= wanted.to) return []
  const [first, ...rest] = open
  if (first === undefined || (least >= wanted.from && most < wanted.to))
    return [{ wanted, text, least, open, tries: 2 ** open.filter(({ at }) => at < text.length - FREE).length }]
  return [
    ...cut({ wanted, text, least, open: rest }),
    ...cut({ wanted, text: text.with(first.at, first.letters[1]), least: least + first.step, open: rest }),
  ]
}

/** The texts of a box whose checksum holds. */
export function searchBox({ wanted, text, least, open }: Box): string[] {
  const steps = open.filter(({ at }) => at < text.length - FREE)
  const free = open.filter(({ at }) => at >= text.length - FREE)
  const words = steps.map(({ step }) => wordsOf(step, wanted.bytes))
  const up = wordsOf(1n << 32n, wanted.bytes)
  const endings = endingsOf(free)
  const longest = Math.max(...endings.keys())
  const number = wordsOf(least, wanted.bytes)
  const message = new Int32Array(number.length - 1)
  const later = new Uint8Array(steps.length)
  const found: string[] = []
  /** The ending that turns the last four bytes into the checksum of those before. */
  const settle = (carried: number): void => {
    const more = checksumOf(number, message, wanted.bytes) + carried - number[0]!
    const ending = more < 0 || more > longest ? undefined : endings.get(more)
    if (ending === undefined) return
    const cased = [...text]
    for (const [i, { at, letters }] of steps.entries()) cased[at] = letters[later[i] === 0 ? 0 : 1]
    for (const [i, { at, letters }] of free.entries()) cased[at] = letters[(ending >>> i) & 1 ? 1 : 0]
    found.push(cased.join(''))
  }
  // Gray's order: each turn changes one letter.
  for (let turn = 1; ; turn++) {
    settle(0)
    if (number[0]! + longest >= 2 ** 32) {
      add(number, up)
      settle(2 ** 32)
      subtract(number, up)
    }
    const i = 31 - Math.clz32(turn & -turn)
    if (i >= steps.length) return found
    if (later[i] === 0) add(number, words[i]!)
    else subtract(number, words[i]!)
    later[i]! ^= 1
  }
}

/** By how much each choice of cases raises the number, and the choice: bit `i` for the later digit of letter `i`. */
function endingsOf(free: readonly Choice[]): Map<number, number> {
  const steps = free.map(({ step }) => Number(step))
  return new Map(
    Array.from({ length: 2 ** free.length }, (_, cases) => [
      steps.reduce((sum, step, i) => ((cases >>> i) & 1 ? sum + step : sum), 0),
      cases,
    ]),
  )
}

/** Words of 32 bits, least first. The first is the checksum's place. */
function wordsOf(number: bigint, bytes: number): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(bytes / 4) + 1 }, (_, i) => Number((number >> BigInt(32 * i)) & 0xffffffffn))
}

function checksumOf(number: Uint32Array, message: Int32Array, bytes: number): number {
  const words = message.length
  const shift = 8 * ((4 - (bytes & 3)) & 3)
  for (let i = 0; i < words; i++) {
    const above = number[words - i]! << shift
    message[i] = shift === 0 || i === words - 1 ? above : above | (number[words - i - 1]! >>> (32 - shift))
  }
  return firstOfDoubleSha256(message, bytes)
}

function add(to: Uint32Array, step: Uint32Array): void {
  let carry = 0
  for (let i = 0; i < to.length; i++) {
    const sum = to[i]! + step[i]! + carry
    to[i] = sum
    carry = sum > 0xffffffff ? 1 : 0
  }
}

function subtract(from: Uint32Array, step: Uint32Array): void {
  let borrow = 0
  for (let i = 0; i < from.length; i++) {
    const left = from[i]! - step[i]! - borrow
    from[i] = left
    borrow = left < 0 ? 1 : 0
  }
}
