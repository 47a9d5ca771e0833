import { ALGORITHM } from '../name-match/compare.ts'

/**
 * The file of an index: a header of 32-bit numbers, then typed arrays one after the other, each beginning at a multiple of four. Opening
 * makes views and copies nothing. Little-endian, as every machine that Node runs on; elsewhere the magic number does not match.
 */

const MAGIC = 0x49_4d_4e_42 // "BNMI"
/** Goes up when the arrays or the keys in them change meaning. */
const VERSION = 2

const SECTIONS = {
  /** UTF-8 of all names, one after the other, and where each begins (one more than there are names). */
  texts: Uint8Array,
  textAt: Uint32Array,
  party: Uint32Array,
  /** Kind in the low two bits; 4: a weak name. */
  marks: Uint8Array,
  /** Per name its words: number of the word, weight in the high eight bits. */
  tokens: Uint32Array,
  tokenAt: Uint32Array,
  /** Per word the names it stands in: number of the name, weight of the whole name in the high eight bits. */
  postings: Uint32Array,
  postingAt: Uint32Array,
  /** Words in alphabetical order, one byte a letter. */
  letters: Uint8Array,
  letterAt: Uint32Array,
  /** How each sounds. */
  sounds: Uint8Array,
  soundAt: Uint32Array,
  /** Word number plus one by hash of the word, open addressing; 0 is an empty place. */
  wordPlaces: Uint32Array,
  /** Words by key of what is left of them after slips, and by sound and kin: bucket b holds [at[b], at[b + 1]). */
  slips: Uint32Array,
  slipAt: Uint32Array,
  kin: Uint32Array,
  kinAt: Uint32Array,
} as const
type Sections = typeof SECTIONS
export type Arrays = { readonly [K in keyof Sections]: Sections[K] extends typeof Uint8Array ? Uint8Array : Uint32Array }
const NAMES = Object.keys(SECTIONS) as (keyof Sections)[]

/** Names and words are numbered in 24 bits, so that a weight fits beside them. */
export const MOST = 2 ** 24 - 1
export const NUMBER = 0x00ff_ffff

/** Header: magic, version, bytes of the file, checksum of the header, checksum of the rest, mark of the comparison, then place and length of each section. */
const PLACES = 6
const HEADER = (PLACES + 2 * NAMES.length) * 4

const aligned = (bytes: number): number => (bytes + 3) & ~3

/** Order-dependent sum of 32-bit words, for accidents; who wants to be sure against people compares a SHA-256 of the file. */
function checksum(words: Uint32Array): number {
  let sum = 0x9e3779b9
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ words[i]!, 0x01000193) ^ (sum >>> 15)
  return sum >>> 0
}

/** The words of a name depend on how names are taken apart: an index made by another version finds too little. */
const MADE_FOR = checksum(Uint32Array.from(ALGORITHM, (letter) => letter.charCodeAt(0)))

export function packed(arrays: Arrays): Uint8Array {
  const total = NAMES.reduce((sum, name) => sum + aligned(arrays[name].byteLength), HEADER)
  if (total >= 2 ** 32) throw new RangeError(`name index: ${total} bytes are more than an index file can hold (4 GiB)`)
  const bytes = new Uint8Array(total)
  const header = new Uint32Array(bytes.buffer, 0, HEADER / 4)
  let at = HEADER
  for (const [i, name] of NAMES.entries()) {
    const array = arrays[name]
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    header.set([at, array.length], PLACES + 2 * i)
    at += aligned(array.byteLength)
  }
  header.set([MAGIC, VERSION, total, 0, checksum(new Uint32Array(bytes.buffer, HEADER)), MADE_FOR])
  header[3] = checksum(header)
  return bytes
}

const damaged = (why: string): Error => new Error(`name index: ${why}; make it anew from its list`)

/**
 * The arrays as views of the bytes. Looks at the header only, whatever the size.
 *
 * @throws where the bytes are no index, cut short, too long, damaged in the header, or made by another version
 */
export function opened(bytes: Uint8Array): Arrays {
  if (bytes.length < HEADER) throw damaged(`${bytes.length} bytes are too few for its header`)
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const header = new Uint32Array(whole.buffer, whole.byteOffset, HEADER / 4).slice()
  if (header[0] !== MAGIC) throw damaged('the file does not begin like one')
  if (header[1] !== VERSION) throw damaged(`its format is version ${header[1]}, this program reads ${VERSION}`)
  const sum = header[3]
  header[3] = 0
  if (checksum(header) !== sum) throw damaged('its header is damaged')
  if (header[2] !== bytes.length) throw damaged(`it has ${bytes.length} bytes where its header says ${header[2]}`)
  if (header[5] !== MADE_FOR) throw damaged(`it was made for another version of name comparison than ${ALGORITHM}`)
  const views = NAMES.map((name, i) => {
    const [at, length] = [header[PLACES + 2 * i]!, header[PLACES + 2 * i + 1]!]
    return [name, new SECTIONS[name](whole.buffer as ArrayBuffer, whole.byteOffset + at, length)]
  })
  return Object.fromEntries(views) as unknown as Arrays
}

/**
 * Reads all of the file once, where `opened` reads its header.
 *
 * @throws where any byte differs from what was written
 */
export function verifyNameIndex(bytes: Uint8Array): void {
  opened(bytes)
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const words = new Uint32Array(whole.buffer, whole.byteOffset, whole.length >> 2)
  if (checksum(words.subarray(HEADER / 4)) !== words[4]) throw damaged('its content is damaged')
}
