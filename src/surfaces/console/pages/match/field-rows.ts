import { rooms } from '../../texts/index.ts'
import type { Match, Sides } from './match.ts'

type Compared = Match['hit']['comparisons'][number]

/** A field of both sides, and what was compared in it. */
export interface FieldRow {
  readonly field: string
  readonly mine: readonly string[]
  readonly listed: readonly string[]
  readonly compared: readonly Compared[]
  /** Said where nothing was compared. */
  readonly otherwise: string | undefined
}

const words = rooms.match
const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' ')

/** Only fields that either side has; those that only lists have say so. */
export function fieldRows({ subject, entry }: Sides, { comparisons, type, names, programmes }: Match['hit']): readonly FieldRow[] {
  const row = (
    field: keyof typeof words.field,
    mine: readonly string[],
    listed: readonly string[],
    about?: Compared['about'],
  ): FieldRow[] => {
    if (mine.length + listed.length === 0) return []
    const compared = comparisons.filter((one) => one.about === about)
    const otherwise = compared.length > 0 ? undefined : openIn(field, mine, listed)
    return [{ field: words.field[field], mine, listed, compared, otherwise }]
  }
  const listedNames = entry?.names.map(({ full, kind, quality }) =>
    joined(full, kind === 'primary' ? '' : `(${kind}${quality === 'weak' ? ', weak' : ''})`),
  )
  return [
    ...row('type', [rooms.party[subject.type]], [rooms.party[entry?.type ?? type]], 'type'),
    ...row('names', subject.names, listedNames ?? [...new Set(namesIn(names))]),
    ...row(
      'births',
      subject.births,
      entry?.births.map(({ from, to, about }) => joined(about ? 'about' : '', from, to === undefined ? '' : `– ${to}`)) ?? [],
      'birth',
    ),
    ...row(
      'identifiers',
      subject.identifiers.map(({ kind, value, issuer }) => joined(kind, value, issuer)),
      entry?.identifiers.map(({ kind, value, issuer, label }) => joined(label ?? kind, value, issuer)) ?? [],
      'identifier',
    ),
    ...row(
      'wallets',
      subject.wallets.map(({ address, currency }) => joined(currency, address)),
      entry?.wallets.map(({ address, currency }) => joined(currency, address)) ?? [],
      'wallet',
    ),
    ...row('addresses', subject.addresses, entry?.addresses ?? [], 'address'),
    ...row('birthPlaces', [], entry?.birthPlaces ?? []),
    ...row('nationalities', [], entry?.nationalities ?? []),
    ...row('programmes', [], programmes),
    ...row(
      'ties',
      [],
      entry?.ties.map(({ kind, party, share }) => joined(kind.replaceAll('-', ' '), party, share === undefined ? '' : `(${share} %)`)) ??
        [],
    ),
    ...row('listed', [], entry?.listed === undefined ? [] : [entry.listed]),
    ...row('delisted', [], entry?.delisted === undefined ? [] : [entry.delisted]),
    ...row('remarks', [], entry?.remarks === undefined ? [] : [entry.remarks]),
  ]
}

/** The form alone compares it, and what our side's is stands nowhere. */
function openIn(field: string, mine: readonly string[], listed: readonly string[]): string | undefined {
  if (field === 'nationalities') return words.notKept
  if (['programmes', 'ties', 'listed', 'delisted', 'remarks', 'names', 'type'].includes(field)) return undefined
  return mine.length === 0 ? words.openHere : listed.length === 0 ? words.onlyHere : undefined
}

/** The hit keeps its listed names as records; where the entry itself is gone they are what is left. */
const namesIn = (names: unknown): readonly string[] =>
  Array.isArray(names) ? names.flatMap((one: { readonly full?: unknown }) => (typeof one.full === 'string' ? [one.full] : [])) : []
