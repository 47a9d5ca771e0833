import { daysAfter, daysBefore, isoSecond, TODAY, writeMonth, type Month } from './calendar.ts'
import { posts, resume, type Employer, type Post, type Shape } from './careers.ts'
import { DOCX_LAYOUTS, resumeDocx, type DocxLayout } from './docx.ts'
import { PDF_LAYOUTS, resumePdf, scanPdf, type PdfLayout } from './pdf.ts'
import { PHONE_STYLES, plain, writePhone, type People, type PhoneStyle } from './people.ts'
import { scannedPage } from './photos.ts'
import type { Prose } from './prose.ts'
import type { Random } from './random.ts'
import type { Street } from './streets.ts'
import { fullName, type FileFacts, type OutFile, type Person, type Referee, type Resume, type RoleName } from './types.ts'
import { resumeJson, resumeMarkdown, resumeText } from './written.ts'

/** What all applicants of one company are made from. */
export interface Making {
  readonly random: Random
  readonly prose: Prose
  readonly people: People
  readonly employers: readonly Employer[]
  readonly address: () => string
  readonly street: () => Street
}

export type Format = `pdf-${PdfLayout}` | `docx-${DocxLayout}` | 'text' | 'markdown' | 'json' | 'scan'
const FORMATS: readonly Format[] = [...PDF_LAYOUTS, ...PDF_LAYOUTS]
  .map((l): Format => `pdf-${l}`)
  .concat(DOCX_LAYOUTS.map((l): Format => `docx-${l}`))

/** How one applicant differs from the ordinary. */
export interface Wish {
  readonly role: RoleName
  readonly person?: Person
  readonly format?: Format
  readonly shape?: Shape
  readonly history?: readonly Post[]
  /** Instead of a résumé written for this applicant. */
  readonly resume?: (contacts: readonly string[]) => Resume
  /** Given in the form and on the résumé instead of the person's own. */
  readonly phone?: string
  /** Given in the form only. */
  readonly formEmail?: string
  /** The form names a mailbox of this domain, an agency's, instead. */
  readonly mailDomain?: string
  readonly phoneStyle?: PhoneStyle
  readonly contacts?: readonly string[]
  readonly facts?: Partial<FileFacts>
  readonly unseen?: string
  readonly foot?: string
  readonly applied?: Date
  readonly ip?: string
  readonly device?: string
  readonly source?: string
  readonly referees?: readonly Referee[] | number
  /** Months by which the form differs from the résumé. */
  readonly monthsOff?: number
  readonly linksGithub?: boolean
  readonly cells?: Readonly<Record<string, string>>
}

/** An applicant with everything that can still be added to. */
export interface Applicant {
  readonly random: Random
  readonly person: Person
  readonly role: RoleName
  readonly history: readonly Post[]
  readonly resume: Resume
  readonly applied: Date
  readonly cells: Record<string, string>
  readonly files: OutFile[]
}

const APPLYING_DAYS = 44
const PROGRAMS = ['Microsoft Word for Microsoft 365', 'Microsoft® Word 2019', 'LibreOffice 7.6', 'Pages', 'Google Docs'] as const
const SOURCES = ['Careers page', 'Careers page', 'Job board', 'Job board', 'Employee referral', 'Newsletter'] as const

export async function applicant(making: Making, owner: string, wish: Wish): Promise<Applicant> {
  const random = making.random.fork(owner)
  const person = wish.person ?? making.people.next()
  const { role } = wish
  const history = wish.history ?? posts(random, making.employers, role, wish.shape)
  const applied =
    wish.applied ??
    new Date(daysBefore(TODAY, random.int(3, APPLYING_DAYS)).getTime() + random.int(-180, 600) * 60_000 + random.int(0, 59) * 1000)
  const phone = wish.phone ?? person.phone
  const contacts =
    wish.contacts ??
    contactLines(random, person, writePhone(phone, wish.phoneStyle ?? random.pick(PHONE_STYLES.slice(0, 5))), wish.linksGithub ?? false)
  const written = wish.resume?.(contacts) ?? resume(random, making.prose, { owner, name: fullName(person), role, contacts }, history)
  const told: Resume = {
    ...written,
    ...(wish.unseen === undefined ? {} : { unseen: wish.unseen }),
    ...(wish.foot === undefined ? {} : { foot: wish.foot }),
  }
  const modified = daysBefore(applied, random.int(0, 12))
  const facts: FileFacts = {
    program: random.pick(PROGRAMS),
    created: daysBefore(modified, random.int(0, 160)),
    modified,
    ...(random.chance(0.6) ? { author: fullName(person), lastModifiedBy: fullName(person) } : {}),
    revisionRoot: `00${random.hex(6).toUpperCase()}`,
    template: 'Normal.dotm',
    ...wish.facts,
  }
  const format = wish.format ?? random.pick(FORMATS)
  const file = await document(random, told, { format, facts, person, phone })
  const referees =
    typeof wish.referees === 'number' || wish.referees === undefined
      ? refereesOf(making, random, history, wish.referees ?? (random.chance(0.45) ? 2 : 0))
      : wish.referees
  const cells = {
    ...formCells({ person, role, history, applied, random, ip: wish.ip ?? making.address() }, wish),
    Phone: writePhone(phone, wish.phoneStyle ?? random.pick(PHONE_STYLES)),
    ...refereeCells(referees),
    ...wish.cells,
  }
  return { random, person, role, history, resume: told, applied, cells, files: [file] }
}

