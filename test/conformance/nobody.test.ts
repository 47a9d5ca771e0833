import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Samples, cases, fixtures and examples contain nobody: documentation addresses, documentation numbers and invented people only. */

const ROOT = resolve(import.meta.dirname, '../..')
const TEXT = /\.(ya?ml|txt|md|json|jsonl|csv|eml|ics|xml|html)$/i

function textsUnder(folder: string, wanted: RegExp): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => wanted.test(path) && TEXT.test(path))
}

const files = [...textsUnder('src/catalog', /\/(cases|samples)\//), ...textsUnder('test', /./), ...textsUnder('examples', /./)]

/** RFC 5737, 1918, 6598, 1122 and 5771: addresses that reach nobody. */
const RESERVED_IP =
  /^(192\.0\.2|198\.51\.100|203\.0\.113)\.|^(0|10|127)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^169\.254\.|^(22[4-9]|2[3-5]\d)\./
/** RFC 2606 and 6761. */
const RESERVED_DOMAIN = /(^|\.)(example\.(com|org|net)|example|test|invalid|localhost)$/i
/** Mail providers that a test of their own rules needs by name; the mailbox before it says that it is nobody's. */
const PROVIDERS = /^(gmail\.com|googlemail\.com|([\w-]+\.)?mailinator\.com|anonaddy\.me|(users\.)?(noreply\.)?github\.com)$/i
const NOBODYS_MAILBOX = /example|nobody|noreply|\d+\+/i
/** Numbers that regulators keep for fiction: 555-0100 to 555-0199 in North America, Ofcom's drama numbers, Arcep's and ACMA's. */
const FICTION_PHONE =
  /^\+?1?[2-9]\d{2}55501\d{2}$|^\+?44(7700900|2079460|1632960|1134960|8081570)\d{3}$|^\+?33(199|261|353|465|536)00\d{4}$|^\+?61(491570\d{3}|[2378]5550\d{4}|[2378]7010\d{4})$/

const ipsIn = (text: string): string[] => text.match(/(?<![\w.+-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/g) ?? []
const mailsIn = (text: string): string[] => text.match(/[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []
const phonesIn = (text: string): string[] => text.match(/(?<![\w/.=-])\+\d[\d ()-]{7,16}\d(?!\w)/g) ?? []
const ssnsIn = (text: string): string[] => text.match(/(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g) ?? []

function isCard(digits: string): boolean {
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, i) => {
      const n = Number(digit) * (i % 2 === 0 ? 1 : 2)
      return total + (n > 9 ? n - 9 : n)
    }, 0)
  // 34, 37, 4, 51–55, 2221–2720, 6011, 65: what issuers use.
  return sum % 10 === 0 && /^(3[47]|4|5[1-5]|2[2-7]|6011|65)/.test(digits)
}
const cardsIn = (text: string): string[] =>
  (text.match(/(?<![\w.:+-])(?:\d[ -]?){13,16}(?![\w.-])/g) ?? []).filter((run) => isCard(run.replace(/\D/g, '')))

/** What in a text could be somebody's. */
function somebodyIn(text: string): string[] {
  return [
    ...ipsIn(text).filter((ip) => ip.split('.').every((n) => Number(n) <= 255) && !RESERVED_IP.test(ip)),
    ...mailsIn(text).filter((mail) => {
      const [box = '', domain = ''] = mail.split('@')
      return !RESERVED_DOMAIN.test(domain) && !(PROVIDERS.test(domain) && NOBODYS_MAILBOX.test(box))
    }),
    ...phonesIn(text).filter((phone) => !FICTION_PHONE.test(phone.replace(/[^\d+]/g, ''))),
    ...ssnsIn(text),
    ...cardsIn(text),
  ]
}

describe('what we hold for tests', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(0)
  })

  it('would be noticed if it were somebody’s', () => {
    const real = [
      '8.8.8.8',
      'person@company.com',
      '+1 212 736 5000',
      '+49 30 227 0',
      '123-45-6789',
      '4111 1111 1111 1111',
      'someone@gmail.com',
    ]
    const invented = [
      '192.0.2.7',
      'a.b@example.org',
      '+1 202 555 0143',
      '+44 7700 900123',
      '2020-01-01T00:00:00Z',
      'example.one@gmail.com',
      '1.2.3',
    ]
    expect(real.filter((text) => somebodyIn(`x ${text} y`).length === 0)).toEqual([])
    expect(invented.filter((text) => somebodyIn(`x ${text} y`).length > 0)).toEqual([])
  })

  it.each(files)('%s contains nobody', (path) => {
    expect(somebodyIn(readFileSync(join(ROOT, path), 'utf8'))).toEqual([])
  })
})
