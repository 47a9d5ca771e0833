import { walletKey } from '../../../compute/keys/wallet.ts'
import type { ValueOf, YearMonth } from '../../../model/vocabulary.ts'
import { findPeriod } from '../../grammar/dates.ts'
import { messengersIn } from '../../grammar/handles.ts'
import { isIP } from './ip.ts'

/** Values of one cell: lists are written with semicolons, commas, bars or line breaks. */
export const listed = (cell: string): string[] =>
  cell
    .split(/[;,|\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
/** Links and files may hold commas. */
export const listedBySemicolon = (cell: string): string[] =>
  cell
    .split(/[;\n\r]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const STILL =
  /^\s*(?:present|current|currently|now|today|ongoing|to date|heute|aktuell|aujourd.hui|actualidad|presente|atual|oggi|heden)\s*$/i

/** Month of a career date in any of the usual forms; undefined when it is none. */
export function monthIn(cell: string): YearMonth | 'present' | undefined {
  if (STILL.test(cell)) return 'present'
  const period = findPeriod(cell)
  return period?.from ?? period?.to
}

/** `Telegram: @name`, or the bare handle under a column of the service's name. */
export function messengerOf(cell: string, header: string): ValueOf<'messenger'> | undefined {
  const named = messengersIn({ text: cell, at: '' })[0]
  const service = /telegram|discord|skype|whatsapp|signal|wechat/i.exec(header)?.[0]
  const found = named ?? (service === undefined ? undefined : messengersIn({ text: `${service}: ${cell}`, at: '' })[0])
  return found?.draft.property === 'messenger' ? found.draft.value : undefined
}

/** The address of a cell under a column of wallets, and whether its checksum holds. `named`: the chain, where a column says it. */
export function walletOf(cell: string, named?: string): { readonly wallet: ValueOf<'wallet'>; readonly damaged: boolean } | undefined {
  // `TRON: T…`, `T… (TRC20)`: the chain beside the address.
  const words = cell.split(/[\s:()]+/).filter((word) => word !== '')
  const address = words.find((word) => word.length >= 20)
  if (address === undefined) return undefined
  const beside = words.find((word) => word !== address)
  const key = walletKey(address, named) ?? (beside === undefined ? undefined : walletKey(address, beside))
  return key === undefined ? undefined : { wallet: { chain: key.chain, address: key.address }, damaged: key.sound === 'damaged' }
}

export const networkAddressOf = (cell: string): string | undefined => (isIP(cell.trim()) ? cell.trim().toLowerCase() : undefined)

/** A file named in a table, inside the table's own folder; undefined when it points elsewhere. */
export function pathOf(cell: string): string | undefined {
  const path = cell.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  const outside =
    path === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.split('/').includes('..') || path.includes('\u0000')
  return outside ? undefined : path
}
