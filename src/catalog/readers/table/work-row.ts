import { bankAccountKey } from '../../../compute/keys/bank-account.ts'
import { phoneKey } from '../../../compute/keys/phone.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import { listed, monthIn, networkAddressOf, walletOf } from './cell.ts'
import { DAMAGED_WALLET, type Cell, type RowCells } from './row-cells.ts'

const YES = /^(?:y|yes|ja|oui|si|sí|true|1|x|✓|ok|acknowledged|signed|given|\d{4}-\d{2}-\d{2}.*)$/i
const DAMAGED_IBAN = 'the check digits of this IBAN do not hold, so a character is wrong or missing; it is kept and compared as written'

/** What a row says of somebody who works here or has an account on a platform: sent to, signed in from, paid to. All of it is observed. */
export class WorkRow {
  readonly #row: RowCells

  constructor(row: RowCells) {
    this.#row = row
  }

  /** True when records of sign-ins and devices were left out, because the row does not say that the person has had the notice. */
  read(): boolean {
    this.#shipment()
    this.#named()
    this.#payout()
    this.#passedOn()
    this.#company()
    this.#platform()
    const notice = this.#row.first('notice')
    if (notice !== undefined && YES.test(notice.cell)) {
      this.#factors()
      this.#laptop()
      this.#signIn()
      return false
    }
    return WATCHED.some((target) => this.#row.first(target) !== undefined)
  }

  #shipment(): void {
    const at = this.#row.time('shipped-at')
    for (const { column, cell } of this.#row.all('ship-to')) {
      const value = { address: cell, ...(at === undefined ? {} : { at }), ...this.#row.optional('shipped-item', 'item') }
      if (!this.#row.put(column, 'shipment', value, { basis: 'observed' })) this.#row.skip(column, TOO_LONG)
    }
  }

  #named(): void {
    const named = this.#account(this.#row.first('bank-account'))
    if (named !== undefined) this.#row.put(named.from.column, 'bank-account', named.account, { basis: 'observed' })
  }

  #payout(): void {
    const account = this.#account(this.#row.first('paid-account'))
    const wallet = this.#wallet()
    const from = (account ?? wallet)?.from
    if (from === undefined) return
    const at = this.#row.time('paid-at')
    const value = {
      ...this.#row.optional('payer', 'payer'),
      ...(account === undefined ? {} : { account: account.account }),
      ...(wallet === undefined ? {} : { wallet: wallet.wallet }),
      ...(at === undefined ? {} : { at }),
    }
    if (!this.#row.put(from.column, 'payout', value, { basis: 'observed', original: from.cell })) this.#row.skip(from.column, TOO_LONG)
  }

  #account(from: Cell | undefined): { readonly from: Cell; readonly account: ValueOf<'bank-account'> } | undefined {
    if (from === undefined) return undefined
    const account = { number: from.cell, ...this.#row.optional('bank-code', 'bank'), ...this.#row.optional('payment-service', 'service') }
    const key = bankAccountKey(account)
    if (key?.sound === 'damaged') this.#row.skip(from.column, DAMAGED_IBAN)
    if (key !== undefined) return { from, account }
    this.#row.skip(from.column, 'the account cannot be told from others: it is masked, or a number without the code of its bank')
    return undefined
  }

  #wallet(): { readonly from: Cell; readonly wallet: ValueOf<'wallet'> } | undefined {
    const from = this.#row.first('paid-wallet')
    if (from === undefined) return undefined
    const found = walletOf(from.cell, this.#row.first('paid-chain')?.cell)
    if (found === undefined) this.#row.skip(from.column, 'this is not a wallet address of a known form; a column with the chain may help')
    else if (found.damaged) this.#row.skip(from.column, DAMAGED_WALLET)
    return found === undefined ? undefined : { from, wallet: { ...found.wallet, ...this.#row.optional('paid-memo', 'memo') } }
  }

  #passedOn(): void {
    const at = this.#row.time('paid-at')
    for (const { column, cell } of this.#row.all('deposit-address')) {
      const found = walletOf(cell, this.#row.first('paid-chain')?.cell)
      const more = { ...this.#row.optional('deposit-exchange', 'exchange'), ...(at === undefined ? {} : { at }) }
      if (found === undefined) this.#row.skip(column, 'this is not a wallet address of a known form')
      else this.#row.put(column, 'deposit-address', { ...found.wallet, ...more }, { basis: 'observed', original: cell })
    }
  }

  #company(): void {
    const number = this.#row.first('company-number')
    const address = this.#row.first('company-address')
    const from = number ?? address
    if (from === undefined) return
    const formed = this.#row.first('company-formed')
    const month = formed === undefined ? undefined : monthIn(formed.cell)
    if (formed !== undefined && month === undefined) this.#row.skip(formed.column, 'this is not a month or year; write it as 2025-11')
    const at = this.#row.time('paid-at')
    const value = {
      ...this.#row.optional('company-number', 'number'),
      ...this.#row.optional('company-registry', 'registry'),
      ...this.#row.optional('company-agent', 'agent'),
      ...this.#row.optional('company-address', 'address'),
      ...(month === undefined || month === 'present' ? {} : { formed: month }),
      ...(at === undefined ? {} : { at }),
    }
    if (!this.#row.put(from.column, 'payee-company', value, { basis: 'observed' })) this.#row.skip(from.column, TOO_LONG)
  }

  #platform(): void {
    const account = this.#row.first('account')
    const service = this.#row.first('platform')?.cell
    if (service === undefined) return
    if (account !== undefined) this.#row.put(account.column, 'platform-account', { service, id: account.cell }, { basis: 'observed' })
    const at = this.#row.time('rated-at')
    for (const { column, cell } of this.#row.all('rated-by'))
      for (const by of listed(cell))
        this.#row.put(column, 'rating', { service, by, ...(at === undefined ? {} : { at }) }, { basis: 'observed' })
  }

  #factors(): void {
    const at = this.#row.time('enrolled-at')
    const when = at === undefined ? {} : { at }
    for (const { column, cell } of this.#row.all('mfa-device'))
      for (const device of listed(cell)) this.#row.put(column, 'mfa-enrolment', { device, ...when }, { basis: 'observed' })
    for (const { column, cell } of this.#row.all('mfa-phone'))
      for (const written of listed(cell)) {
        const phone = phoneKey(written, this.#row.settings.phoneRegion)
        if (phone === undefined) this.#row.skip(column, 'this is not a phone number with its country code')
        else this.#row.put(column, 'mfa-enrolment', { phone, ...when }, { basis: 'observed', original: written })
      }
  }

  #laptop(): void {
    const ip = this.#ip('laptop-ip')
    const bssid = this.#row.first('laptop-bssid')
    const from = ip?.from ?? bssid
    if (from === undefined) return
    const at = this.#row.time('laptop-seen-at')
    const value = {
      ...this.#row.optional('laptop', 'device'),
      ...(ip === undefined ? {} : { ip: ip.ip }),
      ...(bssid === undefined ? {} : { bssid: bssid.cell }),
      ...(at === undefined ? {} : { at }),
    }
    this.#row.put(from.column, 'laptop-network', value, { basis: 'observed' })
  }

  #signIn(): void {
    const ip = this.#ip('sign-in-ip')
    const device = this.#row.first('sign-in-device')
    const from = ip?.from ?? device
    if (from === undefined) return
    const at = this.#row.time('signed-in-at')
    const value = {
      ...this.#row.optional('account', 'account'),
      ...(ip === undefined ? {} : { ip: ip.ip }),
      ...(device === undefined ? {} : { device: device.cell }),
      ...(at === undefined ? {} : { at }),
    }
    this.#row.put(from.column, 'sign-in', value, { basis: 'observed' })
  }

  #ip(target: 'laptop-ip' | 'sign-in-ip'): { readonly from: Cell; readonly ip: string } | undefined {
    const from = this.#row.first(target)
    if (from === undefined) return undefined
    const ip = networkAddressOf(from.cell)
    if (ip === undefined) this.#row.skip(from.column, 'this is not a network address')
    return ip === undefined ? undefined : { from, ip }
  }
}

const TOO_LONG = 'one of the values is longer than 500 characters'
/** Columns about sign-ins and devices of a person. */
const WATCHED = ['mfa-device', 'mfa-phone', 'laptop-ip', 'laptop-bssid', 'sign-in-ip', 'sign-in-device'] as const
