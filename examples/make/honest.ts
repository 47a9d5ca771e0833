import { applicant, dayIn, document, type Applicant, type Making, type Wish } from './applicant.ts'
import { daysBefore } from './calendar.ts'
import { posts } from './careers.ts'
import { longHistory, movedHere, silentForYears, someProjects } from './honest-code.ts'
import { interviewRecord } from './interviews.ts'
import { jpeg, portrait } from './photos.ts'
import type { AtWork, Candidate, Expected, OutFile, RoleName, Together } from './types.ts'
import { fullName, ROLES } from './types.ts'
import { mail } from './written.ts'

/** More than the largest circle that still counts as people who share a phone, and one to spare. */
const THROUGH_AGENCY = 12
/** Of them, those whose résumé the agency typed into its own form; as many use another template that has nothing to do with it. */
const IN_AGENCY_FORM = 7

interface Story {
  readonly story: string
  readonly expect?: Expected
  readonly wish?: Partial<Wish>
  readonly together?: Together
  readonly work?: AtWork
  readonly add?: (of: Applicant) => OutFile[] | Promise<OutFile[]>
}

const row = (of: Applicant, { story, expect = 'clear', together, work }: Story): Candidate => ({
  group: 'honest',
  together,
  expect,
  work,
  story,
  applied: of.applied,
  cells: of.cells,
  files: of.files,
})

/** The honest majority, untidy as honest people are. */
export async function honestPeople(making: Making): Promise<Candidate[]> {
  const random = making.random.fork('honest')
  const rows: Candidate[] = []
  const made: Applicant[] = []
  const roleOf = (i: number): RoleName => ROLES[i % ROLES.length] as RoleName
  for (const [i, story] of [...stories(making, random.hex(8)), ...agencyPeople(making)].entries()) {
    const of = await applicant(making, `honest ${i}`, { role: roleOf(i), ...story.wish })
    of.files.push(...((await story.add?.(of)) ?? []))
    made.push(of)
    rows.push(row(of, story))
  }
  rows.push(...(await sameAgain(making)), await namesAColleague(making, made[0] as Applicant))
  return rows
}

function stories(making: Making, seed: string): Story[] {
  const { people } = making
  const exit = making.address()
  const home = making.address()
  const flat = making.street()
  const family: AtWork = {
    home: flat.long,
    shipTo: flat.short,
    laptopIp: home,
    accessPoint: '02-00-5E-10-00-0A',
    payTo: { account: '00420017', bank: '00-99-01' },
  }
  const computer = `d-${making.random.fork('home').hex(12)}`
  const evening = 12 * 24 * 60 + 19 * 60
  const writer = fullName(people.next())
  const template = { template: 'Resume_Modern.dotx', program: 'Microsoft Office Word', revisionRoot: `00${seed.slice(0, 6).toUpperCase()}` }
  const templated = (i: number): Story => ({
    story: 'Began the résumé from a Word template that many people use.',
    wish: { format: i % 2 === 0 ? 'docx-tabbed' : 'docx-stacked', facts: template },
  })
  return [
    {
      story: 'Many years of public code, signed and in other people’s projects; the interview went well.',
      wish: { format: 'pdf-plain', linksGithub: true, shape: { posts: 4 } },
      add: (of) => [longHistory(of), { name: 'interview.yml', bytes: interviewRecord(of.random, of) }],
    },
    { story: 'An earlier version of the own résumé lies in the folder.', wish: { format: 'pdf-plain' }, add: earlierVersion },
    {
      story: 'A year and a half without work between two jobs.',
      wish: { format: 'pdf-classic', shape: { gap: 19, posts: 3 } },
      add: photo,
    },
    {
      story: 'Works through a VPN whose address somebody else used weeks before, and held two part-time jobs at once.',
      wish: { format: 'pdf-columns', ip: exit, applied: dayIn(36, 600), history: twoPartTimeJobs(making) },
    },
    {
      story: 'Works through a VPN whose address somebody else used weeks later; months in the form are one or two off.',
      wish: { format: 'docx-centred', facts: template, ip: exit, applied: dayIn(5, 700), monthsOff: 2 },
    },
    { ...templated(0), add: photo },
    { ...templated(1), add: (of) => [{ name: 'interview.yml', bytes: interviewRecord(of.random, of, confirmed(of)) }] },
    {
      ...templated(2),
      add: (of) => [
        {
          name: 'interview.yml',
          bytes: interviewRecord(of.random, of, {
            agreement: { 'earlier-job': 'differs' },
            said: { 'earlier-job': 'Mixed up two years of this job at first.' },
          }),
        },
      ],
    },
    {
      story: 'Shares a home, its network and its computer with another applicant, who applied on the same evening.',
      together: 'household',
      work: family,
      wish: { ...templated(3).wish, ip: home, device: computer, applied: new Date(dayIn(0, evening)), cells: { Address: flat.long } },
      add: photo,
    },
    {
      story: 'The other of the two who share a home, its network and its computer.',
      together: 'household',
      work: family,
      wish: {
        format: 'docx-stacked',
        facts: template,
        ip: home,
        device: computer,
        applied: new Date(dayIn(0, evening + 47)),
        cells: { Address: flat.short },
      },
    },
    {
      story: 'A résumé-writing service laid the file out and stands as its author.',
      expect: 'ask',
      wish: { format: 'docx-tabbed', facts: { author: writer, lastModifiedBy: writer, program: 'Microsoft Office Word' } },
    },
    {
      story: 'Went to the same résumé-writing service as somebody else.',
      expect: 'ask',
      wish: { format: 'docx-centred', facts: { author: writer, lastModifiedBy: writer, program: 'Microsoft Office Word' } },
    },
    {
      story: 'A friend’s computer wrote its owner’s name into the file.',
      wish: { format: 'pdf-classic', facts: { author: fullName(people.next()) } },
    },
    { story: 'Sent a scan of the printed résumé: no text can be read in it.', wish: { format: 'scan' } },
    {
      story: 'Moved years of code from another host to GitHub and goes on there.',
      wish: { linksGithub: true, format: 'markdown' },
      add: (of) => [movedHere(of)],
    },
    {
      story: 'Silent on GitHub for many years, then busy.',
      wish: { linksGithub: true, format: 'docx-tabbed', facts: template },
      add: (of) => [silentForYears(of)],
    },
    aliasMail(making),
    {
      story: 'A list of keywords stands in white on white under the résumé, as some guides advise.',
      wish: {
        format: 'pdf-plain',
        unseen: 'java python kubernetes agile leadership microservices react angular sql nosql cloud devops scrum kafka terraform',
      },
      add: (of) => [someProjects(of)],
    },
  ]
}

