import { isRefusedKey } from '../../../model/refused.ts'
import type { Collector } from '../../grammar/collector.ts'

/** Entries of one list, and different keys, that are looked at; more is no résumé. */
const MOST_ITEMS = 500
const MOST_KEYS = 2_000

/** A value in the document with the JSON pointer it stands at (RFC 6901). */
export class Cursor {
  readonly value: unknown
  readonly at: string
  readonly #into: Collector

  constructor(value: unknown, at: string, into: Collector) {
    this.value = value
    this.at = at
    this.#into = into
  }

  isObject(): boolean {
    return this.value !== null && typeof this.value === 'object' && !Array.isArray(this.value)
  }

  has(key: string): boolean {
    return this.isObject() && Object.hasOwn(this.value as object, key)
  }

  child(key: string): Cursor {
    const value = this.has(key) ? (this.value as Record<string, unknown>)[key] : undefined
    return new Cursor(value, `${this.at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, this.#into)
  }

  /** The text under the first of these keys that has one; numbers as written. Notes what is neither. */
  text(...keys: readonly string[]): { readonly text: string; readonly at: string } | undefined {
    for (const key of keys) {
      const { value, at } = this.child(key)
      if (typeof value === 'number') return { text: String(value), at }
      if (typeof value === 'string' && value.trim() !== '') return { text: value.trim(), at }
      if (value !== undefined && value !== null && typeof value !== 'string') this.#into.skip('Not a text where one is expected', at)
    }
    return undefined
  }

  /** The entries of a list. */
  items(key: string): Cursor[] {
    const { value, at } = this.child(key)
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) {
      this.#into.skip('Not a list where one is expected', at)
      return []
    }
    if (value.length > MOST_ITEMS) this.#into.skip(`Entries after the first ${MOST_ITEMS} of ${value.length}`, at)
    return value.slice(0, MOST_ITEMS).map((item: unknown, i) => new Cursor(item, `${at}/${i}`, this.#into))
  }
}

/** Notes every key, at any depth, that names what may not enter; its value was never looked at. */
export function noteProtected(document: unknown, into: Collector): void {
  const waiting: { value: unknown; at: string }[] = [{ value: document, at: '' }]
  const dropped = new Map<string, { at: string; count: number }>()
  const known = new Map<string, string | undefined>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.value === null || typeof next.value !== 'object') continue
    for (const [key, value] of Object.entries(next.value)) {
      const at = `${next.at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (!Array.isArray(next.value) && !known.has(key) && known.size < MOST_KEYS) known.set(key, isRefusedKey(key)?.title)
      const title = known.get(key)
      if (title === undefined) waiting.push({ value, at })
      else dropped.set(title, { at: dropped.get(title)?.at ?? at, count: (dropped.get(title)?.count ?? 0) + 1 })
    }
  }
  for (const [title, { at, count }] of dropped)
    into.note({ kind: 'dropped-field', says: `What the document says about ${title} was left out and not kept.`, at, count })
}
