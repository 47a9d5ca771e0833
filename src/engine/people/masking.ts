import type { Property } from '../../model/vocabulary.ts'
import type { AnyStatement } from '../../model/statement.ts'
import type { Dossier } from '../dossier.ts'
import type { Caller } from './caller.ts'

/**
 * What is masked until somebody asks for it, with a reason, group by group, because who needs the telephone number does not
 * need the bank account. Birth dates have no property and cannot be stated here at all.
 */
export const MASKED = {
  contact: 'e-mail addresses, telephone numbers and messengers',
  address: 'postal addresses',
  payout: 'bank accounts and wallets',
  papers: 'numbers of certificates and registers',
} as const
export type MaskGroup = keyof typeof MASKED
export const MASK_GROUPS = Object.keys(MASKED) as readonly MaskGroup[]

/** How a text is shown in part. */
type Mask = (text: string) => string
const DOT = '•'
/** The last characters tell two apart; nothing in front, where a country or a bank would stand. */
const lastOf =
  (shown: number): Mask =>
  (text) =>
    DOT.repeat(6) + (text.length > 2 * shown ? text.slice(-shown) : '')
/** The domain stays: findings speak of it, and it names nobody. */
const email: Mask = (text) => {
  const at = text.lastIndexOf('@')
  return at < 1 ? DOT.repeat(6) : `${text.slice(0, 1)}${DOT.repeat(5)}${text.slice(at)}`
}
const phone = lastOf(2)
const account = lastOf(4)
const all: Mask = () => DOT.repeat(6)

/** Texts of a value: where they stand (`*` for the value itself, `a.b` inside), the group, how they are masked. */
type Rules = Readonly<Record<string, readonly [MaskGroup, Mask]>>
const RULES: Partial<Record<Property, Rules>> = {
  email: { '*': ['contact', email] },
  phone: { '*': ['contact', phone] },
  messenger: { handle: ['contact', all] },
  referee: { email: ['contact', email], phone: ['contact', phone] },
  account: { email: ['contact', email] },
  commit: { authorEmail: ['contact', email] },
  mail: { from: ['contact', email], returnPath: ['contact', email], replyTo: ['contact', email] },
  'interview-session': { joinedWithEmail: ['contact', email] },
  'seen-on-shared-screen': { value: ['contact', all] },
  'mfa-enrolment': { phone: ['contact', phone] },
  'postal-address': { '*': ['address', all] },
  shipment: { address: ['address', all] },
  wallet: { address: ['payout', account], memo: ['payout', all] },
  'bank-account': { number: ['payout', account] },
  payout: { 'account.number': ['payout', account], 'wallet.address': ['payout', account], 'wallet.memo': ['payout', all] },
  'deposit-address': { address: ['payout', account], memo: ['payout', all] },
  certificate: { number: ['papers', account] },
  'payee-company': { number: ['papers', account], address: ['address', all] },
}

/** Whoever writes to candidates sees how to reach them. */
export function seesUnasked(caller: Pick<Caller, 'may'>): ReadonlySet<MaskGroup> {
  return new Set(caller.may.has('ask:send') ? (['contact'] as const) : [])
}

interface Hidden {
  readonly plain: string
  readonly masked: string
}

/** A statement as it may be seen by somebody who sees these groups, and the texts that were taken out of it. */
export function maskStatement(
  statement: AnyStatement,
  sees: ReadonlySet<MaskGroup>,
): { readonly statement: AnyStatement; readonly hidden: readonly Hidden[] } {
  const hidden: Hidden[] = []
  let value: unknown = statement.value
  for (const [path, [group, mask]] of Object.entries(RULES[statement.property] ?? {})) {
    if (sees.has(group)) continue
    value = changedAt(value, path === '*' ? [] : path.split('.'), (plain) => {
      const masked = mask(plain)
      hidden.push({ plain, masked })
      return masked
    })
  }
  if (hidden.length === 0) return { statement, hidden }
  const { original, ...rest } = statement
  // The spelling in the document may be any of them in any form.
  if (original !== undefined) hidden.push({ plain: original, masked: DOT.repeat(6) })
  return { statement: { ...rest, value } as AnyStatement, hidden }
}

function changedAt(value: unknown, path: readonly string[], change: (plain: string) => string): unknown {
  const [field, ...deeper] = path
  if (field === undefined) return typeof value === 'string' && value !== '' ? change(value) : value
  if (typeof value !== 'object' || value === null || !(field in value)) return value
  const inner = (value as Readonly<Record<string, unknown>>)[field]
  return { ...value, [field]: changedAt(inner, deeper, change) }
}

/** Shorter ones are parts of words; a masked value of so few characters hides nothing anyway. */
const LEAST_QUOTED = 4

/** A sentence that may quote what is masked. */
function maskText(text: string, hidden: readonly Hidden[]): string {
  let rest = text
  for (const { plain, masked } of hidden) if (plain.length >= LEAST_QUOTED) rest = rest.replaceAll(plain, masked)
  return rest
}

/** The dossier as it may be seen: values, spellings, and what findings quote of them. Files are another matter: they show everything. */
export function maskDossier(dossier: Dossier, sees: ReadonlySet<MaskGroup>): Dossier {
  const own = dossier.statements.map((statement) => maskStatement(statement, sees))
  const evidence = dossier.findings.map((f) => f.evidence.map((e) => ({ ...e, ...maskStatement(e.statement, sees) })))
  // Longest first, so that no part of a longer one is left standing.
  const hidden = [...own, ...evidence.flat()].flatMap((m) => m.hidden).toSorted((a, b) => b.plain.length - a.plain.length)
  return {
    ...dossier,
    statements: own.map((m) => m.statement),
    findings: dossier.findings.map((explained, i) => ({
      ...explained,
      finding: { ...explained.finding, says: maskText(explained.finding.says, hidden) },
      evidence: (evidence[i] ?? []).map(({ hidden: _, ...e }) => e),
    })),
  }
}
