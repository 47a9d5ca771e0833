import { beforeAll, describe, expect, it } from 'vitest'
import { detectorEntries, type Entry } from '../../scripts/catalog-entries.ts'
import { catalogHash, type Lock, makeLock } from '../../scripts/catalog-lock.ts'
import type { Detector } from '../../src/kit/detector.ts'

/** What a detector did last month can be named: logic never changes under a released version. */

const EMPTY: Lock = { release: null, detectors: {}, readers: {}, lists: {} }
const NONE: ReadonlySet<string> = new Set()
const only = (detectors: readonly Entry<Detector>[]) => ({ detectors, readers: [], lists: [] })
let entries: readonly Entry<Detector>[]
let released: Lock

beforeAll(async () => {
  entries = (await detectorEntries()).entries.filter(({ card }) => card.status !== 'draft').slice(0, 3)
  expect(entries.length).toBe(3)
  released = makeLock(only(entries), { before: EMPTY, relock: NONE, release: '1.0.0' }).lock
})

/** The lock as if the first entry had done something else at its release. */
function changed(): { before: Lock; id: string } {
  const id = entries[0]?.id ?? ''
  const entry = released.detectors[id]
  if (entry?.released === undefined) throw new Error(`${id} was not frozen`)
  return {
    id,
    before: {
      ...released,
      detectors: { ...released.detectors, [id]: { ...entry, released: { ...entry.released, hash: '0'.repeat(32) } } },
    },
  }
}

describe('the lock', () => {
  it('freezes nothing before the first release', () => {
    const { lock } = makeLock(only(entries), { before: EMPTY, relock: NONE })
    expect(Object.values(lock.detectors).some((e) => e.released !== undefined)).toBe(false)
    expect(lock.release).toBeNull()
  })

  it('lets a release pass that does the same', () => {
    expect(makeLock(only(entries), { before: released, relock: NONE }).complaints).toEqual([])
  })

  it('refuses other logic under a released version, and names the entry', () => {
    const { before, id } = changed()
    expect(makeLock(only(entries), { before, relock: NONE }).complaints).toEqual([expect.stringContaining(id)])
  })

  it('lets it pass under a new version', () => {
    const { before, id } = changed()
    const raised = entries.map((e) => (e.id === id ? { ...e, card: { ...e.card, version: e.card.version + 1 } } : e))
    expect(makeLock(only(raised), { before, relock: NONE }).complaints).toEqual([])
  })

  it('lets it pass when a person says that only the text changed, and freezes the new text', () => {
    const { before, id } = changed()
    const { lock, complaints } = makeLock(only(entries), { before, relock: new Set([id]) })
    expect(complaints).toEqual([])
    expect(lock.detectors[id]?.released).toEqual(released.detectors[id]?.released)
  })

  it('refuses an older version and a removal', () => {
    const older = entries.map((e) => ({ ...e, card: { ...e.card, version: 0 } }))
    expect(makeLock(only(older), { before: released, relock: NONE }).complaints.length).toBe(entries.length)
    expect(makeLock(only(entries.slice(1)), { before: released, relock: NONE }).complaints).toEqual([expect.stringContaining('retired')])
  })

  it('gives the catalogue one hash, and another one for another version', () => {
    const raised = entries.map((e, i) => (i === 0 ? { ...e, card: { ...e.card, version: 99 } } : e))
    const other = makeLock(only(raised), { before: EMPTY, relock: NONE }).lock
    expect(catalogHash(released)).toBe(catalogHash(makeLock(only(entries), { before: EMPTY, relock: NONE }).lock))
    expect(catalogHash(other)).not.toBe(catalogHash(released))
  })
})
