/**
 * A run of bytes inside a larger buffer. The measures here read spans, not strings, so that a value is compared where it lies in the
 * shared arena of a column, without decoding it. Fields are writable: a loop over millions of pairs moves two spans, it makes none.
 */
export interface Span {
  bytes: Uint8Array
  /** First byte. */
  start: number
  /** One past the last byte. */
  end: number
}

const encoder = new TextEncoder()

/** A whole text as a span of its UTF-8 bytes. For a word of plain letters the encoder costs several times what copying them does. */
export function spanOf(text: string): Span {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) return whole(encoder.encode(text))
    bytes[i] = code
  }
  return whole(bytes)
}

const whole = (bytes: Uint8Array): Span => ({ bytes, start: 0, end: bytes.length })

export function sameBytes(a: Span, b: Span): boolean {
  const length = a.end - a.start
  if (b.end - b.start !== length) return false
  for (let i = 0; i < length; i++) if (a.bytes[a.start + i] !== b.bytes[b.start + i]) return false
  return true
}