/** Two jobs side by side in the middle of the career, both part-time. */
function twoPartTimeJobs(making: Making) {
  const history = posts(making.random.fork('part-time'), making.employers, 'Backend Engineer', { posts: 4, ended: false })
  const [, second, third] = history
  if (second === undefined || third === undefined) throw new RangeError('Too short a career.')
  return history.map((post) =>
    post === third
      ? { ...post, from: second.from + 2, to: second.to, partTime: true }
      : post === second
        ? { ...post, partTime: true }
        : post,
  )
}

async function photo(of: Applicant): Promise<OutFile[]> {
  return [{ name: 'photo.jpg', bytes: await jpeg(portrait(of.random), { quality: 80 }) }]
}

/** The résumé as it was before the latest job, with the old spelling of one line. */
async function earlierVersion(of: Applicant): Promise<OutFile[]> {
  const { resume, random, person, applied } = of
  const created = daysBefore(applied, 700)
  const older = {
    ...resume,
    jobs: resume.jobs.slice(1).map((job, i) => (i === 0 ? { ...job, to: undefined } : job)),
    interests: resume.interests.slice(0, 1),
  }
  const file = await document(random, older, {
    format: 'pdf-classic',
    facts: { program: 'LibreOffice 6.4', created, modified: created },
    person,
    phone: person.phone,
  })
  return [{ ...file, name: 'old-cv-2024.pdf' }]
}

function confirmed(of: Applicant) {
  const [latest, before] = of.resume.jobs
  const school = of.resume.education.at(-1)
  return {
    checks: [
      {
        kind: 'employment',
        about: latest?.employer ?? '',
        outcome: 'confirmed',
        contact: 'independent',
        found: 'The personnel office confirmed title and dates by telephone.',
      },
      // A closed start-up: no register has it any more, and somebody who worked there vouches for the job.
      ...(before === undefined
        ? []
        : [
            { kind: 'organisation-exists', about: before.employer, outcome: 'not-found', contact: 'independent' },
            {
              kind: 'reference',
              about: before.employer,
              outcome: 'confirmed',
              contact: 'independent',
              found: 'A former colleague, found through a conference programme, described the work.',
            },
          ]),
      { kind: 'education', about: school?.school ?? '', outcome: 'confirmed', contact: 'independent' },
    ],
  }
}

/** A second spelling of the own mailbox in the form, and the résumé sent by mail. */
function aliasMail(making: Making): Story {
  const person = making.people.next()
  const alias = person.email.replace('@', '+jobs@')
  return {
    story: 'Uses a tagged spelling of the own mailbox in the form and sent the résumé by mail.',
    wish: { person, formEmail: alias, format: 'pdf-columns' },
    add: (of) => {
      const [resume] = of.files.splice(0)
      if (resume === undefined) return []
      const text = `Good morning,\r\n\r\nplease find my résumé attached. I can start in ${of.random.int(3, 10)} weeks.\r\n\r\n${fullName(person)}`
      const bytes = mail({
        from: alias,
        name: fullName(person),
        to: 'jobs@halyard.example.com',
        subject: `Application: ${of.role}`,
        date: of.applied,
        ip: making.address(),
        text,
        attached: { name: resume.name, type: 'application/pdf', bytes: resume.bytes },
      })
      return [{ name: 'application.eml', bytes }]
    },
  }
}

