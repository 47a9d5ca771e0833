import type { Applicant } from './applicant.ts'
import { accountFile, history, repository, repositoryName, type Commit, type Repository } from './code-accounts.ts'
import { fullName, type OutFile } from './types.ts'

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

/** What the account's owner is called there. */
const ownerOf = ({ person }: Applicant) => ({ login: person.login, name: fullName(person), email: person.email })

function file(of: Applicant, created: string, has: { repositories: readonly Repository[]; commits: readonly Commit[] }): OutFile {
  const bytes = accountFile(of.random, { ...ownerOf(of), created: day(created), place: of.person.place }, has)
  return { name: `github-${of.person.login}.json`, bytes }
}

/** A few small projects, as most people have. */
export function someProjects(of: Applicant): OutFile {
  const { random, person } = of
  const start = random.int(2016, 2021)
  const repositories: Repository[] = []
  const commits: Commit[] = []
  for (let i = 0; i < random.int(2, 3); i += 1) {
    const repo = `${person.login}/${repositoryName(random)}`
    const from = day(`${start + i * 2}-0${random.int(1, 6)}-1${random.int(0, 9)}`)
    const to = new Date(from.getTime() + random.int(120, 500) * 86_400_000)
    repositories.push(repository(random, repo, { created: from, pushed: to }))
    commits.push(...history(random, ownerOf(of), { repo, from, to, count: random.int(14, 30) }))
  }
  return file(of, `${start - 1}-05-0${random.int(1, 9)}`, { repositories, commits })
}

/** Years of work, much of it signed or in other people's projects. */
export function longHistory(of: Applicant): OutFile {
  const { random, person } = of
  const own = `${person.login}/${repositoryName(random)}`
  const other = `open-${repositoryName(random)}/${repositoryName(random)}`
  const owner = ownerOf(of)
  const commits = [
    ...history(random, owner, { repo: own, from: day('2018-02-01'), to: day('2026-08-20'), count: 52, verified: 0.8 }),
    ...history(random, owner, { repo: other, from: day('2019-06-01'), to: day('2026-07-30'), count: 44, verified: 0.5 }),
  ]
  return file(of, '2017-11-14', {
    repositories: [repository(random, own, { created: day('2018-02-01'), pushed: day('2026-08-20') })],
    commits,
  })
}

/** Years on another host, moved here in one go, and gone on with. */
export function movedHere(of: Applicant): OutFile {
  const { random, person } = of
  const repo = `${person.login}/${repositoryName(random)}`
  const commits = [
    ...history(random, ownerOf(of), { repo, from: day('2015-03-01'), to: day('2021-10-20'), count: 48 }),
    ...history(random, ownerOf(of), { repo, from: day('2022-01-10'), to: day('2026-09-01'), count: 36 }),
  ]
  return file(of, '2021-12-28', {
    repositories: [repository(random, repo, { created: day('2021-12-29'), pushed: day('2026-09-01') })],
    commits,
  })
}

/** Busy, silent for years, busy again. */
export function silentForYears(of: Applicant): OutFile {
  const { random, person } = of
  const [first, second] = [`${person.login}/${repositoryName(random)}`, `${person.login}/${repositoryName(random)}-two`]
  const commits = [
    ...history(random, ownerOf(of), { repo: first, from: day('2014-04-01'), to: day('2017-09-01'), count: 30 }),
    ...history(random, ownerOf(of), { repo: second, from: day('2026-06-20'), to: day('2026-08-25'), count: 31 }),
  ]
  return file(of, '2014-03-02', {
    repositories: [
      repository(random, first, { created: day('2014-04-01'), pushed: day('2017-09-01') }),
      repository(random, second, { created: day('2026-06-20'), pushed: day('2026-08-25') }),
    ],
    commits,
  })
}

/** Everything that looks odd and means nothing: silence, several author names, dates far from when the commits were made. */
export function oddInEveryWay(of: Applicant): OutFile {
  const { random, person } = of
  const owner = ownerOf(of)
  const repo = `${person.login}/${repositoryName(random)}`
  const names = [owner.name, person.given, `${person.given} (build box)`, person.login]
  const old = history(random, owner, { repo, from: day('2013-05-01'), to: day('2016-03-01'), count: 24 })
  const recent = history(random, owner, { repo, from: day('2026-05-20'), to: day('2026-07-30'), count: 40 })
  const commits = [...old, ...recent].map((one, i): Commit => ({
    ...one,
    commit: {
      ...one.commit,
      author: { ...one.commit.author, name: names[i % names.length] as string },
      committer: { date: i % 3 === 0 ? one.commit.committer.date : '2026-08-02T11:00:00Z' },
    },
  }))
  return file(of, '2013-04-11', {
    repositories: [repository(random, repo, { created: day('2013-05-01'), pushed: day('2026-08-02') })],
    commits,
  })
}
