import { zipOf, type ZipEntry } from './zip.ts'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface Word {
  /** Inside `w:body`. */
  readonly body: string
  readonly styles?: string
  /** Inside `w:settings`. */
  readonly settings?: string
  readonly core?: string
  readonly app?: string
  /** Of the body: id, last word of the type, target, external. */
  readonly links?: readonly (readonly [id: string, type: string, target: string, external?: boolean])[]
  readonly more?: readonly ZipEntry[]
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text.startsWith('<') ? text : run(text)}</w:p>`
export const relationships = (links: NonNullable<Word['links']>): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`
export const part = (root: string, inside: string): string => `${HEAD}<w:${root} ${W}>${inside}</w:${root}>`

/** A Word document of just the parts that are told. */
export function wordOf(word: Word): Uint8Array {
  const entries: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      bytes: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', bytes: relationships([['rId1', 'officeDocument', 'word/document.xml']]) },
    { name: 'word/document.xml', bytes: part('document', `<w:body>${word.body}</w:body>`) },
  ]
  if (word.links !== undefined) entries.push({ name: 'word/_rels/document.xml.rels', bytes: relationships(word.links) })
  if (word.styles !== undefined) entries.push({ name: 'word/styles.xml', bytes: part('styles', word.styles) })
  if (word.settings !== undefined) entries.push({ name: 'word/settings.xml', bytes: part('settings', word.settings) })
  if (word.core !== undefined)
    entries.push({
      name: 'docProps/core.xml',
      bytes: `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${word.core}</cp:coreProperties>`,
    })
  if (word.app !== undefined)
    entries.push({
      name: 'docProps/app.xml',
      bytes: `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">${word.app}</Properties>`,
    })
  return zipOf([...entries, ...(word.more ?? [])])
}
