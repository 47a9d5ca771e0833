/**
 * Some rows of one column, in any order; good until the next are asked for. Where a record may have several values there is one row a
 * value, all rows of a record one after another.
 */
export interface Texts {
  /** The record that each row belongs to. */
  readonly records: Uint32Array
  /** UTF-8: row i's value is `bytes[starts[i] … starts[i] + lengths[i])`, of no length where there is none. */
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
}
