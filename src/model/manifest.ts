import { z } from 'zod'

/**
 * The list that goes with an export: what is in it, by SHA-256, who made it, for what, and a signature over all of it (R-082).
 * Written as canonical JSON (RFC 8785); its field names are those that evidence handling uses, so that others' programs know them.
 */
export const MANIFEST_FILE = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()
/** Free words and names as they came; control characters are the shower's to replace. */
const text = z.string().max(20_000)
const count = z.int().min(0)

const item = z.strictObject({
  /** Path below the folder of the export, `/` between names. It is its id, too: each stands once. */
  id: z.string().max(500),
  kind: z.enum(['file', 'statement', 'record', 'log']),
  title: text,
  original_filename: text.nullable(),
  /** When we received it; for what was made for this export, when that was. */
  collected_at_utc: instant,
  collected_by: text,
  method: z.enum(['copy', 'export']),
  size: count,
  sha256,
  media_type: text,
  /** Items or artifacts (by SHA-256) that it was made from. */
  derived_from: z.array(text),
  /** Personas it is about. */
  subject_refs: z.array(text),
  personal_data_class: z.enum(['applicant', 'none']),
  integrity_checks: z.array(z.strictObject({ at: instant, by: text, result: text })),
})

const custody = z.strictObject({
  seq: count,
  at_utc: instant,
  action: z.enum(['collected', 'sealed', 'copied', 'released']),
  from: text,
  to: text,
  reason: text,
  hash_after: sha256.nullable(),
})

/** Something of the cluster's that was left out, and why. */
const redaction = z.strictObject({ sha256, original_filename: text.nullable(), reason: text })

/** What kept the clock right when it was made, and by how much it was off; `null`: nobody on the machine could say. */
const clockSource = z.strictObject({ ntp: text.nullable(), offset_ms: z.number().nullable() })
export type ClockSource = z.infer<typeof clockSource>

export const manifestShape = z.strictObject({
  manifest_id: z.string().regex(/^m-[0-9a-f]{16}$/),
  schema_version: z.literal(1),
  tenant: text,
  case_id: text.nullable(),
  subject: z.strictObject({ kind: z.literal('cluster'), id: text, personas: z.array(text) }),
  created_at_utc: instant,
  clock_source: clockSource,
  purpose: text,
  legal_basis: text.nullable(),
  privilege_label: text.nullable(),
  tlp: text,
  pap: text.nullable(),
  prepared_by: z.strictObject({ user: text, role: text }),
  /** `null`: nobody but who prepared it has looked. */
  approved_by: z.strictObject({ user: text, role: text, at: instant }).nullable(),
  tool: z.strictObject({ name: text, version: text, catalogue_sha256: text }),
  prev_manifest_sha256: sha256.nullable(),
  items: z.array(item).max(1_000_000),
  custody: z.array(custody),
  redactions: z.array(redaction),
  totals: z.strictObject({ count, bytes: count }),
  merkle_root: sha256,
  signature: z.strictObject({
    alg: z.literal('Ed25519'),
    /** SHA-256 of the public key's SubjectPublicKeyInfo: what is compared over a second channel. */
    key_id: sha256,
    public_key: z.base64().max(200),
    value: z.base64().max(200),
  }),
  /** A time stamp of a third party (RFC 3161); none is fetched. */
  timestamp: z.null(),
})

export type Manifest = z.infer<typeof manifestShape>
export type ManifestItem = Manifest['items'][number]
export type Redaction = Manifest['redactions'][number]
