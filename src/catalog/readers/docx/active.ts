import type { AnyDraft } from '../../../model/statement.ts'
import type { Archive } from '../../grammar/archive.ts'
import type { TextPart } from './part.ts'
import { relationshipsOf } from './relationships.ts'

type Active = AnyDraft & { property: 'active-content' }

/**
 * What can run or load when the document is opened in Word: macros, a template or object fetched from elsewhere, embedded
 * files. A template on the writer's own disk is ordinary and not one of them.
 */
export async function activeIn(archive: Archive, parts: readonly TextPart[]): Promise<Active[]> {
  const found: Active[] = []
  const state = (kind: Active['value']['kind'], at: string, name: string) =>
    found.push({ about: 'self', property: 'active-content', value: { kind, name: name.slice(0, 500) }, basis: 'observed', at })
  for (const name of archive.names) {
    const file = name.split('/').at(-1) ?? name
    if (/(^|\/)vbaProject\.bin$/i.test(name)) state('macro', `part=${name}`, file)
    else if (/^word\/(embeddings|activeX)\/[^/]+\.(?!xml$|rels$)[^./]+$/i.test(name)) state('attachment', `part=${name}`, file)
  }
  for (const { type, target, external } of await relationshipsOf(archive, 'word/settings.xml')) {
    if (type === 'attachedTemplate' && external && isElsewhere(target)) state('external-template', 'part=word/settings.xml', target)
  }
  for (const part of parts) {
    for (const { type, target, external } of part.relationships) {
      if (external && ['oleObject', 'frame', 'subDocument', 'aFChunk'].includes(type) && isElsewhere(target))
        state('launch', `part=${part.name}`, target)
    }
  }
  return found
}

/** On a server: an address of the web, or a share of a Windows network. */
const isElsewhere = (target: string): boolean => /^(?:https?:|ftp:|\\\\|\/\/|file:\/\/(?!\/))/i.test(target.replace(/^mhtml:|^x-usc:/i, ''))
