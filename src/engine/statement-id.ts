import { digest32 } from '../compute/digest.ts'
import type { AnyStatement } from '../model/statement.ts'

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`)
      .join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** 32 hexadecimal digits over what the statement says and where, not over when we held it or who read it. */
export function statementId(
  s: Pick<AnyStatement, 'subject' | 'property' | 'value' | 'basis' | 'seenIn'> & { readonly original?: string },
): string {
  return digest32(canonicalJson([s.subject, s.property, s.value, s.original ?? null, s.basis, s.seenIn.artifact, s.seenIn.at]))
}
