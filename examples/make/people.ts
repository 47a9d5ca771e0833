import { AREA_CODES, DISABILITIES, GENDERS, NAME_LISTS, NATIONALITIES, PLACES } from './bank/names.ts'
import { isoDay } from './calendar.ts'
import type { Random } from './random.ts'
import type { Person } from './types.ts'

const DOMAINS = ['example.com', 'example.org', 'example.net'] as const

/** Letters a to z only. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** Invents people, no two with one name, mailbox, number or login; names are dealt out evenly from all lists. */
export class People {
  readonly #random: Random
  #deck: (typeof NAME_LISTS)[number][] = []
  readonly #taken = new Set<string>()

  constructor(random: Random) {
    this.#random = random
  }

  next(): Person {
    const random = this.#random
    const { given, family } = this.#name()
    const [g, f] = [plain(given), plain(family)]
    const domain = random.pick(DOMAINS)
    const email = this.#fresh(
      () =>
        `${random.pick([`${g}.${f}`, `${g.charAt(0)}${f}`, `${f}.${g}`, `${g}${f.charAt(0)}${random.int(2, 99)}`, `${g}_${f}`, `mail.${f}${random.int(2, 99)}`])}@${domain}`,
    )
    return {
      given,
      family,
      email,
      phone: this.phone(),
      place: random.pick(PLACES),
      login: this.#fresh(() =>
        random.pick([
          `${g}${f}`,
          `${g}-${f}`,
          `${f}${random.int(10, 99)}`,
          `${g}codes${random.int(2, 9)}`,
          `${g.slice(0, 3)}${f.slice(0, 4)}${random.int(1, 999)}`,
        ]),
      ),
      protectedFields: {
        gender: random.pick(GENDERS),
        birth: isoDay(new Date(Date.UTC(random.int(1966, 2001), random.int(0, 11), random.int(1, 28)))),
        nationality: random.pick(NATIONALITIES),
        disability: random.pick(DISABILITIES),
      },
    }
  }

  /** A free number of those reserved for fiction, E.164. */
  phone(): string {
    return this.#fresh(() => `+1${this.#random.pick(AREA_CODES)}55501${String(this.#random.int(0, 99)).padStart(2, '0')}`)
  }

  /** Another family name, as after a marriage. */
  familyName(): string {
    return this.#name().family
  }

  #name(): { given: string; family: string } {
    const full = this.#fresh(() => {
      const list = (this.#deck.length > 0 ? this.#deck : (this.#deck = this.#random.shuffle(NAME_LISTS))).pop()
      if (list === undefined) throw new RangeError('There are no names.')
      // Some people carry names of two worlds.
      const other = this.#random.chance(0.2) ? this.#random.pick(NAME_LISTS) : list
      return `${this.#random.pick(list.given)} ${this.#random.pick(other.family)}`
    })
    const cut = full.indexOf(' ')
    return { given: full.slice(0, cut), family: full.slice(cut + 1) }
  }

  #fresh(make: () => string): string {
    for (let tries = 0; tries < 500; tries += 1) {
      const value = make()
      if (this.#taken.has(value)) continue
      this.#taken.add(value)
      return value
    }
    throw new RangeError('No free name, number or address was found.')
  }
}

/** The ways in which people write one number. */
export const PHONE_STYLES = ['national', 'spaced', 'bracketed', 'dotted', 'compact', 'zeros'] as const
export type PhoneStyle = (typeof PHONE_STYLES)[number]

export function writePhone(e164: string, style: PhoneStyle): string {
  const [area, exchange, line] = [e164.slice(2, 5), e164.slice(5, 8), e164.slice(8)]
  const written: Readonly<Record<PhoneStyle, string>> = {
    national: `(${area}) ${exchange}-${line}`,
    spaced: `+1 ${area} ${exchange} ${line}`,
    bracketed: `+1 (${area}) ${exchange}-${line}`,
    dotted: `+1.${area}.${exchange}.${line}`,
    compact: e164,
    zeros: `001 ${area} ${exchange} ${line}`,
  }
  return written[style]
}

/** Addresses of the networks that are reserved for documentation. */
export function addresses(random: Random): () => string {
  const all = ['192.0.2', '198.51.100', '203.0.113'].flatMap((net) => Array.from({ length: 253 }, (_, i) => `${net}.${i + 1}`))
  const rest = random.shuffle(all)
  return () => rest.pop() as string
}
