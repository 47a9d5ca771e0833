import { z } from 'zod'
import type { Reading } from '../../kit/reader.ts'
import { AppError } from '../../model/errors.ts'
import { ROLES } from '../../model/statement.ts'
import { PROPERTIES } from '../../model/vocabulary.ts'
import type { Caps } from './caps.ts'
import { unreadableBecause, type Ending } from './faults.ts'
import type { Frame } from './frames.ts'

/**
 * The child has touched hostile bytes, so its answer is outside data like any other: its shape is checked before anybody
 * uses it. The values of statements are checked against the vocabulary where statements are recorded.
 */
const about = z.custom<'self' | `row:${number}`>((v) => typeof v === 'string' && /^(self|row:[1-9]\d{0,8})$/.test(v))
const at = z.string().max(2000)
const reading = z.object({
  role: z.enum(ROLES),
  statements: z.array(
    z.object({
      about,
      property: z.string().refine((p) => Object.hasOwn(PROPERTIES, p)),
      value: z.unknown(),
      original: z.string().optional(),
      basis: z.enum(['claimed', 'observed', 'listed', 'derived']),
      at,
    }),
  ),
  notes: z.array(
    z.object({
      kind: z.enum(['dropped-field', 'skipped', 'quality']),
      says: z.string().max(2000),
      at: at.optional(),
      count: z.int().optional(),
    }),
  ),
  references: z.array(z.object({ about, path: z.string().max(4000), at })).optional(),
  rows: z.int().min(0).optional(),
  meantFor: z.string().max(1000).optional(),
})
const enclosed = z.array(z.object({ name: z.string().max(1000), at, about }))

const short = z.string().max(4000)
const refused = z.object({
  code: z.string().max(60),
  status: z.int(),
  title: z.string().max(200),
  detail: short,
  pointer: short.optional(),
})
const fault = z.union([
  z.object({ refused }),
  z.object({ why: z.enum(['memory', 'network']) }),
  z.object({ why: z.literal('denied'), what: z.string().max(100) }),
  z.object({ why: z.literal('error'), name: z.string().max(60) }),
])

/** The reading in a child's answer. Throws what the reader refused with, or `unreadable`. */
export function readingOf(frame: Frame, caps: Caps): Reading {
  throwFault(frame, caps)
  return checked(caps, () => {
    const parts = enclosed.parse(frame.head['enclosed'])
    if (parts.length !== frame.parts.length) throw new TypeError('enclosed files and their bytes differ in number')
    const { statements, ...rest } = reading.parse(frame.head['reading'])
    const bytes = parts.map((part, i) => ({ ...part, bytes: frame.parts[i] as Uint8Array }))
    // The property and its value were parsed apart, so the compiler cannot see that they belong together.
    return { ...rest, statements: statements as unknown as Reading['statements'], enclosed: bytes } as Reading
  })
}

/** The pages in a child's answer, by page number. Throws as `readingOf` does. */
export function pagesOf(frame: Frame, caps: Caps): ReadonlyMap<number, Uint8Array> {
  throwFault(frame, caps)
  return checked(caps, () => {
    const numbers = z.array(z.int().min(1)).parse(frame.head['pages'])
    if (numbers.length !== frame.parts.length || !frame.parts.every(isPng)) throw new TypeError('pages are not pictures')
    return new Map(numbers.map((number, i) => [number, frame.parts[i] as Uint8Array]))
  })
}

/** The pictures go into a page that people open, so they have to be pictures. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, i) => bytes[i] === byte)

function throwFault(frame: Frame, caps: Caps): void {
  if (!('fault' in frame.head)) return
  const found = fault.safeParse(frame.head['fault'])
  const trace = typeof frame.head['trace'] === 'string' ? frame.head['trace'].slice(0, 2000) : ''
  if (!found.success) throw unreadableBecause({ why: 'malformed' }, caps, trace)
  if (!('refused' in found.data)) throw unreadableBecause(found.data satisfies Ending, caps, trace)
  const { pointer, ...fields } = found.data.refused
  throw new AppError(pointer === undefined ? fields : { ...fields, pointer })
}

function checked<T>(caps: Caps, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw unreadableBecause({ why: 'malformed' }, caps, String(error))
  }
}
