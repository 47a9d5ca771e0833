import { createRequire } from 'node:module'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pdfmake from 'pdfmake'

const require = createRequire(import.meta.url)
pdfmake.setFonts(require('pdfmake/standard-fonts/Helvetica.js'))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith('Helvetica'))

interface Person {
  readonly name: string
  readonly contact: string
  readonly jobs: readonly (readonly [line: string, period: string, did: readonly string[]])[]
  readonly study: string
  readonly skills: string
}

const COPIED = [
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly, and wrote the runbook for it.',
  'Replaced a hand-kept spreadsheet of harbour slots with a small scheduling service that three terminals still use every morning.',
  'Led the move of the customs archive from tape to object storage without losing a single declaration or delaying one ship.',
]

const ADA: Person = {
  name: 'Ada Example',
  contact: 'ada@example.com | +1 202 555 0101 | Lakeside',
  jobs: [
    ['Senior Backend Engineer, Norrport Freight', 'Jan 2019 – Present', COPIED],
    [
      'Backend Engineer, Copper Kettle Games',
      'Mar 2016 – Dec 2018',
      ['Kept the match server of a small board-game site running and taught two juniors to read its logs.'],
    ],
  ],
  study: 'BSc Computer Science, Lakeside Polytechnic, 2012 – 2016',
  skills: 'TypeScript, PostgreSQL, Kubernetes',
}
const BEN: Person = {
  ...ADA,
  name: 'Ben Sample',
  contact: 'ben@example.org | (202) 555-0101 | Hillbury',
  jobs: [['Platform Engineer, Harbour & Sons', 'Feb 2018 – Present', COPIED]],
  study: 'BEng Software, Hillbury Institute, 2013 – 2017',
}
const CLEO: Person = {
  name: 'Cleo Test',
  contact: 'cleo@example.net | +1 202 555 0107',
  jobs: [
    [
      'Search Engineer, Old Maps Library',
      'Jun 2017 – Present',
      ['Tuned a search index for a library of old maps until readers stopped phoning to complain about it being slow.'],
    ],
  ],
  study: 'MSc Information Retrieval, Lakeside Polytechnic, 2015 – 2017',
  skills: 'Java, Elasticsearch',
}

function pdf(p: Person): Promise<Buffer> {
  const content = [
    { text: p.name, fontSize: 20, bold: true },
    p.contact,
    { text: 'Experience', bold: true, fontSize: 13, margin: [0, 12, 0, 4] },
    ...p.jobs.flatMap(([line, period, did]) => [{ text: line, bold: true }, period, { ul: [...did], margin: [0, 0, 0, 8] }]),
    { text: 'Education', bold: true, fontSize: 13, margin: [0, 8, 0, 4] },
    p.study,
    { text: 'Skills', bold: true, fontSize: 13, margin: [0, 12, 0, 4] },
    p.skills,
  ]
  return pdfmake.createPdf({ content, defaultStyle: { font: 'Helvetica', fontSize: 10.5 }, info: { creator: 'Writer' } }).getBuffer()
}

/** Markup where a file's name and an employer should be: a page that shows it must show it as text. */
const MARKUP = '<img src=x onerror=alert(1)>'

/**
 * A folder of invented candidates for tests of what is written about them: two with one phone number and one text, one of
 * whom nothing is to be said, one whose words are markup, and a file that cannot be read.
 */
export async function smallFolder(at: string): Promise<string> {
  const folder = join(at, 'candidates')
  await mkdir(join(folder, 'ada'), { recursive: true })
  await writeFile(join(folder, 'ada', 'resume.pdf'), await pdf(ADA))
  await writeFile(join(folder, 'ben.pdf'), await pdf(BEN))
  await writeFile(join(folder, 'cleo.pdf'), await pdf(CLEO))
  await writeFile(
    join(folder, `dan ${MARKUP}.txt`),
    `Dan Field\ndan@example.org | +1 202 555 0109\n\nExperience\n\nTester, ${MARKUP} Company\nJan 2020 – Mar 2023\n- Wrote <script>alert(1)</script> into a form to see what would come of it, and then a note to the people who own it.\n`,
  )
  await writeFile(join(folder, 'torn.pdf'), (await pdf(CLEO)).subarray(0, 400))
  return folder
}