/** Everybody whom one staffing agency sends, with its switchboard instead of the own number, as agencies do. */
function agencyPeople(making: Making): Story[] {
  const phone = making.people.phone()
  const agency = `${making.random.fork('agency').pick(['Bellwether', 'Crosswater', 'Fourpoint', 'Highgable', 'Stonechat'])} Staffing`
  const template = {
    template: 'Agency.dotx',
    program: 'Microsoft Office Word',
    revisionRoot: `00${making.random.fork('agency file').hex(6).toUpperCase()}`,
  }
  const office = making.street()
  const mailDomain = `${agency.split(' ')[0]!.toLowerCase()}.example.net`
  const work: AtWork = {
    home: office.long,
    shipTo: office.short,
    laptopIp: making.address(),
    payTo: { account: '00770301', bank: '00-99-02' },
  }
  return Array.from({ length: THROUGH_AGENCY }, (_, i): Story => ({
    together: 'agency',
    work,
    story: `Sent by a staffing agency, whose switchboard, address and mail stand on everybody it sends${i === 3 ? '; half a year without work' : i === 7 ? '; wrote a cover note' : ''}.`,
    wish: {
      phone,
      source: `Agency: ${agency}`,
      mailDomain,
      cells: { Address: office.long },
      ip: '',
      device: '',
      referees: i % 4 === 0 ? 1 : 0,
      foot: `Presented by ${agency}.`,
      ...(i < IN_AGENCY_FORM
        ? { format: i % 2 === 0 ? 'docx-stacked' : 'docx-centred', facts: { ...template, author: '' } }
        : { format: i % 2 === 0 ? 'pdf-plain' : 'pdf-classic' }),
      ...(i === 3 ? { shape: { gap: 8, posts: 3 } } : {}),
      linksGithub: i % 5 === 1,
    },
    add: (of) => [...(i % 5 === 1 ? [someProjects(of)] : []), ...(i === 7 ? [coverNote(making, of)] : [])],
  }))
}

function coverNote(making: Making, of: Applicant): OutFile {
  const text = `Hello,\r\n\r\nthe agency has sent you my papers. What drew me to Halyard: ${of.resume.interests[0] ?? 'the sea'} taught me patience with weather and forms.\r\n\r\nRegards\r\n${of.person.given}`
  return {
    name: 'note.eml',
    bytes: mail({
      from: of.person.email,
      name: fullName(of.person),
      to: 'jobs@halyard.example.com',
      subject: 'A note beside my application',
      date: of.applied,
      ip: making.address(),
      text,
    }),
  }
}

/** One person, two applications: the name has changed in between, mailbox and phone have not. */
async function sameAgain(making: Making): Promise<Candidate[]> {
  const first = await applicant(making, 'again', { role: 'Data Engineer', format: 'pdf-plain', applied: dayIn(3, 640) })
  const person = { ...first.person, family: making.people.familyName() }
  const second = await applicant(making, 'again later', {
    role: 'Backend Engineer',
    person,
    history: first.history,
    format: 'pdf-columns',
    applied: dayIn(39, 810),
    device: first.cells['Device ID'] ?? '',
    resume: (contacts) => ({ ...first.resume, name: fullName(person), contacts }),
  })
  return [
    row(first, { story: 'Applied once before; applies again later under a changed name.' }),
    row(second, { story: 'The same person again, with a changed name and the same mailbox, phone and career.' }),
  ]
}

/** A referee who is an applicant too: an honest question, not more. */
async function namesAColleague(making: Making, colleague: Applicant): Promise<Candidate> {
  const shared = colleague.history[1] ?? colleague.history[0]
  if (shared === undefined) throw new RangeError('The colleague has no job.')
  const history = posts(
    making.random.fork('colleague'),
    making.employers.filter((e) => e !== shared.employer),
    colleague.role,
    { posts: 3 },
  ).map((post, i) => (i === 1 ? { ...post, employer: shared.employer } : post))
  const referees = [
    {
      name: fullName(colleague.person),
      email: colleague.person.email,
      phone: colleague.person.phone,
      organisation: shared.employer.name,
      relation: 'colleague',
    },
  ]
  const of = await applicant(making, 'names a colleague', { role: colleague.role, history, referees, format: 'pdf-plain' })
  return row(of, { story: 'Names a former colleague as referee who has applied here too.', expect: 'ask' })
}
