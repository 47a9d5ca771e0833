import { describe, expect, test } from 'vitest'
import type { Dossier } from '../../../src/engine/dossier.ts'
import { MASK_GROUPS, maskDossier, maskStatement, seesUnasked } from '../../../src/engine/people/masking.ts'
import { permissionsOf, ROLES, type RoleName } from '../../../src/model/access.ts'
import type { AnyStatement } from '../../../src/model/statement.ts'
import { aFinding, aPersona, aPhone } from '../../support/rows.ts'

const said = (property: string, value: unknown, original?: string): AnyStatement =>
  ({ ...aPhone('s', 'p-1'), property, value, ...(original === undefined ? {} : { original }) }) as AnyStatement
const masked = (property: string, value: unknown, ...sees: readonly (typeof MASK_GROUPS)[number][]): unknown =>
  maskStatement(said(property, value), new Set(sees)).statement.value

describe('masked fields', () => {
  test.each([
    ['email', 'ada@example.com', 'a•••••@example.com'],
    ['phone', '+12025550101', '••••••01'],
    ['messenger', { service: 'telegram', handle: 'ada' }, { service: 'telegram', handle: '••••••' }],
    ['referee', { email: 'boss@example.com', organisation: 'Halyard' }, { email: 'b•••••@example.com', organisation: 'Halyard' }],
    ['postal-address', '1 Example Street', '••••••'],
    ['wallet', { chain: 'bitcoin', address: 'bc1qexampleexample1234' }, { chain: 'bitcoin', address: '••••••1234' }],
    ['bank-account', { number: 'DE02120300000000202051', bank: 'X' }, { number: '••••••2051', bank: 'X' }],
    [
      'payout',
      { account: { number: 'DE02120300000000202051' }, payer: 'Halyard' },
      { account: { number: '••••••2051' }, payer: 'Halyard' },
    ],
    ['certificate', { name: 'Cloud', number: 'AB-123456' }, { name: 'Cloud', number: '••••••3456' }],
    ['certificate', { name: 'Cloud', number: '1234' }, { name: 'Cloud', number: '••••••' }],
    [
      'seen-on-shared-screen',
      { session: '1', kind: 'email', value: 'x@example.com', recordedBy: 'i' },
      { session: '1', kind: 'email', value: '••••••', recordedBy: 'i' },
    ],
  ])('%s', (property, value, shown) => {
    expect(masked(property, value)).toEqual(shown)
    expect(masked(property, value, ...MASK_GROUPS)).toEqual(value)
  })

  test('seeing one group shows no other', () => {
    expect(masked('email', 'ada@example.com', 'payout', 'papers', 'address')).toBe('a•••••@example.com')
    expect(masked('bank-account', { number: 'DE02120300000000202051' }, 'contact')).toEqual({ number: '••••••2051' })
  })

  test('what nobody masks comes through as it is', () => {
    const job = said('job', { employer: 'Halyard', title: 'Engineer' }, 'Halyard, Engineer')
    expect(maskStatement(job, new Set()).statement).toBe(job)
  })

  test('only those who write to candidates see how to reach them unasked, and nobody sees anything else', () => {
    const sees = Object.fromEntries(
      (Object.keys(ROLES) as RoleName[]).map((role) => [role, [...seesUnasked({ may: permissionsOf([role]) })].join()]),
    )
    expect(sees).toEqual({
      recruiter: 'contact',
      verifier: 'contact',
      investigator: 'contact',
      compliance: '',
      responder: '',
      approver: '',
      auditor: '',
      'sanctions-auditor': '',
      'tenant-admin': '',
      sysadmin: '',
    })
  })

  test('no spelling of a masked value is left anywhere in a dossier', () => {
    const phone = { ...aPhone('s-1', 'p-1'), original: '(202) 555-0101' }
    const mail = { ...said('email', 'ada@example.com'), id: 's-2' }
    const theirs = { ...aPhone('s-3', 'p-2', '+12025550199') }
    const dossier: Dossier = {
      persona: aPersona('p-1'),
      name: 'Ada',
      assessment: undefined,
      findings: [
        {
          finding: { ...aFinding('f', 'p-1', ['s-1']), says: 'The number +12025550101, written (202) 555-0101, is near +12025550199.' },
          card: undefined,
          evidence: [
            { statement: phone, artifact: undefined, own: true },
            { statement: theirs, artifact: undefined, own: false },
          ],
        },
      ],
      submissions: [],
      statements: [phone, mail],
      standing: { status: 'open', decided: undefined },
      news: new Set(),
    }
    const text = JSON.stringify(maskDossier(dossier, new Set()))
    expect(text).not.toMatch(/5550101|555-0101|5550199|ada@/)
    expect(text).toContain('The number ••••••01, written ••••••, is near ••••••99.')
    expect(JSON.stringify(maskDossier(dossier, new Set(['contact'])))).toBe(JSON.stringify(dossier))
  })
})
