import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import { writePeriod } from './calendar.ts'
import type { FileFacts, Job, Resume } from './types.ts'

const require = createRequire(import.meta.url)
const STANDARD = ['Helvetica', 'Times'] as const
pdfmake.setFonts({
  ...require('pdfmake/fonts/Roboto.js'),
  ...Object.assign({}, ...STANDARD.map((name) => require(`pdfmake/standard-fonts/${name}.js`))),
})
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.includes('pdfmake') || (STANDARD as readonly string[]).some((name) => path.startsWith(name)))

export const PDF_LAYOUTS = ['plain', 'columns', 'classic'] as const
export type PdfLayout = (typeof PDF_LAYOUTS)[number]

type Block = Record<string, unknown>

/** A résumé as PDF. Same input, same bytes. */
export function resumePdf(resume: Resume, layout: PdfLayout, facts: FileFacts): Promise<Uint8Array> {
  const content = layout === 'plain' ? plain(resume) : layout === 'columns' ? columns(resume) : classic(resume)
  const unseen: Block[] = resume.unseen === undefined ? [] : [{ text: resume.unseen, color: '#ffffff', fontSize: 7 }]
  const foot: Block[] = resume.foot === undefined ? [] : [{ text: resume.foot, fontSize: 8.5, color: '#555555', margin: [0, 14, 0, 0] }]
  return pdf([...content, ...unseen, ...foot], { font: fontFor(resume, layout), facts })
}

/** A page that is nothing but a picture, as a scanner makes it. */
export function scanPdf(picture: Uint8Array, facts: FileFacts): Promise<Uint8Array> {
  const image = `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`
  return pdf([{ image, width: 595 }], { font: 'Helvetica', facts, margins: 0 })
}

async function pdf(content: readonly Block[], how: { font: string; facts: FileFacts; margins?: number }): Promise<Uint8Array> {
  const { author, program, producer, created, modified } = how.facts
  const document = pdfmake.createPdf({
    content,
    pageMargins: how.margins ?? 44,
    defaultStyle: { font: how.font, fontSize: 10, lineHeight: 1.15 },
    // The file's own id is made from these, so they must be fixed.
    info: {
      ...(author === undefined ? {} : { author }),
      creator: program,
      producer: producer ?? program,
      creationDate: created,
      modDate: modified,
    },
  })
  return new Uint8Array(await document.getBuffer())
}

/** The built-in fonts only know Western European letters. */
function fontFor(resume: Resume, layout: PdfLayout): string {
  const western = /^[\u0000-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022]*$/.test(JSON.stringify(resume))
  return !western ? 'Roboto' : layout === 'classic' ? 'Times' : 'Helvetica'
}

const heading = (text: string, size = 12): Block => ({ text, bold: true, fontSize: size, margin: [0, 10, 0, 4] })
const education = (r: Resume): Block[] =>
  r.education.map((e) => ({ text: `${e.degree}, ${e.school}, ${e.from} – ${e.to}`, margin: [0, 0, 0, 2] }))
const skills = (r: Resume): Block[] =>
  r.skills.map((s) => ({ text: [{ text: `${s.label}: `, bold: true }, s.items.join(', ')], margin: [0, 0, 0, 2] }))

function plain(r: Resume): Block[] {
  return [
    { text: r.name, fontSize: 20, bold: true },
    { text: r.headline, fontSize: 12, color: '#444444', margin: [0, 2, 0, 4] },
    ...r.contacts.map((text) => ({ text, fontSize: 9.5 })),
    heading('SUMMARY'),
    { text: r.summary },
    heading('EXPERIENCE'),
    ...r.jobs.flatMap((job) => jobBlock(r, job, 'right')),
    heading('EDUCATION'),
    ...education(r),
    heading('SKILLS'),
    ...skills(r),
    heading('INTERESTS'),
    { text: r.interests.join(', ') },
  ]
}

function columns(r: Resume): Block[] {
  const side: Block[] = [
    heading('Contact'),
    ...r.contacts.flatMap((line) => line.split(' | ')).map((text) => ({ text, fontSize: 9 })),
    heading('Skills'),
    ...r.skills.flatMap((s) => [{ text: s.label, bold: true, fontSize: 9 }, ...s.items.map((item) => ({ text: item, fontSize: 9 }))]),
    heading('Interests'),
    ...r.interests.map((text) => ({ text, fontSize: 9 })),
  ]
  const main: Block[] = [
    heading('Profile'),
    { text: r.summary },
    heading('Experience'),
    ...r.jobs.flatMap((job) => jobBlock(r, job, 'below')),
    heading('Education'),
    ...education(r),
  ]
  return [
    { text: r.name, fontSize: 22, bold: true, color: '#1f4e6b' },
    { text: r.headline, fontSize: 12, margin: [0, 2, 0, 6] },
    {
      columns: [
        { width: 145, stack: side },
        { width: '*', stack: main },
      ],
      columnGap: 18,
    },
  ]
}

function classic(r: Resume): Block[] {
  return [
    { text: r.name, fontSize: 18, bold: true, alignment: 'center' },
    ...r.contacts.map((text) => ({ text, alignment: 'center', fontSize: 10 })),
    heading('Professional Summary'),
    { text: r.summary, italics: true },
    heading('Work Experience'),
    ...r.jobs.flatMap((job) => jobBlock(r, job, 'first')),
    heading('Education'),
    ...education(r),
    heading('Technical Skills'),
    ...skills(r),
    heading('Interests'),
    { text: r.interests.join(', ') },
  ]
}

/** Where the dates of a job stand: at the right margin, under its title, or before everything. */
function jobBlock(r: Resume, job: Job, dates: 'right' | 'below' | 'first'): Block[] {
  const period = writePeriod(job.from, job.to, r.dates)
  const title = job.partTime ? `${job.title} (part-time)` : job.title
  const bullets = job.bullets.map((text) => ({ text: `• ${text}`, margin: [8, 1, 0, 1] }))
  const head: Block[] =
    dates === 'right'
      ? [
          {
            columns: [
              { text: `${title}, ${job.employer}`, bold: true, width: '*' },
              { text: period, width: 190, alignment: 'right' },
            ],
            margin: [0, 4, 0, 0],
          },
          { text: job.place, italics: true, fontSize: 9 },
        ]
      : dates === 'below'
        ? [
            { text: job.employer, bold: true, margin: [0, 5, 0, 0] },
            { text: `${title} | ${period}`, italics: true },
          ]
        : [
            { text: [{ text: period, bold: true }, `  ${job.employer}`], margin: [0, 4, 0, 0] },
            { text: `${title}, ${job.place}`, italics: true },
          ]
  return [...head, ...bullets]
}
