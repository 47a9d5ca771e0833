import { bankAccountKey } from '../../../compute/keys/bank-account.ts'
import { defineView } from '../../../kit/input.ts'
import { attest, isNonEmpty } from '../../../model/statement.ts'

/** Bank and payment accounts, by key, that the person names or was paid to. An account that cannot be told is left out. */
export default defineView({
  id: 'accounts-paid-to',
  missing: 'no bank or payment account that can be told from others',
  reads: ['bank-account', 'payout'],
  build: (of) => {
    const accounts = of.flatMap((s) => {
      const account = s.property === 'payout' ? s.value.account : s.value
      const key = account === undefined ? undefined : bankAccountKey(account)?.key
      return key === undefined ? [] : [attest(key, s)]
    })
    return isNonEmpty(accounts) ? accounts : undefined
  },
})
