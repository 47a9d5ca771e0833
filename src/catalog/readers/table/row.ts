import { phoneKey } from '../../../compute/keys/phone.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import type { Basis } from '../../../model/statement.ts'
import type { Property, ValueOf } from '../../../model/vocabulary.ts'
import { linkOf, mailOf } from '../../grammar/contact-value.ts'
import { withoutOwn } from '../../grammar/own-words.ts'
import type { Collector } from '../../grammar/collector.ts'
import { listed, listedBySemicolon, messengerOf, monthIn, networkAddressOf, pathOf, walletOf } from './cell.ts'
import { instantOf, type DateOrder } from './applied.ts'
import type { Column, Target } from './column-map.ts'

type About = `row:${number}`

const DAMAGED_WALLET =
  'the checksum of this wallet address does not hold, so a character is wrong or missing; it is kept and compared as written'

export interface RowSettings {
  readonly columns: ReadonlyMap<Target, readonly Column[]>
  readonly phoneRegion: string | undefined
  readonly dateOrder: DateOrder | undefined
}

export interface FileReference {
  readonly about: About
  readonly path: string
  readonly at: string
}

/** One applicant. Each value has the cell it stands in as its place; a value that cannot be read is noted and left out. */
export class ApplicantRow {
  readonly #about: About
  readonly #row: number
  readonly #cells: readonly string[]
  readonly #settings: RowSettings
  readonly #found: Collector

  constructor(row: number, cells: readonly string[], { settings, found }: { settings: RowSettings; found: Collector }) {
    this.#about = `row:${row}`
    this.#row = row
    this.#cells = cells
    this.#settings = settings
    this.#found = found
  }

  read(): readonly FileReference[] {
    const name = this.#name()
    const applied = this.#applied()
    this.#application(applied)
    this.#contacts()
    this.#career()
    this.#referees()
    this.#technical(applied)
    this.#summary(name)
    return this.#references()
  }

