import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import type { ValueOf, YearMonth } from '../../../model/vocabulary.ts'
import { findPeriod } from '../../grammar/dates.ts'
import { messengersIn, walletsIn } from '../../grammar/handles.ts'
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

/** A number with its country code. `region` only helps those written without one; a number is never guessed from a place. */
export function phoneOf(cell: string, region: string | undefined): string | undefined {
  const typed = cell
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^00(?=[1-9])/, '+')
  // (202) 555-0101 is the North American form and no other's.
  const american = /^\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?$/.test(typed)
  const known = region ?? (american ? 'US' : undefined)
  // A spreadsheet takes +12025550101 for a number and drops the plus.
  const digits = /^[1-9]\d{9,14}$/.test(typed) && known === undefined ? `+${typed}` : typed
  const parsed = parsePhoneNumberFromString(digits, known === undefined ? {} : { defaultCountry: known as CountryCode })
  return parsed?.isPossible() === true ? parsed.number : undefined
}

/** `Telegram: @name`, or the bare handle under a column of the service's name. */
export function messengerOf(cell: string, header: string): ValueOf<'messenger'> | undefined {
  const named = messengersIn({ text: cell, at: '' })[0]
  const service = /telegram|discord|skype|whatsapp|signal|wechat/i.exec(header)?.[0]
  const found = named ?? (service === undefined ? undefined : messengersIn({ text: `${service}: ${cell}`, at: '' })[0])
  return found?.draft.property === 'messenger' ? found.draft.value : undefined
}

export function walletOf(cell: string): ValueOf<'wallet'> | undefined {
  const found = walletsIn({ text: cell, at: '' })[0]
  return found?.draft.property === 'wallet' ? found.draft.value : undefined
}

export const networkAddressOf = (cell: string): string | undefined => (isIP(cell.trim()) ? cell.trim().toLowerCase() : undefined)

/** A file named in a table, inside the table's own folder; undefined when it points elsewhere. */
export function pathOf(cell: string): string | undefined {
  const path = cell.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  const outside =
    path === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.split('/').includes('..') || path.includes('\u0000')
  return outside ? undefined : path
}
