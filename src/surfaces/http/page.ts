import { z } from 'zod'
import { AppError } from '../../model/errors.ts'

/** What every list takes: `after` is the `next` of the page before, which may hold an address of 2,000 characters. */
export const paging = { after: z.string().max(4_000).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }

/** A count in a cursor; as much as the database's integers hold. */
export const cursorCount = z.int().min(0).max(2_147_483_647)

/** A page of a list; `next` is absent on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() })

/**
 * Where a page ends, as callers see it: opaque, and checked when it comes back. It holds no more than what the list is ordered by,
 * and the row itself is looked up within the tenant, so there is nothing in it to forge.
 */
export function cursorOf<T>(shape: z.ZodType<T>) {
  return {
    write: (place: T): string => Buffer.from(JSON.stringify(place)).toString('base64url'),
    /** Throws `invalid` for what `write` did not make. */
    read(text: string | undefined): T | undefined {
      if (text === undefined) return undefined
      const parsed = shape.safeParse(decoded(text))
      if (parsed.success) return parsed.data
      throw new AppError({
        code: 'invalid',
        status: 422,
        title: 'Not valid',
        detail: 'That is no page of this list. Pass `next` of the page before as it came, or leave it out to begin.',
        pointer: '/querystring/after',
      })
    },
  }
}

function decoded(text: string): unknown {
  try {
    // No database takes the character nought, and no cursor that was made holds it.
    const json = Buffer.from(text, 'base64url').toString()
    return json.includes('\\u0000') ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A page out of one row more than was asked for: the one beyond says that there are more. */
export function cut<T, U>(
  rows: readonly T[],
  limit: number,
  shown: (row: T) => U,
  placed: (row: T) => string,
): { items: U[]; next?: string } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(shown), ...(rows.length > limit && last !== undefined ? { next: placed(last) } : {}) }
}
