import type { ColumnKind } from '../../compute/record-linkage/columns.ts'
import { settleEmail } from './settle-email.ts'
import { type Settler, UNSETTLED } from './settler.ts'

export function settlerOf(kind: ColumnKind): Settler {
  switch (kind) {
    case 'name':
    case 'address':
    case 'text':
      return words
    case 'email':
      return settleEmail
    case 'phone':
      return phone
    case 'wallet':
      return wallet
    case 'account':
      return account
    case 'device':
      return device
    case 'ip':
      return network
    case 'date':
      return date
    default:
      return asWritten
  }
}

const SPACE = 0x20
const PLUS = 0x2b
const DASH = 0x2d
const DOT = 0x2e
const SLASH = 0x2f
const ZERO = 0x30
const COLON = 0x3a

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= 0x39
const LOW_HEX = Uint8Array.from({ length: 256 }, (_, byte) => (isDigit(byte) || (byte >= 0x61 && byte <= 0x66) ? 1 : 0))
const isLowHex = (byte: number): boolean => LOW_HEX[byte] === 1

/** The lower-case letter or digit that a byte stands for; 0 for other ASCII, BEYOND for what is none. */
const LOW = new Uint8Array(256)
const BEYOND = 255
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 128) LOW[byte] = BEYOND
  else if (isDigit(byte) || (byte >= 0x61 && byte <= 0x7a)) LOW[byte] = byte
  else if (byte >= 0x41 && byte <= 0x5a) LOW[byte] = byte + 32
}

/** Text beyond ASCII is folded by the engine. A value without a letter or digit is none. */
function words(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  let length = 0
  let gap = false
  for (let i = start; i < end; i++) {
    const low = LOW[from[i]!]!
    if (low === BEYOND) return UNSETTLED
    if (low === 0) gap = true
    else {
      if (gap && length > 0) to[length++] = SPACE
      gap = false
      to[length++] = low
    }
  }
  return length === 0 ? UNSETTLED : length
}

/** +12025550101 and other numbers in that form, and the ways in which an American one is set out. */
function phone(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  if (from[start] !== PLUS) return UNSETTLED
  let digits = 0
  to[0] = PLUS
  let bare = true
  for (let i = start + 1; i < end; i++) {
    if (isDigit(from[i]!)) to[++digits] = from[i]!
    else bare = false
    if (digits > 14) return UNSETTLED
  }
  if (bare) return digits >= 8 && from[start + 1] !== ZERO ? digits + 1 : UNSETTLED
  return setOut(from, start + 1, end) ? 12 : UNSETTLED
}

/** `1 (202) 555-0101` with or without the brackets, and blanks, dots, dashes or nothing between the parts. */
function setOut(from: Uint8Array, start: number, end: number): boolean {
  let at = start
  const digits = (count: number): boolean => {
    const upTo = at + count
    while (at < upTo && at < end && isDigit(from[at]!)) at++
    return at === upTo
  }
  const between = (): void => {
    if (from[at] === SPACE || from[at] === DOT || from[at] === DASH) at++
  }
  if (from[at++] !== 0x31) return false
  between()
  if (from[at] === 0x28) at++
  if (at >= end || from[at]! < 0x32 || !digits(3)) return false
  if (from[at] === 0x29) at++
  between()
  if (!digits(3)) return false
  between()
  return digits(4) && at === end
}

/** One case throughout carries no checksum (EIP-55), so nothing can be damaged. Mixed case goes to the engine. */
function wallet(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  if (end - start !== 42 || from[start] !== ZERO || from[start + 1] !== 0x78) return UNSETTLED
  to[0] = ZERO
  to[1] = 0x78
  let cases = 0
  for (let i = 2; i < 42; i++) {
    const byte = from[start + i]!
    if (byte >= 0x41 && byte <= 0x46) cases |= 1
    else if (byte >= 0x61 && byte <= 0x66) cases |= 2
    else if (!isDigit(byte)) return UNSETTLED
    to[i] = byte | SPACE
  }
  return cases === 3 ? UNSETTLED : 42
}

