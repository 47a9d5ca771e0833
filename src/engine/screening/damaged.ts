import { walletKey } from '../../compute/keys/wallet.ts'
import type { Subject } from '../../model/screening.ts'

/** Addresses of the subject that are no address as they are written: nothing found on them says little. */
export const damagedIn = ({ wallets }: Pick<Subject, 'wallets'>): readonly string[] =>
  wallets.flatMap(({ address, currency }) =>
    (walletKey(address, currency) ?? walletKey(address))?.sound === 'damaged'
      ? [`The wallet address "${address}" is damaged: its check does not hold. \`bonafide names restore\` may find what it was.`]
      : [],
  )
