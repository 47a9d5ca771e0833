import { digest32 } from '../../../compute/digest.ts'
import { nameKey } from '../../../compute/name-key.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import type { Archive } from '../../grammar/archive.ts'
import { relationshipsOf, valuesOf } from './relationships.ts'
import { xmlEvents } from './xml.ts'

/** What the file says about itself: program, template, dates, revisions, and whose names it carries. */
export async function propertiesOf(archive: Archive): Promise<AnyDraft[]> {
  const [core, app, settings] = [
    await valuesOf(archive, 'docProps/core.xml'),
    await valuesOf(archive, 'docProps/app.xml'),
    await settingsOf(archive),
  ]
  const metadata: ValueOf<'document-metadata'> = {
    format: 'docx',
    ...some('creator', short(app.get('Application'))),
    ...some('template', short(settings.template ?? app.get('Template'))),
    ...some('created', instantOf(core.get('created'))),
    ...some('modified', instantOf(core.get('modified'))),
    ...some('documentId', short(settings.documentId)),
    ...(settings.revisions.length > 0 ? { revisionIds: settings.revisions.slice(0, 2000) } : {}),
    ...some('pages', countOf(app.get('Pages'))),
    ...some('words', countOf(app.get('Words'))),
  }
  return [
    { about: 'self', property: 'document-metadata', value: metadata, basis: 'observed', at: 'metadata=docProps' },
    ...authorDrafts(short(core.get('creator')), 'author', 'metadata=dc:creator'),
    ...authorDrafts(short(core.get('lastModifiedBy')), 'last-modified-by', 'metadata=cp:lastModifiedBy'),
  ]
}

function authorDrafts(full: string | undefined, field: 'author' | 'last-modified-by', at: string): AnyDraft[] {
  if (full === undefined) return []
  const key = nameKey(full)
  return [
    { about: 'self', property: 'document-author', value: { full, field }, basis: 'observed', at },
    ...(key === ''
      ? []
      : [{ about: 'self', property: 'document-author-digest', value: { digest: digest32(key), field }, basis: 'observed', at } as const]),
  ]
}

interface Settings {
  /** `rsidRoot` first: all versions of one document share it. */
  readonly revisions: readonly string[]
  readonly documentId: string | undefined
  readonly template: string | undefined
}

async function settingsOf(archive: Archive): Promise<Settings> {
  const part = 'word/settings.xml'
  const bytes = await archive.read(part)
  const revisions = new Set<string>()
  let documentId: string | undefined
  if (bytes !== undefined) {
    for (const event of xmlEvents(bytes, part)) {
      if (event.kind !== 'open') continue
      const value = event.attributes.get('val')
      if ((event.name === 'rsidRoot' || event.name === 'rsid') && value !== undefined && value !== '') revisions.add(value.slice(0, 16))
      // Two elements have this name; the one of Word 2013 is a GUID that stays with a document through its versions.
      else if (event.name === 'docId' && /^\{[0-9A-F-]{36}\}$/i.test(value ?? '')) documentId = value
    }
  }
  return {
    revisions: [...revisions],
    documentId,
    template: templateName((await relationshipsOf(archive, part)).find((r) => r.type === 'attachedTemplate')?.target),
  }
}

/** Only the file's name: the folders before it tell whose computer it was on. */
function templateName(target: string | undefined): string | undefined {
  return target?.split(/[\\/]/).at(-1)
}

const some = <K extends string, T>(key: K, value: T | undefined): { [k in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [k in K]?: T })

const short = (text: string | undefined): string | undefined => text?.trim().slice(0, 500) || undefined

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** W3C date and time, with or without fractions; a moment without zone is UTC, as the format says. */
function instantOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`
  const time = Date.parse(zoned)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
