import { tidy } from './text.ts'

/** A value as one line; undefined where a publisher left it empty. */
export const said = (text: string | undefined): string | undefined => tidy(text ?? '') || undefined

/** The parts that say something, with commas between them: an address, a place of birth. */
export function joined(parts: readonly (string | undefined)[]): string | undefined {
  const values = parts.flatMap((part) => said(part) ?? [])
  // Publishers repeat a city as its own province.
  return said([...new Set(values)].join(', '))
}
