import { isoSecond } from './calendar.ts'
import type { Random } from './random.ts'
import { TRADES } from './bank/organisations.ts'

const DAY = 86_400_000

/** One commit as "List commits" gives it, reduced to what the example needs, with the repository beside it. */
export interface Commit {
  readonly repo: string
  readonly sha: string
  readonly author: { readonly login: string } | null
  readonly commit: {
    readonly author: { readonly name: string; readonly email: string; readonly date: string }
    readonly committer: { readonly date: string }
    readonly message: string
    readonly tree: { readonly sha: string }
    readonly verification: { readonly verified: boolean }
  }
  readonly parents: readonly { readonly sha: string }[]
}

export interface Repository {
  readonly full_name: string
  readonly fork: boolean
  readonly created_at: string
  readonly pushed_at: string
  readonly stargazers_count: number
  readonly size: number
  readonly language: string
}

export interface Committer {
  readonly login: string
  readonly name: string
  readonly email: string
}

const VERBS = [
  'Add',
  'Fix',
  'Drop',
  'Rename',
  'Speed up',
  'Test',
  'Document',
  'Guard',
  'Split',
  'Log',
  'Round',
  'Cache',
  'Retry',
  'Simplify',
  'Revert',
  'Bump',
]
const PARTS = [
  'parser',
  'export',
  'importer',
  'index',
  'schema',
  'date handling',
  'error page',
  'colours',
  'build',
  'rate limit',
  'unit tests',
  'fixtures',
  'readme',
  'login form',
  'table view',
  'cron job',
]
const WORDS = [
  'harbour',
  'tally',
  'ledger',
  'sprout',
  'lantern',
  'pebble',
  'quill',
  'rowan',
  'thimble',
  'ferry',
  'plover',
  'cinder',
  'mosaic',
  'anvil',
  'saffron',
  'bramble',
]
const ENDINGS = ['kit', 'box', 'lint', 'sync', 'board', 'api', 'notes', 'cli', 'map', 'feed']

export const repositoryName = (random: Random): string =>
  `${random.pick(WORDS)}-${random.pick(ENDINGS)}${random.chance(0.4) ? random.int(2, 9) : ''}`

/** Commits of one author between two instants, at working hours more often than not. */
export function history(
  random: Random,
  who: Committer,
  work: { repo: string; from: Date; to: Date; count: number; verified?: number },
): Commit[] {
  const span = work.to.getTime() - work.from.getTime()
  const times = Array.from(
    { length: work.count },
    () =>
      Math.floor((work.from.getTime() + random.next() * span) / DAY) * DAY + random.int(7, 22) * 3_600_000 + random.int(0, 3_599) * 1000,
  ).sort((a, b) => a - b)
  let parent = random.hex(40)
  return times.map((time) => {
    const date = isoSecond(new Date(time))
    const sha = random.hex(40)
    const message = `${random.pick(VERBS)} ${random.pick(PARTS)}${random.chance(0.5) ? ` for ${random.pick(random.pick(TRADES).things)}` : ''}`
    const one: Commit = {
      repo: work.repo,
      sha,
      author: { login: who.login },
      commit: {
        author: { name: who.name, email: who.email, date },
        committer: { date },
        message,
        tree: { sha: random.hex(40) },
        verification: { verified: random.chance(work.verified ?? 0) },
      },
      parents: [{ sha: parent }],
    }
    parent = sha
    return one
  })
}

/** The same history under another author: content, messages and dates kept, all hashes new. */
export function copied(random: Random, commits: readonly Commit[], who: Committer, repo: string): Commit[] {
  let parent = random.hex(40)
  return commits.map((original) => {
    const sha = random.hex(40)
    const { committer, message, tree } = original.commit
    const one: Commit = {
      repo,
      sha,
      author: { login: who.login },
      commit: {
        author: { name: who.name, email: who.email, date: original.commit.author.date },
        committer,
        message,
        tree,
        verification: { verified: false },
      },
      parents: [{ sha: parent }],
    }
    parent = sha
    return one
  })
}

export function repository(random: Random, name: string, more: { created: Date; pushed: Date; fork?: boolean }): Repository {
  return {
    full_name: name,
    fork: more.fork ?? false,
    created_at: isoSecond(more.created),
    pushed_at: isoSecond(more.pushed),
    stargazers_count: random.int(0, 40),
    size: random.int(40, 9_000),
    language: random.pick(['Go', 'TypeScript', 'Python', 'Rust', 'Java']),
  }
}

/** The file that an export writes: the REST API's objects, one entry a line. */
export function accountFile(
  random: Random,
  who: Committer & { readonly created: Date; readonly publicEmail?: boolean; readonly place?: string },
  has: { repositories: readonly Repository[]; commits: readonly Commit[] },
): Uint8Array {
  const { login, name, email, created } = who
  const latest = has.commits
    .map((c) => c.commit.author.date)
    .sort()
    .at(-1)
  const user = {
    login,
    id: random.int(2_000_000, 180_000_000),
    name,
    company: null,
    blog: '',
    location: who.place ?? null,
    email: who.publicEmail === false ? null : email,
    bio: null,
    public_repos: has.repositories.length,
    created_at: isoSecond(created),
  }
  const events = latest === undefined ? [] : [{ type: 'PushEvent', repo: { name: has.commits.at(-1)?.repo ?? '' }, created_at: latest }]
  const neighbours = (count: number): { login: string }[] =>
    Array.from({ length: count }, () => ({ login: `${random.pick(WORDS)}${random.pick(ENDINGS)}${random.int(1, 99)}` }))
  const list = (entries: readonly unknown[]): string =>
    entries.length === 0 ? '[]' : `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
  const text = `{"user":${JSON.stringify(user)},\n"repos":${list(has.repositories)},\n"commits":${list(has.commits)},\n"events":${list(events)},\n"followers":${list(neighbours(random.int(0, 6)))},\n"following":${list(neighbours(random.int(0, 6)))},\n"orgs":[]}\n`
  return new TextEncoder().encode(text)
}
