import { z } from 'zod'

/**
 * The vocabulary: every property a statement may have, with the shape of its value and the class that says who may read it.
 *
 * - `open`: a view may read it, so a detector may rest on it.
 * - `identity`: names. Only identity resolution (`engine/identity.ts`) and list screening read these; a view that
 *   names one does not compile.
 * - `bystander`: other people's accounts around this one. Kept because it is in the file, weight 0, read by nothing.
 * - `note`: what an interviewer observed in free words. Shown to people, read by no detector.
 *
 * Nationality, citizenship, birthplace, birth date, ethnicity, religion, native language, accent, gender, age, marital
 * status, disability, visa status, face and voice have no property at all: they cannot be stated here.
 */

/** Year, or year and month: `2019`, `2019-04`. Honest documents rarely know the day. */
const yearMonth = z.string().regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/)
export type YearMonth = string
/** End of a period: a month, or still going on. */
const periodEnd = z.union([yearMonth, z.literal('present')])
const instant = z.iso.datetime()
const text = z.string().min(1).max(20_000)
const short = z.string().min(1).max(500)
const hex = (n: number) => z.string().regex(new RegExp(`^[0-9a-f]{${n}}$`))

export const job = z.strictObject({
  employer: short,
  title: short.optional(),
  from: yearMonth.optional(),
  to: periodEnd.optional(),
  /** Part time, contract, freelance or advisory: may run beside another one without contradiction. */
  beside: z.boolean().optional(),
})
export type Job = z.infer<typeof job>

/** `memo`: the tag by which an exchange tells its customers on one address apart (XRP, Stellar). */
const wallet = z.strictObject({ chain: short, address: short, memo: short.optional() })
/** An IBAN, a number with its bank's code, or a customer's id at a payment service. Who holds it is not recorded. */
const bankAccount = z.strictObject({ number: short, bank: short.optional(), service: short.optional() })
const phone = z.string().regex(/^\+[1-9]\d{5,14}$/)

const education = z.strictObject({
  school: short,
  degree: short.optional(),
  field: short.optional(),
  from: yearMonth.optional(),
  to: periodEnd.optional(),
})

/** What an outside party, asked by us, confirmed or denied. Recorded by a named person; never scraped. */
export const CHECK_KINDS = [
  'employment',
  'education',
  'degree-programme',
  'certificate',
  'reference',
  'identity-owner',
  'met-in-person',
  'organisation-exists',
] as const

