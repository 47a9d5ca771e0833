import type { PDFDocumentProxy } from 'pdfjs-dist'
import { digest32 } from '../../../compute/digest.ts'
import { nameKey } from '../../../compute/name-key.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import type { ValueOf } from '../../../model/vocabulary.ts'
import { loadPdfjs } from './open.ts'

type Metadata = ValueOf<'document-metadata'>

/** What the pages gave: counted, not written in the file. */
export interface Counted {
  readonly pages: number
  readonly words: number
  readonly fonts: readonly string[]
}

/** How the file was made, from the Info dictionary and, where that is silent, from XMP. */
export async function propertiesOf(
  document: PDFDocumentProxy,
  counted: Counted,
): Promise<{ readonly drafts: AnyDraft[]; readonly producer: string | undefined }> {
  const { PDFDateString } = await loadPdfjs()
  const { info, metadata } = await document.getMetadata()
  const written = info as Readonly<Record<string, unknown>>
  const xmp = (key: string): string | undefined => oneLine(metadata?.get(key))
  const producer = oneLine(written['Producer']) ?? xmp('pdf:producer')
  const value: Metadata = {
    format: 'pdf',
    ...given('producer', producer),
    ...given('creator', oneLine(written['Creator']) ?? xmp('xmp:creatortool')),
    ...given('created', iso(PDFDateString.toDateObject(text(written['CreationDate']) ?? '')) ?? xmpDate(xmp('xmp:createdate'))),
    ...given('modified', iso(PDFDateString.toDateObject(text(written['ModDate']) ?? '')) ?? xmpDate(xmp('xmp:modifydate'))),
    ...given('documentId', xmp('xmpmm:documentid')),
    ...given('instanceId', xmp('xmpmm:instanceid')),
    ...(counted.fonts.length > 0 ? { fonts: [...counted.fonts].slice(0, 200) } : {}),
    pages: counted.pages,
    words: counted.words,
  }
  const drafts: AnyDraft[] = [{ about: 'self', property: 'document-metadata', value, basis: 'observed', at: 'metadata=Info' }]
  const author = oneLine(written['Author'])
  if (author !== undefined) drafts.push(...authorship(author))
  return { drafts, producer }
}

/** The name for identity resolution, and its digest, by which equal authors of several documents can be told without the name. */
function authorship(author: string): AnyDraft[] {
  const at = 'metadata=Author'
  const key = nameKey(author)
  return [
    { about: 'self', property: 'document-author', value: { full: author, field: 'author' }, basis: 'observed', at },
    ...(key === ''
      ? []
      : [
          {
            about: 'self',
            property: 'document-author-digest',
            value: { digest: digest32(key), field: 'author' },
            basis: 'observed',
            at,
          } as const,
        ]),
  ]
}

const given = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: string })

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : Array.isArray(value) ? text(value[0]) : undefined)

/** Trimmed, one line, at most 500 characters; undefined when there is nothing in it. */
function oneLine(value: unknown): string | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const line = text(value)
    ?.replace(/[\u0000-\u001f\u007f\s]+/gu, ' ')
    .trim()
    .slice(0, 500)
    .trim()
  return line === undefined || line === '' ? undefined : line
}

function iso(date: Date | null): string | undefined {
  if (date === null || Number.isNaN(date.getTime())) return undefined
  const year = date.getUTCFullYear()
  return year >= 1950 && year <= 2100 ? date.toISOString() : undefined
}

/** A time without a zone says nothing about the instant; it is taken as UTC, as in the Info dictionary. */
function xmpDate(written: string | undefined): string | undefined {
  if (written === undefined || !/^\d{4}-\d{2}-\d{2}/u.test(written)) return undefined
  const zoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/u.test(written) || !written.includes('T') ? written : `${written}Z`
  return iso(new Date(zoned))
}

/** "ABCDEF+ExampleSans-Bold" is a subset of ExampleSans-Bold. */
export const withoutSubsetPrefix = (font: string): string => font.replace(/^[A-Z]{6}\+/u, '')
