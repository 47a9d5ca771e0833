import { phoneKey } from '../../../compute/keys/phone.ts'
import { linkOf, mailOf } from '../../grammar/contact-value.ts'
import { withoutOwn } from '../../grammar/own-words.ts'
import { listed, listedBySemicolon, messengerOf, monthIn, networkAddressOf, pathOf, walletOf } from './cell.ts'
import type { Target } from './column-map.ts'
import { DAMAGED_WALLET, type About, type RowCells } from './row-cells.ts'

export interface FileReference {
  readonly about: About
  readonly path: string
  readonly at: string
}

/** What a row says of an applicant. */
export class ApplicantRow {
  readonly #row: RowCells

  constructor(row: RowCells) {
    this.#row = row
  }

  read(): readonly FileReference[] {
    const name = this.#name()
    const applied = this.#row.time('applied-at')
    this.#application(applied)
    this.#contacts()
    this.#career()
    this.#referees()
    this.#technical(applied)
    this.#summary(name)
    return this.#references()
  }

  #name(): string {
    const whole = this.#row.first('name')
    const parts = [this.#row.first('first-name'), this.#row.first('last-name')].filter((part) => part !== undefined)
    const from = whole ?? parts[0]
    if (from === undefined) return ''
    const full = whole?.cell ?? parts.map(({ cell }) => cell).join(' ')
    if (!this.#row.put(from.column, 'person-name', { full })) this.#row.skip(from.column, 'the name is too long to be one')
    return full
  }

  #application(at: string | undefined): void {
    const role = this.#row.first('role')
    const requisition = this.#row.first('requisition')
    const through = this.#row.first('source')
    const column = (role ?? requisition ?? this.#row.first('applied-at') ?? through)?.column
    if (column === undefined) return
    const kept = this.#row.put(
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
    if (!kept) this.#row.skip(column, 'role, requisition or source is longer than 500 characters')
  }

  #contacts(): void {
    for (const { column, cell } of this.#row.all('email'))
      for (const written of cell.split(/[;,|\s]+/).filter((part) => part !== '')) {
        if (!this.#row.put(column, 'email', mailOf(written), { original: written })) this.#row.skip(column, 'this is not an e-mail address')
      }
    for (const { column, cell } of this.#row.all('phone'))
      for (const written of listed(cell)) {
        const phone = phoneKey(written, this.#row.settings.phoneRegion)
        if (phone === undefined || !this.#row.put(column, 'phone', phone, { original: written }))
          this.#row.skip(
            column,
            'this is not a phone number with its country code; say phone_region in the column map if they are written without',
          )
      }
    for (const { column, cell } of this.#row.all('link'))
      for (const written of cell.split(/[;,|\s]+/).filter((part) => part !== '')) {
        const link = linkOf(written, /portfolio|website/i.test(column.header) ? 'portfolio' : 'other')
        if (link === undefined || !this.#row.put(column, 'link', link, { original: written }))
          this.#row.skip(column, 'this is not a web address')
      }
    for (const { column, cell } of this.#row.all('github')) {
      const login = /^@?([a-z0-9](?:[a-z0-9-]{0,38}))$/i.exec(cell)?.[1]
      const link = linkOf(login === undefined ? cell : `https://github.com/${login}`)
      if (link === undefined || !this.#row.put(column, 'link', link, { original: cell }))
        this.#row.skip(column, 'this is neither a GitHub login nor a web address')
    }
    for (const { column, cell } of this.#row.all('messenger'))
      for (const written of listed(cell)) {
        const messenger = messengerOf(written, column.header)
        if (messenger === undefined || !this.#row.put(column, 'messenger', messenger, { original: written }))
          this.#row.skip(column, 'the service cannot be told; write "Telegram: name"')
      }
    for (const { column, cell } of this.#row.all('wallet'))
      for (const written of listed(cell)) {
        const found = walletOf(written)
        if (found === undefined || !this.#row.put(column, 'wallet', found.wallet, { original: written }))
          this.#row.skip(column, 'this is not a wallet address of a known form')
        else if (found.damaged) this.#row.skip(column, DAMAGED_WALLET)
      }
    for (const { column, cell } of this.#row.all('place'))
      if (!this.#row.put(column, 'place', { text: cell, scope: 'residence' }))
        this.#row.skip(column, 'the place is longer than 500 characters')
    for (const { column, cell } of this.#row.all('postal-address'))
      if (!this.#row.put(column, 'postal-address', cell)) this.#row.skip(column, 'the address is longer than 500 characters')
  }

  #career(): void {
    for (const group of this.#groups('employer')) {
      const employer = this.#row.first('employer', group)
      if (employer === undefined) continue
      const title = this.#row.first('title', group)
      const from = this.#month('from', group)
      const to = this.#month('to', group)
      const kept = this.#row.put(employer.column, 'job', {
        employer: employer.cell,
        ...(title === undefined ? {} : { title: title.cell }),
        ...(from === undefined || from === 'present' ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })
      if (!kept) this.#row.skip(employer.column, 'the employer or title is longer than 500 characters')
    }
    for (const group of this.#groups('school')) {
      const school = this.#row.first('school', group)
      if (school === undefined) continue
      const degree = this.#row.first('degree', group)
      const field = this.#row.first('field', group)
      const kept = this.#row.put(school.column, 'education', {
        school: school.cell,
        ...(degree === undefined ? {} : { degree: degree.cell }),
        ...(field === undefined ? {} : { field: field.cell }),
      })
      if (!kept) this.#row.skip(school.column, 'the school or degree is longer than 500 characters')
    }
    for (const { column, cell } of this.#row.all('skills')) for (const name of listed(cell)) this.#row.put(column, 'skill', { name })
  }

  #month(target: 'from' | 'to', group: number): ReturnType<typeof monthIn> {
    const written = this.#row.first(target, group)
    if (written === undefined) return undefined
    const month = monthIn(written.cell)
    if (month === undefined)
      this.#row.skip(written.column, `"${written.cell.slice(0, 40)}" is not a month or year of a career; write it as 2019-04`)
    return month
  }

  #referees(): void {
    for (const group of this.#groups('referee-name', 'referee-email', 'referee-phone', 'referee-organisation')) {
      const name = this.#row.first('referee-name', group)
      const email = this.#row.first('referee-email', group)
      const phone = this.#row.first('referee-phone', group)
      const organisation = this.#row.first('referee-organisation', group)
      const relation = this.#row.first('referee-relation', group)
      if (name !== undefined) this.#row.put(name.column, 'referee-name', { full: name.cell })
      const number = phone === undefined ? undefined : phoneKey(phone.cell, this.#row.settings.phoneRegion)
      if (phone !== undefined && number === undefined) this.#row.skip(phone.column, 'this is not a phone number with its country code')
      const column = (email ?? phone ?? organisation)?.column
      if (column === undefined) continue
      const rest = {
        ...(number === undefined ? {} : { phone: number }),
        ...(organisation === undefined ? {} : { organisation: organisation.cell }),
        ...(relation === undefined ? {} : { relation: relation.cell }),
      }
      if (email !== undefined && this.#row.put(column, 'referee', { email: mailOf(email.cell), ...rest }, { original: email.cell }))
        continue
      if (email !== undefined) this.#row.skip(email.column, 'this is not an e-mail address')
      if (Object.keys(rest).length > 0) this.#row.put(column, 'referee', rest)
    }
  }

  #technical(at: string | undefined): void {
    const when = at === undefined ? {} : { at }
    for (const { column, cell } of this.#row.all('device')) {
      const kind = /cookie/i.test(column.header) ? 'cookie' : /fingerprint/i.test(column.header) ? 'fingerprint' : 'other'
      if (!this.#row.put(column, 'device', { id: cell, kind, ...when }, { basis: 'observed' }))
        this.#row.skip(column, 'the device id is longer than 500 characters')
    }
    for (const { column, cell } of this.#row.all('ip'))
      for (const written of listed(cell)) {
        const ip = networkAddressOf(written)
        if (ip === undefined || !this.#row.put(column, 'network-address', { ip, ...when }, { basis: 'observed' }))
          this.#row.skip(column, 'this is not a network address')
      }
  }

  #summary(name: string): void {
    for (const { column, cell } of this.#row.all('summary')) {
      const text = withoutOwn(cell, name === '' ? [] : [name])
      if (!this.#row.put(column, 'passage', { text, kind: 'summary' }, { original: cell }))
        this.#row.skip(column, 'the text is longer than 20,000 characters')
    }
  }

  #references(): readonly FileReference[] {
    const references: FileReference[] = []
    for (const { column, cell } of this.#row.all('files'))
      for (const written of listedBySemicolon(cell)) {
        const path = pathOf(written)
        if (path === undefined) this.#row.skip(column, 'the file is not named within the folder of the table and was not looked for')
        else references.push({ about: this.#row.about, path, at: this.#row.at(column) })
      }
    return references
  }

  #groups(...targets: readonly Target[]): readonly number[] {
    return [...new Set(targets.flatMap((target) => (this.#row.settings.columns.get(target) ?? []).map((column) => column.group)))].sort(
      (a, b) => a - b,
    )
  }
}
