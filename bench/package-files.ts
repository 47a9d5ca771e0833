import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { Document, Packer, Paragraph } from 'docx'
import pdfmake from 'pdfmake'
import type { ReceivedFile } from '../src/engine/intake.ts'
import { seeded, type Chance } from './chance.ts'

const require = createRequire(import.meta.url)
pdfmake.setFonts(require('pdfmake/fonts/Roboto.js'))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.includes('pdfmake'))

const NOUNS = [
  'invoicing',
  'berth',
  'customs',
  'harbour',
  'archive',
  'timetable',
  'pension',
  'library',
  'weather',
  'grain',
  'ferry',
  'tariff',
  'parcel',
  'orchard',
  'signal',
  'canteen',
] as const
const STARTS = ['br', 'cl', 'd', 'f', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'qu', 'r', 'st', 't', 'v', 'w', 'z'] as const
const ENDS = [
  'adow',
  'ellin',
  'ivers',
  'ombre',
  'unter',
  'asker',
  'enter',
  'ilver',
  'older',
  'udge',
  'abing',
  'emble',
  'istle',
  'otter',
  'ulken',
] as const

const from = (chance: Chance, list: readonly string[]): string => list[chance.below(list.length)] ?? ''
/** Words that are none, so that no two candidates share a phrase and each package is a stranger to the one before. */
const sentence = (chance: Chance): string =>
  `${['Built', 'Moved', 'Tested'][chance.below(3)]} ${Array.from({ length: 21 }, () => `${from(chance, STARTS)}${from(chance, ENDS)}`).join(' ')}.`

/**
 * One candidate's package, another one for every number: a résumé of three pages with embedded fonts, a letter in Word and a
 * GitHub account, of the sizes of performance.md (33 KB, 6 KB, 99 KB). Nobody in it exists.
 */
export async function packageOf(number: number): Promise<readonly [pdf: ReceivedFile, docx: ReceivedFile, account: ReceivedFile]> {
  const chance = seeded(1000 + number)
  const person = {
    name: `Bench${'abcdefghij'[number % 10]}${'klmnopqrst'[Math.floor(number / 10) % 10]} Example`,
    email: `bench${number}@example.com`,
    phone: `+1 202 555 01${String(number % 100).padStart(2, '0')}`,
    login: `bench-${number}`,
  }
  const file = (name: string, bytes: Uint8Array): ReceivedFile => ({ path: name, name, bytes })
  return [
    file('resume.pdf', await resume(person, chance)),
    file('letter.docx', await letter(person, chance)),
    file('account.json', account(person, chance)),
  ]
}

interface Person {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly login: string
}

async function resume(person: Person, chance: Chance): Promise<Uint8Array> {
  const jobs = Array.from({ length: 7 }, (_, i) => [
    { text: `Engineer, ${from(chance, NOUNS)} ${from(chance, NOUNS)} office ${1 + chance.below(900)}`, bold: true, margin: [0, 8, 0, 0] },
    { text: `Jan ${2021 - 2 * i} – Dec ${2022 - 2 * i}`, italics: true },
    ...Array.from({ length: 6 }, () => ({ text: `• ${sentence(chance)}`, margin: [8, 1, 0, 1] })),
  ])
  const content = [
    { text: person.name, fontSize: 20, bold: true },
    { text: `${person.email} | ${person.phone} | github.com/${person.login}` },
    { text: 'Experience', fontSize: 14, bold: true, margin: [0, 12, 0, 4] },
    ...jobs.flat(),
    { text: 'Education', fontSize: 14, bold: true, margin: [0, 12, 0, 4] },
    { text: 'BSc Computer Science, Lakeside Polytechnic, 2003 – 2007' },
  ]
  const when = new Date('2024-03-01T09:00:00Z')
  return new Uint8Array(
    await pdfmake
      .createPdf({
        content,
        defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.35 },
        info: { author: person.name, creator: 'Writer', producer: 'Writer', creationDate: when, modDate: when },
      })
      .getBuffer(),
  )
}

async function letter(person: Person, chance: Chance): Promise<Uint8Array> {
  const lines = ['Dear team,', ...Array.from({ length: 3 }, () => sentence(chance)), 'Yours sincerely', person.name, person.email]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] })))
}

/** Commits over six years in four repositories; the objects have the fields that the API gives, links left out. */
function account(person: Person, chance: Chance): Uint8Array {
  const sha = (of: string): string => createHash('sha1').update(`${person.login} ${of}`).digest('hex')
  const day = (n: number): string =>
    new Date(Date.UTC(2018, 0, 1) + n * 86_400_000 + chance.below(36_000) * 1000).toISOString().replace('.000Z', 'Z')
  const repos = ['ledger', 'berths', 'notes', 'signals'].map((name, i) => ({
    full_name: `${person.login}/${name}`,
    fork: false,
    created_at: day(i * 200),
    pushed_at: day(2000 + i),
    stargazers_count: i,
    size: 400,
    language: 'TypeScript',
  }))
  const commits = Array.from({ length: 122 }, (_, i) => {
    const who = { name: person.name, email: person.email, date: day(900 + i * 7) }
    return {
      repo: repos[i % 4]?.full_name,
      sha: sha(`c${i}`),
      author: { login: person.login },
      commit: {
        author: who,
        committer: who,
        message: `${sentence(chance).slice(0, 60)} ${i}`,
        tree: { sha: sha(`t${i}`) },
        verification: { verified: false, reason: 'unsigned' },
      },
      parents: i === 0 ? [] : [{ sha: sha(`c${i - 1}`) }],
    }
  })
  const user = {
    login: person.login,
    id: 9_000_000 + chance.below(1_000_000),
    created_at: '2018-01-01T08:00:00Z',
    name: person.name,
    email: person.email,
    blog: '',
    location: '',
    bio: '',
    public_repos: 4,
  }
  const events = Array.from({ length: 20 }, (_, i) => ({
    type: 'PushEvent',
    created_at: day(2100 + i),
    repo: { name: repos[i % 4]?.full_name },
  }))
  return new TextEncoder().encode(JSON.stringify({ user, repos, commits, events, followers: [], following: [], orgs: [] }, null, 1))
}
