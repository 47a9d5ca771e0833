import { walletKey } from '../../compute/keys/wallet.ts'
import type { Subject } from '../../model/screening.ts'
import { exactKeys } from './exact-keys.ts'

/** What was given and says less than it seems: `notCompared` could not be looked up at all, `damaged` only without regard to case. */
export interface Unread {
  readonly notCompared: readonly string[]
  readonly damaged: readonly string[]
}

/** Nothing found on such a value says nothing: whoever reads the answer must be told. */
export function unreadIn({ wallets, identifiers }: Pick<Subject, 'wallets' | 'identifiers'>): Unread {
  const notCompared: string[] = []
  const damaged: string[] = []
  for (const { address, currency } of wallets) {
    const key = walletKey(address, currency) ?? walletKey(address)
    if (key === undefined) notCompared.push(`"${address}" is no wallet address of a chain that is known here; it was not compared.`)
    else if (key.sound === 'damaged')
      damaged.push(`The wallet address "${address}" is damaged: its check does not hold. \`bonafide names restore\` may find what it was.`)
  }
  for (const { kind, value } of identifiers)
    if (exactKeys(kind, value).length === 0) notCompared.push(`"${value}" is nothing that can be compared as ${kind}; it was not.`)
  return { notCompared, damaged }
}
