import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import reader from '../../src/catalog/readers/table/reader.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { PROPERTIES, type Property } from '../../src/model/vocabulary.ts'

/** Tables of workers, payouts and platform accounts: the same reader, recognised by their columns. */

const FOLDER = new URL('../../src/catalog/readers/table/samples/', import.meta.url)
const sample = (name: string): Promise<Reading> => reader.read({ bytes: readFileSync(new URL(name, FOLDER)), name })
const csv = (text: string): Promise<Reading> => reader.read({ bytes: new TextEncoder().encode(text), name: 'workers.csv' })
const values = (reading: Reading, property: Property, about?: string): unknown[] =>
  reading.statements.filter((s) => s.property === property && (about === undefined || s.about === about)).map((s) => s.value)
const noted = (reading: Reading, kind: string): string => reading.notes.flatMap((n) => (n.kind === kind ? [n.says] : [])).join('\n')

describe('a table of workers', () => {
  it('is known by its columns, and is no application', async () => {
    const reading = await sample('workers.csv')
    expect(reading.role).toBe('other')
    expect(noted(reading, 'quality')).toContain('Read with the map "workers"')
    for (const s of reading.statements) expect(PROPERTIES[s.property].schema.safeParse(s.value).success, `${s.property} ${s.at}`).toBe(true)
  })

  it('makes one person of all rows with one id, each value at its own row', async () => {
    const reading = await sample('workers.csv')
    expect(reading.rows).toBe(3)
    expect(new Set(reading.statements.map((s) => s.about))).toEqual(new Set(['row:1', 'row:3']))
    expect(values(reading, 'person-name')).toEqual([{ full: 'Ada Example' }, { full: 'Bo Sample' }])
    expect(values(reading, 'laptop-network', 'row:1')).toEqual([
      { device: 'LT-100', ip: '192.0.2.60', bssid: '02-00-5E-10-00-01', at: '2026-02-05T00:00:00.000Z' },
      { device: 'LT-100', ip: '192.0.2.60', at: '2026-02-06T00:00:00.000Z' },
    ])
    expect(reading.statements.filter((s) => s.property === 'laptop-network').map((s) => s.at)).toEqual([
      'row=1&column=Laptop IP',
      'row=2&column=Laptop IP',
    ])
  })

  it('tells where somebody lives from where something was sent', async () => {
    const reading = await sample('workers.csv')
    expect(values(reading, 'postal-address')).toEqual(['12 Sample Street, Unit 3, Testville 00501'])
    expect(values(reading, 'shipment', 'row:1')).toEqual([{ address: '12 Sample St #3, Testville 00501', at: '2026-02-03T00:00:00.000Z' }])
  })

  it('reads no sign-ins and devices of whom nobody told of it, and says so', async () => {
    const reading = await sample('workers.csv')
    expect(values(reading, 'mfa-enrolment')).toEqual([{ device: 'key-17', at: '2026-02-04T09:00:00.000Z' }])
    const dropped = reading.notes.find((n) => n.kind === 'dropped-field' && n.says.includes('Monitoring notice'))
    expect(dropped?.count).toBe(1)
    expect(JSON.stringify(reading.statements)).not.toContain('192.0.2.61')
  })

  it.each(['no', 'No', 'pending', ''])('takes "%s" for no notice', async (notice) => {
    const reading = await csv(`Employee ID,Email,Monitoring notice,MFA device\nE-1,ada@example.com,${notice},key-1\n`)
    expect(values(reading, 'mfa-enrolment')).toEqual([])
  })

  it('leaves an account out that cannot be told from others, and keeps a damaged one', async () => {
    const reading = await csv(
      'Employee ID,Email,Bank account,Bank code\nE-1,ada@example.com,****1234,\nE-2,bo@example.org,00123456,\nE-3,cy@example.net,GB34 BUKB 2020 1555 5555 55,\n',
    )
    expect(values(reading, 'bank-account')).toEqual([{ number: 'GB34 BUKB 2020 1555 5555 55' }])
    expect(noted(reading, 'skipped')).toMatch(/Row 1, column "Bank account": the account cannot be told/)
    expect(noted(reading, 'skipped')).toMatch(/Row 3, column "Bank account": the check digits/)
  })

  it('drops protected columns unread', async () => {
    expect(noted(await sample('workers.csv'), 'dropped-field')).toContain('The column "Nationality"')
  })

  it('wants to know who the workers are', async () => {
    await expect(csv('Employee ID,Shipping address\nE-1,"12 Sample Street, Testville 00501"\n')).rejects.toMatchObject({
      code: 'unreadable',
    })
  })
})

describe('a table of payouts', () => {
  it('gives each payment its payer, its account or wallet and its day', async () => {
    const reading = await sample('payouts.csv')
    expect(noted(reading, 'quality')).toContain('Read with the map "payouts"')
    const account = { number: '00123456', bank: '20-20-15' }
    expect(values(reading, 'payout', 'row:1')).toEqual([
      { payer: 'Northwind Example Ltd', account, at: '2026-02-28T00:00:00.000Z' },
      { payer: 'Northwind Example Ltd', account, at: '2026-03-31T00:00:00.000Z' },
    ])
    expect(values(reading, 'payout', 'row:3')).toMatchObject([
      { wallet: { chain: 'ethereum', address: '0x52908400098527886e0f7030069857d2e4169ee7' } },
    ])
    expect(values(reading, 'payout', 'row:4')).toMatchObject([{ wallet: { chain: 'xrp', memo: '7701' } }])
  })

  it('reads what the company traced, and the company that is paid', async () => {
    const reading = await sample('payouts.csv')
    expect(values(reading, 'deposit-address')).toMatchObject([{ chain: 'ethereum', exchange: 'Sample Exchange' }])
    expect(values(reading, 'payee-company')).toEqual([
      {
        number: 'C-1001',
        registry: 'Sample Register',
        address: '900 Registry Road, Suite 4, Testville 00501',
        formed: '2025-12',
        at: '2026-02-28T00:00:00.000Z',
      },
    ])
  })

  it('keeps a wallet whose checksum does not hold as written', async () => {
    const wrong = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed'
    const reading = await csv(`Payee ID,Payee email,Payer,Paid on,Wallet\nP-1,ada@example.com,Northwind Example,2026-02-28,${wrong}\n`)
    expect(values(reading, 'payout')).toMatchObject([{ wallet: { chain: 'ethereum', address: wrong } }])
    expect(noted(reading, 'skipped')).toMatch(/column "Wallet": the checksum/)
  })
})

describe('a table of platform accounts', () => {
  it('gives accounts, sign-ins, ratings and where they are paid to', async () => {
    const reading = await sample('platform-accounts.csv')
    expect(noted(reading, 'quality')).toContain('Read with the map "platform-accounts"')
    expect(values(reading, 'platform-account')).toHaveLength(3)
    expect(values(reading, 'rating')).toEqual([{ service: 'Sample Market', by: 'client-9', at: '2026-02-10T00:00:00.000Z' }])
    expect(values(reading, 'bank-account', 'row:1')).toEqual([{ number: 'pay@example.net', service: 'PayPal' }])
    // The third holder has not had the notice.
    expect(values(reading, 'sign-in')).toHaveLength(2)
    expect(values(reading, 'sign-in')[0]).toEqual({ account: 'dev-1', ip: '192.0.2.40', device: 'd-77', at: '2026-02-03T09:00:00.000Z' })
  })
})

it('a table of applicants is read as before', async () => {
  const reading = await sample('plain.csv')
  expect(reading.role).toBe('application')
  expect(noted(reading, 'quality')).toContain('Read with the map "plain"')
})
