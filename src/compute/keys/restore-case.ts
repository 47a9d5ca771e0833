import { ALPHABETS, type CheckedForm } from './base58-check.ts'
import { caseBoxes, searchBox, type Wanted } from './case-search.ts'
import { chainKey, walletKey } from './wallet.ts'
import { CHECKED_FORMS, hasOneCase, lostCase } from './wallet-forms.ts'

/**
 * `restored`: one case of each letter makes the checksum hold, and no other does. `several`: the checksum of 32 bits cannot tell
 * them apart (likelier the more letters: 2²⁸ spellings meet it by chance once in sixteen searches). `none`: it was no such address, or more than its case is wrong.
 * `not-tried`: and why. `tries`: checksums computed.
 */
export type Restoration =
  | { readonly state: 'restored'; readonly chain: string; readonly address: string; readonly tries: number }
  | { readonly state: 'several'; readonly addresses: readonly string[]; readonly tries: number }
  | { readonly state: 'none'; readonly tries: number }
  | { readonly state: 'not-tried'; readonly why: string; readonly tries: 0 }

/** 33 million checksums: about a minute of one core. An address of 34 letters takes four million at the median. */
const MOST_TRIES = 2 ** 25

const notTried = (why: string): Restoration => ({ state: 'not-tried', why, tries: 0 })

/**
 * The address of which `address` is the lower-case or upper-case spelling, found by its checksum alone. Letters that Base58 knows
 * in one case only are settled, so are the first bytes, which name the chain; all others are searched, and none is guessed.
 * An operation that somebody asks for, since it may take a minute: comparing without case with a list answers at once.
 *
 * `chain` narrows the search. `most`: checksums computed at most; where more are needed none is, and the answer says so.
 */
export function restoreCase(address: string, chain?: string, most: number = MOST_TRIES): Restoration {
  const text = address.trim()
  const told = chain === undefined ? undefined : chainKey(chain)
  if (!hasOneCase(text)) return notTried('its letters are of both cases, or few: something else than case is wrong with it')
  const chains = lostCase(text, told)
  if (chains.includes('monero'))
    return notTried('too many letters: an address of Monero has some seventy that may be of either case, and one checksum over all of them')
  if (told === 'solana') return notTried('addresses of this chain have no checksum that could tell')
  const forms = CHECKED_FORMS.filter((form) => chains.includes(form.chain))
  if (forms.length === 0) return notTried(`it is no address${told === undefined ? '' : ` of ${told}`} in letters of both cases`)
  // Chains that share a version share its search.
  const wanted = new Map(forms.flatMap(wantedOf).map((one) => [`${one.alphabet} ${one.bytes} ${one.from}`, one]))
  const searches = [...wanted.values()].flatMap((one) => caseBoxes(text, one))
  const tries = searches.reduce((sum, box) => sum + box.tries, 0)
  if (tries > most)
    return notTried(
      `too many letters: ${tries.toLocaleString('en')} checksums would have to be computed, and at most ${most.toLocaleString('en')} are`,
    )
  const found = new Set(searches.flatMap(searchBox))
  const sound = [...found].flatMap((one) => {
    const key = walletKey(one, told) ?? walletKey(one)
    return key?.sound === 'valid' ? [{ chain: key.chain, address: one }] : []
  })
  const [only, other] = sound
  if (only === undefined) return { state: 'none', tries }
  if (other !== undefined) return { state: 'several', addresses: sound.map((one) => one.address), tries }
  return { state: 'restored', ...only, tries }
}

/** One range of numbers for each version: an address is a number whose first bytes are the version. */
function wantedOf({ alphabet, versions, body }: CheckedForm): Wanted[] {
  return versions.flatMap((version) => {
    const bytes = version.length / 2 + body
    // Two blocks of SHA-256, and more letters than any search reaches the end of.
    if (bytes > 55) return []
    const first = BigInt(`0x${version}`) << BigInt(8 * (body + 4))
    return [{ alphabet: ALPHABETS[alphabet], bytes, from: first, to: first + (1n << BigInt(8 * (body + 4))) }]
  })
}
