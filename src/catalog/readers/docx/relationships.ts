import type { Archive } from '../../grammar/archive.ts'
import { xmlEvents } from './xml.ts'

/** Where a part points: to another part of the file, or outside it. */
export interface Relationship {
  readonly id: string
  /** Last word of the type: `hyperlink`, `image`, `header`, `attachedTemplate`. */
  readonly type: string
  readonly target: string
  readonly external: boolean
}

/** The relationships of a part; none when it has none. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  const bytes = await archive.read(name)
  if (bytes === undefined) return []
  const found: Relationship[] = []
  for (const event of xmlEvents(bytes, name)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue
    const get = (key: string) => event.attributes.get(key) ?? ''
    const external = get('TargetMode') === 'External'
    const target = get('Target')
    found.push({
      id: get('Id'),
      type: get('Type').split('/').at(-1) ?? '',
      target: external ? target : within(part.slice(0, slash), target),
      external,
    })
  }
  return found
}

/** A target as a name in the archive: relative to the part's folder, or from the root. */
function within(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

/** The text of each element of a small part that holds plain values, such as the properties. */
export async function valuesOf(archive: Archive, name: string): Promise<Map<string, string>> {
  const values = new Map<string, string>()
  const bytes = await archive.read(name)
  if (bytes === undefined) return values
  let element = ''
  for (const event of xmlEvents(bytes, name)) {
    if (event.kind === 'open') element = event.name
    else if (event.kind === 'text' && event.text.trim() !== '') values.set(element, (values.get(element) ?? '') + event.text.trim())
    else if (event.kind === 'close') element = ''
  }
  return values
}
