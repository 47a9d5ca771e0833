import { AlignmentType, Document, Packer, Paragraph, TabStopType, TextRun } from 'docx'
import { isoSecond, writePeriod } from './calendar.ts'
import type { FileFacts, Job, Resume } from './types.ts'
import { unzip, zip } from './zip.ts'

export const DOCX_LAYOUTS = ['tabbed', 'stacked', 'centred'] as const
export type DocxLayout = (typeof DOCX_LAYOUTS)[number]

/** Twentieths of a point. */
const RIGHT_MARGIN = 9_000

/** A résumé as a Word document. Same input, same bytes. */
export async function resumeDocx(resume: Resume, layout: DocxLayout, facts: FileFacts): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: paragraphs(resume, layout) }] })
  const entries = await unzip(new Uint8Array(await Packer.toBuffer(document)))
  const { settings, core, app } = properties(facts)
  const text = (path: string): string => Buffer.from(entries.get(path) ?? []).toString('utf8')
  entries.set('docProps/core.xml', Buffer.from(core))
  entries.set('docProps/app.xml', Buffer.from(app))
  entries.set('word/settings.xml', Buffer.from(text('word/settings.xml').replace('</w:settings>', `${settings}</w:settings>`)))
  // The library names relationships by chance; here they are numbered.
  const names = new Map<string, string>()
  for (const [path, bytes] of entries) {
    if (!/\.(?:rels|xml)$/.test(path)) continue
    const renamed = Buffer.from(bytes)
      .toString('utf8')
      .replace(/\brId[0-9a-z_-]{8,}/g, (id) => {
        const known = names.get(id) ?? `rId9${names.size}`
        names.set(id, known)
        return known
      })
    entries.set(path, Buffer.from(renamed))
  }
  return zip(new Map([...entries].filter(([path]) => !path.endsWith('/')).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))))
}

/** The list of content types comes first, as in files of Word. */
const rank = (path: string): number => (path.startsWith('[Content_Types]') ? 0 : 1)

function properties({ author, lastModifiedBy, program, template, created, modified, revisionRoot }: FileFacts): {
  settings: string
  core: string
  app: string
} {
  const rsids =
    revisionRoot === undefined ? '' : `<w:rsids><w:rsidRoot w:val="${revisionRoot}"/><w:rsid w:val="${revisionRoot}"/></w:rsids>`
  const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const core =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    (author === undefined ? '' : `<dc:creator>${escaped(author)}</dc:creator>`) +
    (lastModifiedBy === undefined ? '' : `<cp:lastModifiedBy>${escaped(lastModifiedBy)}</cp:lastModifiedBy>`) +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${isoSecond(created)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${isoSecond(modified)}</dcterms:modified></cp:coreProperties>`
  const app =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    `${template === undefined ? '' : `<Template>${escaped(template)}</Template>`}<Application>${escaped(program)}</Application></Properties>`
  return { settings: rsids, core, app }
}

function paragraphs(r: Resume, layout: DocxLayout): Paragraph[] {
  const centred = layout === 'centred'
  const line = (text: string): Paragraph =>
    new Paragraph({ children: [new TextRun({ text, size: 20 })], ...(centred ? { alignment: AlignmentType.CENTER } : {}) })
  return [
    new Paragraph({
      children: [new TextRun({ text: r.name, bold: true, size: 38 })],
      ...(centred ? { alignment: AlignmentType.CENTER } : {}),
    }),
    ...(layout === 'stacked' ? r.contacts.flatMap((c) => c.split(' | ')) : r.contacts).map(line),
    heading(centred ? 'Professional Profile' : 'Summary'),
    body(r.summary),
    heading(layout === 'tabbed' ? 'Experience' : 'Work Experience'),
    ...r.jobs.flatMap((job) => jobParagraphs(r, job, layout)),
    heading('Education'),
    ...r.education.map((e) =>
      body(layout === 'tabbed' ? `${e.school}\t${e.from} – ${e.to}` : `${e.degree}, ${e.school}, ${e.from} – ${e.to}`, layout === 'tabbed'),
    ),
    heading('Skills'),
    ...r.skills.map((s) => body(`${s.label}: ${s.items.join(', ')}`)),
    heading('Interests'),
    body(r.interests.join(', ')),
    ...(r.unseen === undefined ? [] : [new Paragraph({ children: [new TextRun({ text: r.unseen, color: 'FFFFFF', size: 8 })] })]),
    ...(r.foot === undefined ? [] : [body(r.foot)]),
  ]
}

const heading = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 240, after: 80 }, children: [new TextRun({ text, bold: true, size: 26 })] })
const body = (text: string, tabbed = false): Paragraph =>
  new Paragraph({
    ...(tabbed ? { tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_MARGIN }] } : {}),
    children: text.split('\t').map((part, i) => new TextRun({ text: i === 0 ? part : `\t${part}`, size: 20 })),
  })

function jobParagraphs(r: Resume, job: Job, layout: DocxLayout): Paragraph[] {
  const period = writePeriod(job.from, job.to, r.dates)
  const title = job.partTime ? `${job.title} (part-time)` : job.title
  const bullets = job.bullets.map((text) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun({ text, size: 20 })] }))
  const bold = (text: string): TextRun => new TextRun({ text, bold: true, size: 21 })
  const head =
    layout === 'tabbed'
      ? [
          new Paragraph({
            spacing: { before: 160 },
            tabStops: [{ type: TabStopType.RIGHT, position: RIGHT_MARGIN }],
            children: [bold(`${title}, ${job.employer}`), new TextRun({ text: `\t${period}`, size: 20 })],
          }),
        ]
      : layout === 'stacked'
        ? [new Paragraph({ spacing: { before: 160 }, children: [bold(job.employer)] }), body(`${title} | ${job.place}`), body(period)]
        : [new Paragraph({ spacing: { before: 160 }, children: [bold(`${period}  ${job.employer}`)] }), body(title)]
  return [...head, ...bullets]
}
