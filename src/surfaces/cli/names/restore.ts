import process from 'node:process'
import { restoreCase, type Restoration } from '../../../compute/keys/restore-case.ts'
import { walletKey } from '../../../compute/keys/wallet.ts'
import { badUsage } from '../../../model/errors.ts'
import { plain } from '../plain.ts'
import { complain, EXIT } from '../session.ts'

/** A wallet address whose letters lost their case, and the one spelling whose checksum holds, where there is one. May take a minute. */
export function restoreCommand(address: string, options: { readonly chain?: string }): void {
  try {
    const key = walletKey(address, options.chain)
    if (key === undefined) throw badUsage(`"${plain(address)}" has the form of no address that is known here. Name its chain with --chain.`)
    const out = (text: string): boolean => process.stdout.write(`${plain(text)}\n`)
    if (key.sound !== 'damaged') {
      const checked = key.sound === 'valid' && !(key.chain === 'ethereum' && isOneCase(address))
      out(
        checked
          ? `${key.address} is whole: its check holds (${key.chain}).`
          : `${key.address} has the form of an address (${key.chain}). As it is written it carries no check, so nothing more can be said and nothing restored.`,
      )
      process.exitCode = EXIT.done
      return
    }
    const found = restoreCase(address, options.chain)
    out(inWords(found))
    process.exitCode = found.state === 'restored' ? EXIT.done : EXIT.someFailed
  } catch (error) {
    process.exitCode = complain(error)
  }
}

function inWords(found: Restoration): string {
  switch (found.state) {
    case 'restored':
      return `${found.address} is the only spelling whose check holds (${found.chain}). Compare it with where it came from before it is used.`
    case 'several':
      return `Several spellings pass the check: ${found.addresses.join(', ')}. Ask where it came from.`
    case 'none':
      return 'No spelling passes the check: more than the case of its letters is wrong.'
    default:
      return `Not tried: ${found.why}.`
  }
}

/** EIP-55 keeps its check in the case of the letters. */
const isOneCase = (address: string): boolean => {
  const digits = address.trim().slice(2)
  return digits === digits.toLowerCase() || digits === digits.toUpperCase()
}