export const PROPERTIES = {
  // Contact
  email: { class: 'open', schema: z.email().max(320) },
  phone: { class: 'open', schema: phone },
  link: {
    class: 'open',
    schema: z.strictObject({
      url: z.string().max(2000),
      host: short,
      service: z.enum(['github', 'gitlab', 'linkedin', 'stackoverflow', 'portfolio', 'other']),
      handle: short.optional(),
    }),
  },
  messenger: {
    class: 'open',
    schema: z.strictObject({ service: z.enum(['telegram', 'discord', 'skype', 'whatsapp', 'signal', 'wechat', 'other']), handle: short }),
  },
  wallet: { class: 'open', schema: wallet },
  'bank-account': { class: 'open', schema: bankAccount },
  'postal-address': { class: 'open', schema: short },
  /** A place the candidate names. Shown as evidence, compared only with another place of the same scope, never weighed. */
  place: { class: 'open', schema: z.strictObject({ text: short, scope: z.enum(['residence', 'job', 'education']) }) },

  // Career
  job: { class: 'open', schema: job },
  education: { class: 'open', schema: education },
  skill: {
    class: 'open',
    schema: z.strictObject({
      name: short,
      years: z.number().min(0).max(80).optional(),
      from: yearMonth.optional(),
      to: periodEnd.optional(),
    }),
  },
  certificate: {
    class: 'open',
    schema: z.strictObject({ name: short, issuer: short.optional(), number: short.optional(), date: yearMonth.optional() }),
  },
  /** One paragraph, bullet or line of prose, in reading order, with the person's own names and contacts replaced by `_`. */
  passage: { class: 'open', schema: z.strictObject({ text, kind: z.enum(['summary', 'bullet', 'paragraph', 'line', 'heading']) }) },

  // Document
  'document-metadata': {
    class: 'open',
    schema: z.strictObject({
      format: z.enum(['pdf', 'docx', 'text', 'markdown', 'json-resume', 'image', 'mail']),
      producer: short.optional(),
      creator: short.optional(),
      template: short.optional(),
      created: instant.optional(),
      modified: instant.optional(),
      documentId: short.optional(),
      instanceId: short.optional(),
      revisionIds: z.array(short).max(2000).optional(),
      fonts: z.array(short).max(200).optional(),
      pages: z.int().min(0).optional(),
      words: z.int().min(0).optional(),
    }),
  },
  /** Author fields of a document, as a keyed digest: equality can be seen, the name cannot. The name itself is `document-author`. */
  'document-author-digest': { class: 'open', schema: z.strictObject({ digest: hex(32), field: z.enum(['author', 'last-modified-by']) }) },
  'hidden-text': {
    class: 'open',
    schema: z.strictObject({
      text,
      how: z.enum(['render-mode-3', 'same-colour', 'tiny', 'off-page', 'zero-width', 'tag-characters', 'vanish']),
      characters: z.int().min(1),
    }),
  },
  'no-text-layer': { class: 'open', schema: z.strictObject({ pages: z.int().min(1) }) },
  'active-content': {
    class: 'open',
    schema: z.strictObject({ kind: z.enum(['javascript', 'attachment', 'launch', 'macro', 'external-template']), name: short.optional() }),
  },
  /** 64-bit DCT hash of a picture and of its mirror image, 16 hexadecimal digits each; the file's SHA-256 beside. */
  'image-hash': {
    class: 'open',
    schema: z.strictObject({
      dct: hex(16),
      mirror: hex(16),
      sha256: hex(64),
      width: z.int().min(1),
      height: z.int().min(1),
      role: z.enum(['photo', 'avatar', 'embedded', 'scan']),
    }),
  },
  'image-metadata': {
    class: 'open',
    schema: z.strictObject({ software: short.optional(), camera: short.optional(), taken: instant.optional() }),
  },

  // Mail
  mail: {
    class: 'open',
    schema: z.strictObject({
      from: short,
      date: instant.optional(),
      offsetMinutes: z.int().optional(),
      messageId: short.optional(),
      returnPath: short.optional(),
      replyTo: short.optional(),
    }),
  },
  'received-hop': {
    class: 'open',
    schema: z.strictObject({ by: short.optional(), from: short.optional(), ip: short.optional(), at: instant.optional() }),
  },

  // Code
  account: {
    class: 'open',
    schema: z.strictObject({
      service: z.enum(['github']),
      login: short,
      id: z.int(),
      created: instant,
      publicRepos: z.int().optional(),
      email: z.string().optional(),
      blog: z.string().optional(),
    }),
  },
  repository: {
    class: 'open',
    schema: z.strictObject({
      name: short,
      fork: z.boolean(),
      own: z.boolean(),
      created: instant.optional(),
      pushed: instant.optional(),
      stars: z.int().optional(),
      size: z.int().optional(),
      language: z.string().optional(),
    }),
  },
  commit: {
    class: 'open',
    schema: z.strictObject({
      repository: short,
      own: z.boolean(),
      fork: z.boolean().optional(),
      sha: short,
      tree: short.optional(),
      /** Who the author field names: a claim that anybody can type. E-mail as written; name as a digest. */
      authorEmail: z.string().max(500).optional(),
      authorDigest: hex(32).optional(),
      /** The platform says that this account authored it (login resolved), or that the signature verifies. */
      byAccount: z.boolean().optional(),
      verified: z.boolean().optional(),
      authored: instant,
      committed: instant.optional(),
      offsetMinutes: z.int().optional(),
      /** Digest of the message, for comparing histories without keeping them. */
      messageDigest: hex(32).optional(),
      parents: z.int().min(0).optional(),
    }),
  },
  'account-event': { class: 'open', schema: z.strictObject({ type: short, at: instant, repository: short.optional() }) },
  'account-neighbour': {
    class: 'bystander',
    schema: z.strictObject({ login: short, relation: z.enum(['follower', 'following', 'organisation']) }),
  },

  // Application
  application: {
    class: 'open',
    schema: z.strictObject({ role: short.optional(), requisition: short.optional(), at: instant.optional(), through: short.optional() }),
  },
  device: {
    class: 'open',
    schema: z.strictObject({ id: short, kind: z.enum(['cookie', 'fingerprint', 'other']), at: instant.optional() }),
  },
  'network-address': { class: 'open', schema: z.strictObject({ ip: short, at: instant.optional() }) },
  referee: {
    class: 'open',
    schema: z.strictObject({
      email: z.email().optional(),
      phone: z.string().optional(),
      organisation: short.optional(),
      relation: short.optional(),
    }),
  },

  // Onboarding and sign-in: the company's own records of its workers. Only with notice to them.
  /** Equipment sent to the person. */
  shipment: { class: 'open', schema: z.strictObject({ address: short, at: instant.optional(), item: short.optional() }) },
  /** A second factor that was set up for the person: an authenticator or security key, or the number that codes go to. */
  'mfa-enrolment': {
    class: 'open',
    schema: z
      .strictObject({ device: short.optional(), phone: phone.optional(), at: instant.optional() })
      .refine((v) => v.device !== undefined || v.phone !== undefined, 'a device or a phone'),
  },
  /** The network that the company's laptop of this person was on. `bssid`: hardware address of the wireless access point. */
  'laptop-network': {
    class: 'open',
    schema: z
      .strictObject({ device: short.optional(), ip: short.optional(), bssid: short.optional(), at: instant.optional() })
      .refine((v) => v.ip !== undefined || v.bssid !== undefined, 'an address or an access point'),
  },
  'sign-in': {
    class: 'open',
    schema: z.strictObject({ account: short.optional(), ip: short.optional(), device: short.optional(), at: instant.optional() }),
  },

  // Platforms: accounts of a marketplace for work
  'platform-account': { class: 'open', schema: z.strictObject({ service: short, id: short }) },
  /** A rating that this person's account received, and from which account. */
  rating: { class: 'open', schema: z.strictObject({ service: short, by: short, at: instant.optional() }) },

  // Payout
  /** One payment, with where it went. `payer`: the company that paid, as its own records call it. */
  payout: {
    class: 'open',
    schema: z
      .strictObject({ payer: short.optional(), account: bankAccount.optional(), wallet: wallet.optional(), at: instant.optional() })
      .refine((v) => v.account !== undefined || v.wallet !== undefined, 'an account or a wallet'),
  },
  /** Address at an exchange to which the person's wallet passed its pay on, as the company's own tracing says. */
  'deposit-address': { class: 'open', schema: wallet.extend({ exchange: short.optional(), at: instant.optional() }) },
  /** The company that is paid instead of the person. `agent`: who registered it or receives its post. */
  'payee-company': {
    class: 'open',
    schema: z.strictObject({
      number: short.optional(),
      registry: short.optional(),
      agent: short.optional(),
      address: short.optional(),
      formed: yearMonth.optional(),
      at: instant.optional(),
    }),
  },

  // Interview and checks
  'interview-session': {
    class: 'open',
    schema: z.strictObject({
      session: short,
      at: instant.optional(),
      interviewer: short,
      second: short.optional(),
      joinedWithEmail: z.email().optional(),
      accommodationAsked: z.boolean(),
    }),
  },
  /** One question of the sheet with the interviewer's finding of fact. `about` names what the question re-asks. */
  'interview-answer': {
    class: 'open',
    schema: z.strictObject({
      session: short,
      question: short,
      asks: text,
      about: z.enum(['job', 'education', 'project', 'skill', 'place', 'own-document', 'other']),
      said: text.optional(),
      agreement: z.enum(['matches', 'differs', 'not-known', 'not-asked']),
      /** What the candidate said, as a record, when it is about a job: compared with the other documents. */
      job: job.optional(),
      recordedBy: short,
      secondedBy: short.optional(),
    }),
  },
  'seen-on-shared-screen': {
    class: 'open',
    schema: z.strictObject({
      session: short,
      kind: z.enum(['email', 'account', 'document']),
      value: short,
      recordedBy: short,
      secondedBy: short.optional(),
    }),
  },
  check: {
    class: 'open',
    schema: z.strictObject({
      kind: z.enum(CHECK_KINDS),
      about: short,
      outcome: z.enum(['confirmed', 'contradicted', 'not-found', 'no-answer']),
      found: text.optional(),
      contact: z.enum(['independent', 'supplied-by-candidate']),
      at: instant.optional(),
      recordedBy: short,
    }),
  },
  'interview-observation': { class: 'note', schema: z.strictObject({ session: short, text, recordedBy: short }) },

  // Names: identity resolution and list screening only
  'person-name': { class: 'identity', schema: z.strictObject({ full: short }) },
  'document-author': { class: 'identity', schema: z.strictObject({ full: short, field: z.enum(['author', 'last-modified-by']) }) },
  'referee-name': { class: 'identity', schema: z.strictObject({ full: short }) },
  /** Answer of the identity channel about a document: is its author field the candidate? */
  authorship: {
    class: 'open',
    schema: z.strictObject({ author: z.enum(['candidate', 'somebody-else', 'software']), field: z.enum(['author', 'last-modified-by']) }),
  },
} as const satisfies Record<string, { class: 'open' | 'identity' | 'bystander' | 'note'; schema: z.ZodType }>

export type Property = keyof typeof PROPERTIES
export type ValueOf<P extends Property> = z.infer<(typeof PROPERTIES)[P]['schema']>
type OfClass<C> = { [P in Property]: (typeof PROPERTIES)[P]['class'] extends C ? P : never }[Property]
/** What a view, and so a detector, may read. */
export type OpenProperty = OfClass<'open'>

export function isProperty(name: string): name is Property {
  return Object.hasOwn(PROPERTIES, name)
}