function account(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  let length = 0
  for (let i = start; i < end; i++) {
    const byte = from[i]!
    const low = LOW[byte]!
    if (low === BEYOND) return UNSETTLED
    if (low !== 0) to[length++] = low >= 0x61 ? low - 32 : low
    else if (i - start < 4 || !(byte === SPACE || byte === DOT || byte === SLASH || byte === DASH)) return UNSETTLED
  }
  return length >= 4 ? length : UNSETTLED
}

/** Hexadecimal in lower case; what might be a hardware address goes to the engine. */
function device(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  let length = 0
  let parted = false
  for (let i = start; i < end; i++) {
    const byte = from[i]!
    if (byte === COLON || byte === DASH) {
      if (i - start < 4 || i + 1 === end || !isLowHex(from[i + 1]!)) return UNSETTLED
      parted = true
    } else if (!isLowHex(byte)) return UNSETTLED
    to[length++] = byte
  }
  for (let i = 0; i < length; i++)
    if (to[i] !== ZERO && to[i] !== COLON && to[i] !== DASH) return length < 4 || (parted && length < 24) ? UNSETTLED : length
  // Zeros throughout: nobody's.
  return UNSETTLED
}

/** What may be inside every home and office goes to the engine. */
function mayBeInside(first: number, second: number): boolean {
  switch (first) {
    case 0:
    case 10:
    case 127:
      return true
    case 169:
      return second === 254
    case 172:
      return second >= 16 && second < 32
    case 192:
      return second === 168
    default:
      return false
  }
}

function network(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  let octets = 0
  let before = 0
  for (let at = start; at < end; octets++) {
    const first = at
    let value = 0
    while (at < end && isDigit(from[at]!) && at - first < 4) value = value * 10 + from[at++]! - ZERO
    const digits = at - first
    if (digits === 0 || value > 255 || (digits > 1 && from[first] === ZERO)) return wideNetwork(from, start, end, to)
    if (octets === 1 && mayBeInside(before, value)) return UNSETTLED
    before = value
    if (at === end) break
    if (from[at++] !== DOT || at === end) return wideNetwork(from, start, end, to)
  }
  return octets === 3 ? asWritten(from, start, end, to) : UNSETTLED
}

/** IPv6 in lower case with its first four groups written out: these are the subscriber's (/64). */
function wideNetwork(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  let length = 0
  let groups = 0
  let shortened = false
  for (let at = start; ;) {
    const [first, digits] = [length, at]
    for (; at < end && isLowHex(from[at]!); at++) {
      if (groups >= 4) continue
      // Leading zeros go.
      if (length === first + 1 && to[first] === ZERO) length = first
      to[length++] = from[at]!
    }
    if (at === digits || at > digits + 4) return UNSETTLED
    groups++
    if (at === end) break
    if (from[at++] !== COLON) return UNSETTLED
    if (groups < 4) to[length++] = COLON
    if (from[at] !== COLON || at === end) continue
    if (groups !== 4 || shortened) return UNSETTLED
    shortened = true
    if (++at === end) break
  }
  // fc00::/7 and fe80::/10 are inside some network; so may be what begins with a group of zeros.
  if ((shortened ? groups > 7 : groups !== 8) || to[0] === 0x66 || to[0] === ZERO) return UNSETTLED
  for (const byte of REST_OF_64) to[length++] = byte
  return length
}

const REST_OF_64 = [COLON, COLON, SLASH, 0x36, 0x34]

/** YYYY-MM-DD. */
function date(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  if (end - start !== 10 || from[start + 4] !== DASH || from[start + 7] !== DASH) return UNSETTLED
  for (const i of [0, 1, 2, 3, 5, 6, 8, 9]) if (!isDigit(from[start + i]!)) return UNSETTLED
  const two = (at: number): number => (from[start + at]! - ZERO) * 10 + from[start + at + 1]! - ZERO
  const [month, day] = [two(5), two(8)]
  return month < 1 || month > 12 || day < 1 || day > 31 ? UNSETTLED : asWritten(from, start, end, to)
}

/** Blanks beyond ASCII and control characters at either end are the engine's. */
function asWritten(from: Uint8Array, start: number, end: number, to: Uint8Array): number {
  const [first, last] = [from[start]!, from[end - 1]!]
  if (first <= SPACE || last <= SPACE || first >= 128 || last >= 128) return UNSETTLED
  for (let i = start; i < end; i++) to[i - start] = from[i]!
  return end - start
}
