import { z } from 'zod'

/**
 * A party on a published list (sanctions, designations, a company's own list), as its publisher writes it. Lives in the sanctions
 * room alone: nothing here reaches a detector or a hiring screen.
 */

export const PARTY_TYPES = ['person', 'organisation', 'vessel', 'aircraft', 'unknown'] as const
export type PartyType = (typeof PARTY_TYPES)[number]

const short = z.string().min(1).max(2_000)
/** `2019`, `2019-04` or `2019-04-13`. */
const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
const day = z.iso.date()

const listedName = z.strictObject({
  /** As published, in whatever script; family name first and a comma where the publisher writes so. */
  full: short,
  kind: z.enum(['primary', 'alias', 'former']),
  /** *weak*: a nickname or a name so common that the publisher itself calls it low quality. */
  quality: z.enum(['strong', 'weak']),
})
export type ListedName = z.infer<typeof listedName>

/** A birth date, or between two of them; `about` where the publisher says circa. */
const listedBirth = z.strictObject({ from: partialDate, to: partialDate.optional(), about: z.boolean().optional() })
export type ListedBirth = z.infer<typeof listedBirth>

export const LISTED_IDENTIFIERS = [
  'passport',
  'national-id',
  'tax',
  'registration',
  'lei',
  'swift',
  'imo',
  'mmsi',
  'call-sign',
  'tail-number',
  'account',
  'phone',
  'email',
  'website',
  'handle',
  'other',
] as const
const listedIdentifier = z.strictObject({
  kind: z.enum(LISTED_IDENTIFIERS),
  /** As published. */
  value: short,
  /** Country or body that issued it. */
  issuer: short.optional(),
  /** What the publisher calls it, where `kind` says less. */
  label: short.optional(),
})
export type ListedIdentifier = z.infer<typeof listedIdentifier>

/**
 * `currency` as the publisher writes it: `XBT`, `ETH`, `USDT`. It may name a token and not a chain. `since`: day from which the publisher
 * lists the address, where it came later than the entry.
 */
const listedWallet = z.strictObject({ address: short, currency: short.optional(), since: day.optional() })
export type ListedWallet = z.infer<typeof listedWallet>

/** Another party that this one is tied to. `share`: per cent that `party` owns of this one, where the publisher says so. */
const listedTie = z.strictObject({
  kind: z.enum(['owned-by', 'owns', 'controlled-by', 'linked-to', 'acts-for', 'family']),
  /** Id on the same list where the publisher gives one, else the name. */
  party: short,
  by: z.enum(['id', 'name']),
  share: z.number().min(0).max(100).optional(),
})

export const listedParty = z.strictObject({
  /** Of the publisher, stable between versions of the list. */
  id: z.string().min(1).max(200),
  type: z.enum(PARTY_TYPES),
  /** The primary name first. */
  names: z.array(listedName).min(1),
  programmes: z.array(short),
  births: z.array(listedBirth),
  birthPlaces: z.array(short),
  /** Compared only inside the adjudication form, and only with what the form says. */
  nationalities: z.array(short),
  identifiers: z.array(listedIdentifier),
  addresses: z.array(short),
  wallets: z.array(listedWallet),
  ties: z.array(listedTie),
  /** Day from which the publisher lists it; absent where the publisher does not say. */
  listed: day.optional(),
  /** Day from which it is listed no more, where the publisher keeps such entries. */
  delisted: day.optional(),
  /** What the publisher adds in free words. */
  remarks: z.string().max(100_000).optional(),
  /** Where in which file: `sdn.csv line 36`, `INDIVIDUAL 6907993`. */
  at: short,
})
export type ListedParty = z.infer<typeof listedParty>