  #of(target: Target, group?: number): readonly { readonly column: Column; readonly cell: string }[] {
    return (this.#settings.columns.get(target) ?? [])
      .filter((column) => group === undefined || column.group === group)
      .map((column) => ({ column, cell: (this.#cells[column.index] ?? '').trim() }))
      .filter(({ cell }) => cell !== '')
  }

  #first(target: Target, group?: number): { readonly column: Column; readonly cell: string } | undefined {
    return this.#of(target, group)[0]
  }

  #at(column: Column): string {
    return `row=${this.#row}&column=${column.header.replaceAll('%', '%25').replaceAll('&', '%26')}`
  }

  #put<P extends Property>(column: Column, property: P, value: ValueOf<P>, more: { basis?: Basis; original?: string } = {}): boolean {
    const { basis = 'claimed', original } = more
    const same = original === undefined || original === value
    return this.#found.add({
      about: this.#about,
      property,
      value,
      basis,
      at: this.#at(column),
      ...(same ? {} : { original }),
    } as unknown as AnyDraft)
  }

  #skip(column: Column, says: string): void {
    this.#found.skip(`Row ${this.#row}, column "${column.header}": ${says}`, this.#at(column))
  }

  #name(): string {
    const whole = this.#first('name')
    const parts = [this.#first('first-name'), this.#first('last-name')].filter((part) => part !== undefined)
    const from = whole ?? parts[0]
    if (from === undefined) return ''
    const full = whole?.cell ?? parts.map(({ cell }) => cell).join(' ')
    if (!this.#put(from.column, 'person-name', { full })) this.#skip(from.column, 'the name is too long to be one')
    return full
  }

  #applied(): string | undefined {
    const applied = this.#first('applied-at')
    if (applied === undefined) return undefined
    const when = instantOf(applied.cell, this.#settings.dateOrder)
    if (typeof when !== 'string') return when.at
    this.#skip(applied.column, when)
    return undefined
  }

  #application(at: string | undefined): void {
    const role = this.#first('role')
    const requisition = this.#first('requisition')
    const through = this.#first('source')
    const column = (role ?? requisition ?? this.#first('applied-at') ?? through)?.column
    if (column === undefined) return
    const kept = this.#put(
      column,
      'application',
      {
        ...(role === undefined ? {} : { role: role.cell }),
        ...(requisition === undefined ? {} : { requisition: requisition.cell }),
        ...(at === undefined ? {} : { at }),
        ...(through === undefined ? {} : { through: through.cell }),
      },
      { basis: 'observed' },
    )
    if (!kept) this.#skip(column, 'role, requisition or source is longer than 500 characters')
  }

  #contacts(): void {
    for (const { column, cell } of this.#of('email'))
      for (const written of cell.split(/[;,|\s]+/).filter((part) => part !== '')) {
        if (!this.#put(column, 'email', mailOf(written), { original: written })) this.#skip(column, 'this is not an e-mail address')
      }
    for (const { column, cell } of this.#of('phone'))
      for (const written of listed(cell)) {
        const phone = phoneKey(written, this.#settings.phoneRegion)
        if (phone === undefined || !this.#put(column, 'phone', phone, { original: written }))
          this.#skip(
            column,
            'this is not a phone number with its country code; say phone_region in the column map if they are written without',
          )
      }
    for (const { column, cell } of this.#of('link'))
      for (const written of cell.split(/[;,|\s]+/).filter((part) => part !== '')) {
        const link = linkOf(written, /portfolio|website/i.test(column.header) ? 'portfolio' : 'other')
        if (link === undefined || !this.#put(column, 'link', link, { original: written })) this.#skip(column, 'this is not a web address')
      }
    for (const { column, cell } of this.#of('github')) {
      const login = /^@?([a-z0-9](?:[a-z0-9-]{0,38}))$/i.exec(cell)?.[1]
      const link = linkOf(login === undefined ? cell : `https://github.com/${login}`)
      if (link === undefined || !this.#put(column, 'link', link, { original: cell }))
        this.#skip(column, 'this is neither a GitHub login nor a web address')
    }
    for (const { column, cell } of this.#of('messenger'))
      for (const written of listed(cell)) {
        const messenger = messengerOf(written, column.header)
        if (messenger === undefined || !this.#put(column, 'messenger', messenger, { original: written }))
          this.#skip(column, 'the service cannot be told; write "Telegram: name"')
      }
    for (const { column, cell } of this.#of('wallet'))
      for (const written of listed(cell)) {
        const found = walletOf(written)
        if (found === undefined || !this.#put(column, 'wallet', found.wallet, { original: written }))
          this.#skip(column, 'this is not a wallet address of a known form')
        else if (found.damaged) this.#skip(column, DAMAGED_WALLET)
      }
    for (const { column, cell } of this.#of('place'))
      if (!this.#put(column, 'place', { text: cell, scope: 'residence' })) this.#skip(column, 'the place is longer than 500 characters')
    for (const { column, cell } of this.#of('postal-address'))
      if (!this.#put(column, 'postal-address', cell)) this.#skip(column, 'the address is longer than 500 characters')
  }

  #career(): void {
    for (const group of this.#groups('employer')) {
      const employer = this.#first('employer', group)
      if (employer === undefined) continue
      const title = this.#first('title', group)
      const from = this.#month('from', group)
      const to = this.#month('to', group)
      const kept = this.#put(employer.column, 'job', {
        employer: employer.cell,
        ...(title === undefined ? {} : { title: title.cell }),
        ...(from === undefined || from === 'present' ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })
      if (!kept) this.#skip(employer.column, 'the employer or title is longer than 500 characters')
    }
    for (const group of this.#groups('school')) {
      const school = this.#first('school', group)
      if (school === undefined) continue
      const degree = this.#first('degree', group)
      const field = this.#first('field', group)
      const kept = this.#put(school.column, 'education', {
        school: school.cell,
        ...(degree === undefined ? {} : { degree: degree.cell }),
        ...(field === undefined ? {} : { field: field.cell }),
      })
      if (!kept) this.#skip(school.column, 'the school or degree is longer than 500 characters')
    }
    for (const { column, cell } of this.#of('skills')) for (const name of listed(cell)) this.#put(column, 'skill', { name })
  }

  #month(target: 'from' | 'to', group: number): ReturnType<typeof monthIn> {
    const written = this.#first(target, group)
    if (written === undefined) return undefined
    const month = monthIn(written.cell)
    if (month === undefined)
      this.#skip(written.column, `"${written.cell.slice(0, 40)}" is not a month or year of a career; write it as 2019-04`)
    return month
  }

  #referees(): void {
    for (const group of this.#groups('referee-name', 'referee-email', 'referee-phone', 'referee-organisation')) {
      const name = this.#first('referee-name', group)
      const email = this.#first('referee-email', group)
      const phone = this.#first('referee-phone', group)
      const organisation = this.#first('referee-organisation', group)
      const relation = this.#first('referee-relation', group)
      if (name !== undefined) this.#put(name.column, 'referee-name', { full: name.cell })
      const number = phone === undefined ? undefined : phoneKey(phone.cell, this.#settings.phoneRegion)
      if (phone !== undefined && number === undefined) this.#skip(phone.column, 'this is not a phone number with its country code')
      const column = (email ?? phone ?? organisation)?.column
      if (column === undefined) continue
      const rest = {
        ...(number === undefined ? {} : { phone: number }),
        ...(organisation === undefined ? {} : { organisation: organisation.cell }),
        ...(relation === undefined ? {} : { relation: relation.cell }),
      }
      if (email !== undefined && this.#put(column, 'referee', { email: mailOf(email.cell), ...rest }, { original: email.cell })) continue
      if (email !== undefined) this.#skip(email.column, 'this is not an e-mail address')
      if (Object.keys(rest).length > 0) this.#put(column, 'referee', rest)
    }
  }

  #technical(at: string | undefined): void {
    const when = at === undefined ? {} : { at }
    for (const { column, cell } of this.#of('device')) {
      const kind = /cookie/i.test(column.header) ? 'cookie' : /fingerprint/i.test(column.header) ? 'fingerprint' : 'other'
      if (!this.#put(column, 'device', { id: cell, kind, ...when }, { basis: 'observed' }))
        this.#skip(column, 'the device id is longer than 500 characters')
    }
    for (const { column, cell } of this.#of('ip'))
      for (const written of listed(cell)) {
        const ip = networkAddressOf(written)
        if (ip === undefined || !this.#put(column, 'network-address', { ip, ...when }, { basis: 'observed' }))
          this.#skip(column, 'this is not a network address')
      }
  }

  #summary(name: string): void {
    for (const { column, cell } of this.#of('summary')) {
      const text = withoutOwn(cell, name === '' ? [] : [name])
      if (!this.#put(column, 'passage', { text, kind: 'summary' }, { original: cell }))
        this.#skip(column, 'the text is longer than 20,000 characters')
    }
  }

  #references(): readonly FileReference[] {
    const references: FileReference[] = []
    for (const { column, cell } of this.#of('files'))
      for (const written of listedBySemicolon(cell)) {
        const path = pathOf(written)
        if (path === undefined) this.#skip(column, 'the file is not named within the folder of the table and was not looked for')
        else references.push({ about: this.#about, path, at: this.#at(column) })
      }
    return references
  }

  #groups(...targets: readonly Target[]): readonly number[] {
    return [...new Set(targets.flatMap((target) => (this.#settings.columns.get(target) ?? []).map((column) => column.group)))].sort(
      (a, b) => a - b,
    )
  }
}