function contactLines(random: Random, person: Person, phone: string, github: boolean): string[] {
  const links = [
    ...(random.chance(0.45) ? [`linkedin.com/in/${plain(person.given)}-${plain(person.family)}-${random.hex(5)}`] : []),
    ...(github ? [`github.com/${person.login}`] : []),
  ]
  return [`${person.email} | ${phone}`, person.place, ...(links.length > 0 ? [links.join(' | ')] : [])]
}

interface Paper {
  readonly format: Format
  readonly facts: FileFacts
  readonly person: Person
  readonly phone: string
}

/** The résumé as a file of that format, under a name as people give them. */
export async function document(random: Random, told: Resume, { format, facts, person, phone }: Paper): Promise<OutFile> {
  const stem = random.pick([
    'resume',
    `CV_${plain(person.family)}`,
    `${plain(person.given)}-${plain(person.family)}-cv`,
    'Resume 2026',
    `${plain(person.family)}_resume`,
  ])
  if (format === 'text') return { name: `${stem}.txt`, bytes: resumeText(told) }
  if (format === 'markdown') return { name: `${stem}.md`, bytes: resumeMarkdown(told) }
  if (format === 'json') return { name: 'resume.json', bytes: resumeJson(told, person.email, phone) }
  if (format === 'scan')
    return { name: 'scan0001.pdf', bytes: await scanPdf(await scannedPage(random), { ...facts, program: 'Scan utility' }) }
  const [kind, layout] = [format.slice(0, format.indexOf('-')), format.slice(format.indexOf('-') + 1)]
  if (kind === 'pdf') return { name: `${stem}.pdf`, bytes: await resumePdf(told, layout as PdfLayout, facts) }
  return { name: `${stem}.docx`, bytes: await resumeDocx(told, layout as DocxLayout, facts) }
}

function formCells(
  of: Pick<Applicant, 'person' | 'role' | 'history' | 'applied' | 'random'> & { readonly ip: string },
  wish: Wish,
): Record<string, string> {
  const { person, role, history, applied, random } = of
  const off = wish.monthsOff ?? 0
  const month = (m: Month | undefined): string => (m === undefined ? 'Present' : writeMonth(m, 'iso'))
  const [latest, before] = history
  const { gender, birth, nationality, disability } = person.protectedFields
  return {
    'First Name': person.given,
    'Last Name': person.family,
    Email: wish.formEmail ?? (wish.mailDomain === undefined ? person.email : person.email.replace(/@.*/, `@${wish.mailDomain}`)),
    Location: person.place,
    ...(wish.linksGithub ? { GitHub: person.login } : {}),
    Job: role,
    'Requisition ID': `HLY-${role.charCodeAt(0)}`,
    Source: wish.source ?? random.pick(SOURCES),
    'Applied At': isoSecond(applied),
    ...(latest === undefined
      ? {}
      : { Company: latest.employer.name, Title: latest.title, 'Start Date': month(latest.from - off), 'End Date': month(latest.to) }),
    ...(before === undefined
      ? {}
      : {
          'Company 2': before.employer.name,
          'Title 2': before.title,
          'Start Date 2': month(before.from),
          'End Date 2': month(before.to === undefined ? undefined : before.to + off),
        }),
    'Device ID': wish.device ?? `d-${random.hex(12)}`,
    'IP Address': of.ip,
    Gender: gender,
    'Date of Birth': birth,
    Nationality: nationality,
    'Disability Status': disability,
  }
}

/** People who worked with the applicant, reached at their employers' own mail. */
function refereesOf(making: Making, random: Random, history: readonly Post[], count: number): Referee[] {
  return history.slice(0, count).map((post) => {
    const other = making.people.next()
    const domain = `${plain(post.employer.name.split(' ')[0] ?? 'office')}.${random.pick(['example.com', 'example.org', 'example.net'])}`
    return {
      name: fullName(other),
      email: `${plain(other.given).charAt(0)}.${plain(other.family)}@${domain}`,
      phone: other.phone,
      organisation: post.employer.name,
      relation: random.pick(['manager', 'colleague', 'team lead', 'client']),
    }
  })
}

const refereeCells = (referees: readonly Referee[]): Record<string, string> =>
  Object.fromEntries(
    referees.flatMap((r, i) =>
      [
        ['Name', r.name],
        ['Email', r.email],
        ['Phone', writePhone(r.phone, 'spaced')],
        ['Company', r.organisation],
        ['Relationship', r.relation],
      ].map(([column, cell]) => [`Referee ${i + 1} ${column}`, cell as string]),
    ),
  )

export const dayIn = (day: number, minute: number): Date =>
  new Date(daysAfter(daysBefore(TODAY, APPLYING_DAYS), day).getTime() + minute * 60_000)
