import { walletKey } from '../../compute/keys/wallet.ts'
import type { ListedIdentifier, ListedName, ListedParty, PartyType } from '../../model/listed-party.ts'
import { birthsOf } from './dates.ts'
import { blankParty } from './parties.ts'
import { said } from './said.ts'

/** The checksum decides; forms without one are not looked for in free words. */
const MAY_BE_WALLET = /(?<![\p{L}\p{N}])[0-9A-Za-z]{25,90}(?![\p{L}\p{N}])/gu

/** An entry that is being read: what is empty is not taken, whatever a publisher leaves empty. `Parties` takes out what stands twice. */
export class PartyDraft {
  readonly #party: ListedParty

  constructor(id: string, type: PartyType, at: string) {
    this.#party = blankParty(id, type, at)
  }

  name(written: string | undefined, kind: ListedName['kind'], quality: ListedName['quality'] = 'strong'): this {
    const full = said(written)
    if (full !== undefined) this.#party.names.push({ full, kind, quality })
    return this
  }

  text(field: 'programmes' | 'birthPlaces' | 'nationalities' | 'addresses', written: string | undefined): this {
    const value = said(written)
    if (value !== undefined) this.#party[field].push(value)
    return this
  }

  birth(birth: ListedParty['births'][number] | undefined): this {
    if (birth !== undefined) this.#party.births.push(birth)
    return this
  }

  /** A date of birth as written; what cannot be read as one is kept among the remarks, since a person still can. */
  born(written: string | undefined): this {
    const text = said(written)
    if (text === undefined) return this
    const births = birthsOf(text)
    for (const birth of births) this.birth(birth)
    return births.length === 0 ? this.remark(`Born: ${text}`) : this
  }

  identifier(
    kind: ListedIdentifier['kind'],
    written: string | undefined,
    more: { issuer?: string | undefined; label?: string | undefined } = {},
  ): this {
    const [value, issuer, label] = [said(written), said(more.issuer), said(more.label)]
    if (value !== undefined)
      this.#party.identifiers.push({ kind, value, ...(issuer !== undefined && { issuer }), ...(label !== undefined && { label }) })
    return this
  }

  wallet(written: string | undefined, unit?: string, since?: string): this {
    const [address, currency] = [said(written), said(unit)]
    if (address !== undefined)
      this.#party.wallets.push({ address, ...(currency !== undefined && { currency }), ...(since !== undefined && { since }) })
    return this
  }

  /** A party that is tied to itself says nothing: narratives cite their own entry. */
  tie(tie: ListedParty['ties'][number]): this {
    const party = said(tie.party)
    if (party !== undefined && party !== this.#party.id) this.#party.ties.push({ ...tie, party })
    return this
  }

  /** The earliest day counts: an amendment does not list anew. */
  listed(day: string | undefined): this {
    if (day !== undefined && (this.#party.listed === undefined || day < this.#party.listed)) this.#party.listed = day
    return this
  }

  delisted(day: string | undefined): this {
    if (day !== undefined) this.#party.delisted = day
    return this
  }

  /** A line of free words, each once. Publishers without a field for wallets write them here. */
  remark(written: string | undefined): this {
    const text = said(written)
    const lines = this.#party.remarks?.split('\n') ?? []
    if (text === undefined || lines.includes(text)) return this
    this.#party.remarks = [...lines, text].join('\n')
    for (const [address] of text.matchAll(MAY_BE_WALLET)) if (walletKey(address)?.sound === 'valid') this.wallet(address)
    return this
  }

  done(): ListedParty {
    return { ...this.#party, names: primaryFirst(this.#party.names) }
  }
}

/** The draft with this id, begun where there is none: for lists that spread an entry over many rows. */
export function draftOf(drafts: Map<string, PartyDraft>, id: string, begin: () => PartyDraft): PartyDraft {
  const draft = drafts.get(id) ?? begin()
  drafts.set(id, draft)
  return draft
}

/** One primary name, first. Where the publisher marks none, the first strong one serves; where it marks several, the others are aliases. */
function primaryFirst(names: readonly ListedName[]): ListedName[] {
  const first = names.find((name) => name.kind === 'primary') ?? names.find((name) => name.quality === 'strong') ?? names[0]
  if (first === undefined) return []
  const others = names.filter((name) => name.full !== first.full)
  return [{ ...first, kind: 'primary' }, ...others.map((name) => (name.kind === 'primary' ? { ...name, kind: 'alias' as const } : name))]
}
