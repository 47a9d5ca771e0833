/**
 * What the record linker reads: n records (numbered 0 … n−1) as columns of codes. Everything is a typed array that may lie in a
 * SharedArrayBuffer, so several threads read one copy; a `Records` value can be posted to a worker as it is.
 *
 * Whoever fills it has normalised the values already; two values are the same exactly when their codes are equal.
 */

/** What a column holds; it decides how two different values are compared (levels.ts). */
export const COLUMN_KINDS = ['name', 'email', 'phone', 'wallet', 'account', 'device', 'ip', 'address', 'date', 'exact', 'text'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/**
 * Kinds that name a thing somebody controls. Sharing one can carry a link by itself; everything else describes a person and may,
 * between personas, only propose a pair.
 */
export const IDENTIFIER_KINDS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['email', 'phone', 'wallet', 'account', 'device', 'ip'])

/** The code of "no value here". */
export const NONE = 0xffffffff

/** The normalised spelling of code c is `bytes[offsets[c] … offsets[c+1])`, UTF-8. `offsets` has one entry more than there are codes. */
export interface Spellings {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/**
 * One column.
 *
 * Spellings, by kind, as the comparisons expect them (a spelling of another shape is compared as plain text, never refused):
 *   name     lower case, folded to ASCII where possible, words separated by one space, in the order written ("jan willem de vries")
 *   address  the same ("12 forbes street flat 2")
 *   text     the same
 *   email    lower case, `local@domain`
 *   phone    E.164 with its plus, else the digits
 *   account  upper case without separators
 *   date     `YYYY-MM-DD`, or what of it is known (`YYYY-MM`, `YYYY`)
 *   wallet, device, ip, exact   compared by equality alone; no spellings needed
 */
export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** Present where a record may have several values: record i's codes are `codes[starts[i] … starts[i+1])`. n + 1 entries. */
  readonly starts?: Uint32Array | undefined
  /** One code a record (NONE where missing), or with `starts` all values one after another (no NONE, no value twice in one record). */
  readonly codes: Uint32Array
  /** counts[c]: how many records hold code c. */
  readonly counts: Uint32Array
  readonly spellings?: Spellings | undefined
}

export interface Records {
  /** n */
  readonly count: number
  readonly columns: readonly Column[]
  /** Linking two files: records ≥ boundary are the second file's, and pairs go across only. Absent for one file by itself. */
  readonly boundary?: number | undefined
  /** See `rowsOf`. Whoever looks at many pairs makes it once and hands it on. */
  readonly rows?: Uint32Array | undefined
}

/**
 * The codes of all columns with one value once more, record after record: record i's is `rows[i × columns + column]`. Comparing two records then
 * takes a few lines of the processor's cache rather than two a column. `rows` has n × columns entries and is filled and returned.
 */
export function rowsOf({ count, columns }: Records, rows: Uint32Array): Uint32Array {
  const width = columns.length
  for (const [c, { codes, starts }] of columns.entries())
    for (let i = 0, at = c; i < count; i++, at += width) rows[at] = starts === undefined ? codes[i]! : NONE
  return rows
}

/** A rule that proposed candidate pairs, and which columns (by index) it looked at: on those, its pairs agree because of the rule. */
export interface BlockingRule {
  readonly name: string
  readonly columns: readonly number[]
}

/** Candidate pairs: `left[k] < right[k]`, each pair once. */
export interface Pairs {
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Bit r is set when blocking rule r proposed the pair (at most 32 rules). Without it the model is trained as if no rule had selected. */
  readonly rules?: Uint32Array | undefined
}

/**
 * The level of a field whose value is missing on either side. It weighs nothing. Other levels count from 0 (equal) downwards to
 * "different".
 */
export const MISSING = 255
