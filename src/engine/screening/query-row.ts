import { asAppError, badUsage, tooLarge } from '../../model/errors.ts'
import type { ListedIdentifier, PartyType } from '../../model/listed-party.ts'
import type { Subject } from '../../model/screening.ts'
import { nameOf } from './name-of.ts'
import { isIdentifier, type QueryColumn } from './query-columns.ts'

const LONGEST_CELL = 10_000

const TYPES: Readonly<Record<string, PartyType>> = {
  person: 'person',
  individual: 'person',
  naturalperson: 'person',
  organisation: 'organisation',
  organization: 'organisation',
  company: 'organisation',
  entity: 'organisation',
  legalentity: 'organisation',
  legalperson: 'organisation',
  publicbody: 'organisation',
  business: 'organisation',
  vessel: 'vessel',
  ship: 'vessel',
  aircraft: 'aircraft',
  airplane: 'aircraft',
  '': 'unknown',
  unknown: 'unknown',
}

export interface RowRead {
  readonly subject: Subject
  /** What the row holds and what cannot be compared, in sentences: nothing found says nothing of these. */
  readonly notCompared: readonly string[]
}

/**
 * One row of a file of queries. Throws where there is nothing to compare; a cell that cannot be read does not keep the rest of the row
 * from being compared, and is told.
 */
export function subjectOfRow(columns: readonly QueryColumn[], cells: readonly string[], number: number): RowRead {
  const notCompared: string[] = []
  const readable = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      notCompared.push(asAppError(error).detail)
      return undefined
    }
  }
  const names: string[] = []
  const aliases: string[] = []
  const births: string[] = []
  const addresses: string[] = []
  const identifiers: { kind: ListedIdentifier['kind']; value: string }[] = []
  const wallets: string[] = []
  let [given, family] = ['', '']
  let [id, type, currency]: [string, PartyType, string | undefined] = [`row ${number}`, 'unknown', undefined]
  for (const { at, header, target } of columns) {
    const cell = (cells[at] ?? '').trim()
    if (cell === '') continue
    if (cell.length > LONGEST_CELL)
      throw tooLarge(`The cell under "${header}" has ${cell.length} characters; at most ${LONGEST_CELL} are read.`)
    if (target === 'id') id = cell
    else if (target === 'name') names.push(nameOf(cell))
    else if (target === 'given') given = cell
    else if (target === 'family') family = cell
    else if (target === 'alias') aliases.push(...several(cell).flatMap((alias) => readable(() => nameOf(alias)) ?? []))
    else if (target === 'type') type = readable(() => typeOf(cell)) ?? 'unknown'
    else if (target === 'birth') births.push(...several(cell).flatMap((date) => readable(() => birthOf(date, header)) ?? []))
    else if (target === 'address') addresses.push(cell)
    else if (target === 'wallet') wallets.push(...addressesIn(cell))
    else if (target === 'currency') currency = cell
    else if (isIdentifier(target)) identifiers.push(...several(cell).map((value) => ({ kind: target, value })))
  }
  const whole = `${given} ${family}`.trim()
  if (whole !== '' && names.length === 0) names.push(nameOf(whole))
  if (names.length + identifiers.length + wallets.length === 0) throw badUsage('The row has no name, no wallet address and no identifier.')
  const subject: Subject = {
    id,
    type,
    names: [...names, ...aliases],
    births,
    identifiers,
    wallets: wallets.map((address) => ({ address, ...(currency === undefined ? {} : { currency }) })),
    addresses,
  }
  return { subject, notCompared }
}

const several = (cell: string): string[] =>
  cell
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Addresses hold no blank and no comma; what wallets put around them is not theirs: a scheme, a currency, marks that nobody sees. */
const addressesIn = (cell: string): string[] =>
  cell
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .split(/[\s;|,]+/)
    .map((part) => part.replace(/^[a-z][a-z0-9]{2,19}:(?=.{20})/i, (scheme) => (scheme.toLowerCase() === 'bitcoincash:' ? scheme : '')))
    // A currency beside the address, such as ETH or TRC-20.
    .filter((part) => part !== '' && !/^[A-Z]{2,6}(?:-?\d{1,4})?$/.test(part))

/** Throws for a word that is no type. */
export function typeOf(cell: string): PartyType {
  const type = TYPES[cell.toLowerCase().replace(/[^a-z]/g, '')]
  if (type === undefined) throw badUsage(`"${cell.slice(0, 60)}" is no type: person, organisation, vessel or aircraft.`)
  return type
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const day = (y: string, m: number, d: number): string => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`

/**
 * `1980`, `1980-04`, `1980-04-13`, `13 Apr 1980`, `13.04.1980`. Where day and month cannot be told apart (03/04/1980) only the year is
 * compared: a wrong guess would speak against somebody or for a match.
 */
export function birthOf(written: string, header: string): string {
  const text = written.trim()
  const where = `"${text.slice(0, 40)}" under "${header}"`
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  if (iso !== null) return checked(where, iso[1]!, iso[2], iso[3])
  const worded = /^(\d{1,2})[ .-]([a-z]{3})[a-z]*[ .,-]+(\d{4})$/i.exec(text) ?? /^([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})$/i.exec(text)
  if (worded !== null) {
    const [, a, b, y] = worded
    const [d, name] = /^\d/.test(a!) ? [a!, b!] : [b!, a!]
    const month = MONTHS.indexOf(name.toLowerCase()) + 1
    if (month > 0) return checked(where, y!, String(month), d)
  }
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (numbers !== null) {
    const [a, b, y] = [Number(numbers[1]), Number(numbers[2]), numbers[3]!]
    if (a > 12 && b <= 12) return checked(where, y, String(b), String(a))
    if (b > 12 && a <= 12) return checked(where, y, String(a), String(b))
    if (a === b) return checked(where, y, String(a), String(b))
    if (a <= 12 && b <= 12) return checked(where, y)
  }
  throw badUsage(`${where} is no birth date. Write it as 1980-04-13, 1980-04 or 1980.`)
}

function checked(where: string, y: string, m?: string, d?: string): string {
  if (m === undefined) return y
  const month = Number(m)
  if (month < 1 || month > 12) throw badUsage(`${where} has no month ${m}.`)
  if (d === undefined) return `${y}-${m.padStart(2, '0')}`
  const date = day(y, month, Number(d))
  const back = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(back.getTime()) || back.toISOString().slice(0, 10) !== date) throw badUsage(`${where} is no day of the calendar.`)
  return date
}
