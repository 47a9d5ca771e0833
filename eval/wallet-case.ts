import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { restoreCase } from '../src/compute/keys/restore-case.ts'
import { walletKey } from '../src/compute/keys/wallet.ts'

/**
 * A public copy of the list of sanctioned addresses has lost the case of its letters; another has kept it. How many of the first
 * find their address in the second by comparing without case, and how many by the checksum alone?
 */
export interface WalletCase {
  readonly lowered: number
  /** Of the lowered: say nothing of case, because their form has none. */
  readonly caseless: number
  /** Of those with case: reported as damaged. */
  readonly damaged: number
  /** Of those with case: the same letters stand in the other list exactly once, more than once, not at all (it is older). */
  readonly unique: number
  readonly several: number
  readonly absent: number
  /** A sample restored by the checksum alone, spread over the list. */
  readonly sample: {
    readonly asked: number
    readonly right: number
    readonly wrong: number
    readonly notTried: number
    readonly several: number
    readonly none: number
  }
  readonly seconds: number
}

/** Exact-case addresses are read for their soundness too: each has to be valid on the chain that its file names. */
export interface ExactSoundness {
  readonly addresses: number
  readonly notValid: readonly string[]
}

const EXACT = 'sanctions/crypto/0xB10C_2024-09-27'
const LOWERED = 'sanctions/crypto/ofac_addresses_2026-08-22_LOWERCASED.json'

function exactOf(folder: string): { code: string; address: string }[] {
  return readdirSync(join(folder, EXACT)).flatMap((name) =>
    readFileSync(join(folder, EXACT, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((address) => ({ code: /_([A-Z]+)\.txt$/.exec(name)?.[1] ?? '', address })),
  )
}

/** Soundness of every exact address by the currency its publisher names; what is not valid is told by currency and length alone. */
export function measureExactSoundness(folder: string): ExactSoundness {
  const all = exactOf(folder)
  const notValid = all.flatMap(({ code, address }) => {
    const key = walletKey(address, code)
    return key?.sound === 'valid' ? [] : [`${code}, ${address.length} letters: ${key?.sound ?? 'none'}`]
  })
  return { addresses: all.length, notValid }
}

export function measureWalletCase(folder: string, sampled: number): WalletCase {
  const listed = JSON.parse(readFileSync(join(folder, LOWERED), 'utf8')) as { addresses: Record<string, { type: string }> }
  const lowered = Object.entries(listed.addresses).map(([address, { type }]) => ({ address, code: type.replace(/^.* - /, '') }))
  const exact = [...new Set(exactOf(folder).map((one) => one.address))]
  const byLetters = Map.groupBy(exact, (address) => address.toLowerCase())
  const judged = lowered.map((one) => ({ ...one, key: walletKey(one.address, one.code) }))
  const cased = judged.filter((one) => one.key?.sound !== 'valid')
  const found = cased.map((one) => ({ ...one, exact: byLetters.get(one.address) ?? [] }))
  const known = found.filter((one) => one.exact.length === 1)
  const asked = known.filter((_, i) => i % Math.max(1, Math.floor(known.length / sampled)) === 0).slice(0, sampled)
  const started = performance.now()
  const restored = asked.map((one) => ({ one, got: restoreCase(one.address) }))
  return {
    lowered: lowered.length,
    caseless: lowered.length - cased.length,
    damaged: cased.filter((one) => one.key?.sound === 'damaged').length,
    unique: known.length,
    several: found.filter((one) => one.exact.length > 1).length,
    absent: found.filter((one) => one.exact.length === 0).length,
    sample: {
      asked: asked.length,
      right: restored.filter(({ one, got }) => got.state === 'restored' && got.address === one.exact[0]).length,
      wrong: restored.filter(({ one, got }) => got.state === 'restored' && got.address !== one.exact[0]).length,
      notTried: restored.filter(({ got }) => got.state === 'not-tried').length,
      several: restored.filter(({ got }) => got.state === 'several').length,
      none: restored.filter(({ got }) => got.state === 'none').length,
    },
    seconds: (performance.now() - started) / 1000,
  }
}

export function walletCaseSection(exact: ExactSoundness, found: WalletCase): string {
  const { sample } = found
  return [
    '## Wallets whose letters lost their case',
    '',
    `Of ${exact.addresses} sanctioned addresses in their exact spelling, ${exact.addresses - exact.notValid.length} are valid on the chain their currency names${exact.notValid.length === 0 ? '' : `; not valid: ${exact.notValid.join('; ')}`}.`,
    '',
    `A public copy of the list has all ${found.lowered} addresses in lower case. ${found.caseless} of them have a form without case. Of the other ${found.lowered - found.caseless}, ${found.damaged} are reported as damaged; comparing without case finds exactly one address of the exact list (two years older) for ${found.unique}, several for ${found.several}, none for ${found.absent}.`,
    '',
    `By checksum alone, without any list, ${sample.right} of a sample of ${sample.asked} come back right, ${sample.wrong} wrong, ${sample.several} not uniquely, ${sample.none} not, ${sample.notTried} are not tried because too many letters may be of either case; ${(found.seconds / Math.max(1, sample.asked)).toFixed(1)} s each on the machine that measured.`,
  ].join('\n')
}
