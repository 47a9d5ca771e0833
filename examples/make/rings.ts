import { applicant, type Making, type Wish } from './applicant.ts'
import { daysBefore, TODAY, yearOf } from './calendar.ts'
import { posts, resume, type Post } from './careers.ts'
import { accountFile, copied, history, repository, repositoryName } from './code-accounts.ts'
import { PHONE_STYLES } from './people.ts'
import { jpeg, portrait } from './photos.ts'
import { reword } from './prose.ts'
import type { Random } from './random.ts'
import type { Street } from './streets.ts'
import { fullName, type AtWork, type Candidate, type Person, type Referee, type Resume } from './types.ts'

/** Share of the words that a copyist exchanges; a few a page, as in the published cases. */
const TOUCHED = 0.015

/** Four personas with one phone on three of them, one résumé in four copies, one wallet, and files that began as one document. */
export async function ringA(making: Making, mutate: boolean): Promise<Candidate[]> {
  const random = making.random.fork('ring a')
  const base = posts(random, making.employers, 'Backend Engineer', { posts: 3, ended: false })
  const original = resume(random, making.prose, { owner: 'ring a', name: '', role: 'Backend Engineer', contacts: [] }, base)
  const shared = { phone: making.people.phone(), wallet: `0x${random.hex(40)}`, revisionRoot: `00${random.hex(6).toUpperCase()}` }
  const farm = atOneHome(making, random.fork('at work'))
  const rows: Candidate[] = []
  for (let i = 0; i < 4; i += 1) {
    const person = making.people.next()
    const keeps = (p: number): boolean => !mutate || random.chance(p)
    const phone = i < 3 && keeps(0.8) ? shared.phone : person.phone
    const wallet = keeps(0.75) || (i < 2 && mutate) ? shared.wallet : `0x${random.hex(40)}`
    const style = mutate ? random.pick(PHONE_STYLES) : 'bracketed'
    const jobs = base.map((post, n): Post => ({
      ...post,
      employer: n === i % 3 ? post.employer : likeEmployer(making, random, post),
      from: post.from - 2 * i,
      to: post.to === undefined ? undefined : post.to - 2 * i,
    }))
    const wish: Wish = {
      role: 'Backend Engineer',
      person,
      phone,
      phoneStyle: style,
      history: jobs,
      referees: 0,
      applied: daysBefore(TODAY, 9 + 2 * i + random.next()),
      format: mutate && random.chance(0.3) ? 'docx-stacked' : 'docx-tabbed',
      facts: {
        program: 'Microsoft Office Word',
        ...(keeps(0.7) ? { revisionRoot: shared.revisionRoot } : {}),
        author: fullName(person),
        lastModifiedBy: fullName(person),
      },
      resume: (contacts) => ({
        ...retold(making, random, original, { person, jobs, mutate, touched: i === 0 ? 0 : TOUCHED }),
        contacts: i < 2 ? [...contacts, `USDT (ERC-20): ${wallet}`] : contacts,
      }),
      ...(i < 2 ? {} : { cells: { 'Payout Wallet': wallet } }),
      ...(mutate && random.chance(0.4) ? { formEmail: person.email.replace('@', `+${random.hex(3)}@`) } : {}),
    }
    const of = await applicant(making, `ring a ${i}`, wish)
    rows.push({
      group: 'ring-a',
      expect: 'review',
      story: 'One of four personas with a common phone, wallet, document and text; at work with one delivery address, network and wallet.',
      work: { ...farm(i), payTo: { wallet } },
      applied: of.applied,
      cells: of.cells,
      files: of.files,
    })
  }
  return rows
}

/** Four who gave four homes and are sent laptops to a fifth, where they stay; two of them with one key for signing in. */
function atOneHome(making: Making, random: Random): (i: number) => AtWork {
  const there = making.street()
  const ip = making.address()
  const key = `key-${random.hex(8)}`
  return (i) => ({
    home: making.street().long,
    shipTo: i % 2 === 0 ? there.long : there.short,
    laptopIp: ip,
    ...(i < 2 ? { mfaDevice: key } : {}),
  })
}

/** Another employer of the same trade, so that the copied sentences still fit. */
function likeEmployer(making: Making, random: Random, post: Post): Post['employer'] {
  const others = making.employers.filter((e) => e.trade === post.employer.trade && e !== post.employer)
  return others.length === 0 ? post.employer : random.pick(others)
}

interface Copy {
  readonly person: Person
  readonly jobs: readonly Post[]
  readonly mutate: boolean
  readonly touched: number
}

