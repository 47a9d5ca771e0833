import type { Enclosed, ReadingNote } from '../../../kit/reader.ts'
import type { Archive } from '../../grammar/archive.ts'
import type { TextPart } from './part.ts'

/** Pictures of a designed template are many; a candidate's are few. */
const MOST = 40
const READABLE = /\.(?:jpe?g|png|gif|webp|tiff?)$/i

/** The pictures that the parts show, once each; they go through intake again. Their name says that they came embedded. */
export async function picturesIn(archive: Archive, parts: readonly TextPart[]): Promise<{ enclosed: Enclosed[]; notes: ReadingNote[] }> {
  const places = new Map<string, string>()
  for (const part of parts) {
    const images = new Map(part.relationships.filter((r) => r.type === 'image' && !r.external).map((r) => [r.id, r.target]))
    for (const paragraph of part.body.paragraphs) {
      for (const id of paragraph.pictures) {
        const target = images.get(id)
        if (target !== undefined && !places.has(target)) places.set(target, part.at(paragraph.number))
      }
    }
  }
  const enclosed: Enclosed[] = []
  let left = 0
  for (const [target, at] of places) {
    const bytes = enclosed.length < MOST && READABLE.test(target) ? await archive.read(target) : undefined
    if (bytes === undefined || bytes.length === 0) left++
    else enclosed.push({ name: `embedded-${target.split('/').at(-1)}`, bytes, at, about: 'self' })
  }
  return {
    enclosed,
    notes:
      left === 0 ? [] : [{ kind: 'skipped', says: 'Pictures in the document that are drawings or more than are looked at', count: left }],
  }
}