/** The same résumé under another name: a word here and there, and in a mutated company whole passages, written anew. */
function retold(making: Making, random: Random, original: Resume, { person, jobs, mutate, touched }: Copy): Resume {
  const share = mutate ? 0.1 + 0.2 * random.next() : 0
  const passage = (text: string, post: Post): string =>
    random.chance(share)
      ? (making.prose.bullets(
          random,
          `ring a ${person.login}`,
          { role: 'Backend Engineer', trade: post.employer.trade, year: yearOf(post.from) },
          1,
        )[0] as string)
      : reword(random, text, mutate ? touched * 2 : touched)
  return {
    ...original,
    name: fullName(person),
    summary: reword(random, original.summary, touched),
    jobs: original.jobs.map((job, i) => {
      const post = jobs[i] as Post
      return { ...job, employer: post.employer.name, from: post.from, to: post.to, bullets: job.bullets.map((text) => passage(text, post)) }
    }),
    interests: random.shuffle(original.interests),
  }
}

/** Three personas with one photo, one career, one code history under three authors, and referees in a circle. */
export async function ringB(making: Making, mutate: boolean): Promise<Candidate[]> {
  const random = making.random.fork('ring b')
  const career = posts(random, making.employers, 'Frontend Developer', { posts: 4, ended: false })
  const people = [0, 1, 2].map(() => making.people.next())
  const svg = portrait(random)
  const homes = [0, 1, 2].map(() => making.street())
  const treatments = [{ quality: 82 }, { quality: 52, width: 200 }, { quality: 68, mirrored: true }]
  const code = codeOf(making, random, people)
  const rows: Candidate[] = []
  for (const [i, person] of people.entries()) {
    const next = people[(i + 1) % people.length] as Person
    const broken = mutate && random.chance(0.3)
    const referee: Referee = {
      name: fullName(next),
      email: mutate && random.chance(0.5) ? next.email.replace('@', '+ref@') : next.email,
      phone: next.phone,
      organisation: career[1 + (i % 3)]?.employer.name ?? '',
      relation: 'manager',
    }
    const wish: Wish = {
      role: 'Frontend Developer',
      person,
      linksGithub: true,
      applied: daysBefore(TODAY, 14 + 5 * i + random.next()),
      format: (['pdf-plain', 'pdf-columns', 'pdf-classic'] as const)[i] ?? 'pdf-plain',
      history: ownFirst(making, random, career, mutate),
      referees: broken ? [] : [referee],
    }
    const of = await applicant(making, `ring b ${i}`, wish)
    if (!mutate || i < 2 || random.chance(0.6))
      of.files.push({
        name: 'photo.jpg',
        bytes: await jpeg(svg, {
          ...(treatments[i] as (typeof treatments)[number]),
          ...(mutate ? { quality: random.int(38, 75), trim: random.int(0, 3) } : {}),
        }),
      })
    if (!mutate || i === 0 || random.chance(0.7)) of.files.push({ name: `github-${person.login}.json`, bytes: code[i] as Uint8Array })
    rows.push({
      group: 'ring-b',
      expect: 'review',
      story: 'One of three personas with one picture, one career, one code history and referees in a circle; paid to one account.',
      work: {
        home: (homes[i] as Street).long,
        ...(i === 2 ? { shipTo: (homes[0] as Street).short } : {}),
        ...(i > 0 ? { mfaPhone: (people[1] as Person).phone } : {}),
        payTo: { account: '00550918', bank: '00-99-03' },
      },
      applied: of.applied,
      cells: of.cells,
      files: of.files,
    })
  }
  return rows
}

/** A present job of the persona's own before the three that all have; in a mutated company one of these may be a month off. */
function ownFirst(making: Making, random: Random, career: readonly Post[], mutate: boolean): Post[] {
  const [latest, ...older] = career
  if (latest === undefined) throw new RangeError('No career.')
  const slip = mutate && random.chance(0.3) ? random.int(0, older.length - 1) : -1
  return [
    { ...latest, employer: likeEmployer(making, random, latest) },
    ...older.map((post, i) => (i === slip ? { ...post, from: post.from + 1 } : post)),
  ]
}

/** The first account's history, and two copies of it with other authors in younger accounts. */
function codeOf(making: Making, random: Random, people: readonly Person[]): Uint8Array[] {
  const day = (text: string): Date => new Date(`${text}T00:00:00Z`)
  const created = [day('2018-08-06'), day('2024-02-19'), day('2025-01-27')]
  const [first] = people
  if (first === undefined) return []
  const owner = (p: Person) => ({ login: p.login, name: fullName(p), email: p.email })
  const repo = repositoryName(random)
  const original = history(random, owner(first), {
    repo: `${first.login}/${repo}`,
    from: day('2019-01-08'),
    to: day('2022-05-30'),
    count: 46,
  })
  return people.map((person, i) => {
    const name = `${person.login}/${i === 0 ? repo : repositoryName(random)}`
    const commits = i === 0 ? original : copied(random, original, owner(person), name)
    const at = created[i] as Date
    return accountFile(
      making.random.fork(`ring b code ${i}`),
      { ...owner(person), created: at, publicEmail: i !== 1 },
      { repositories: [repository(random, name, { created: i === 0 ? day('2019-01-08') : at, pushed: day('2025-02-01') })], commits },
    )
  })
}
