import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { digest } from '../src/compute/digest.ts'
import { CORPORA } from './corpora.ts'

/**
 * The two account corpora as the file that the github-account reader takes: `{user, repos, commits}` with the REST API's
 * objects. What a corpus does not hold is left out, never invented; the exceptions are named at their place.
 */

const lines = (path: string): unknown[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

export interface AccountFile {
  /** For joining labels within a run; never printed. */
  readonly login: string
  readonly created: string
  /** Authored dates of its commits, as written. */
  readonly dates: readonly string[]
  readonly bytes: Uint8Array
}

/** `2017-09-06 07:42:50` is UTC in this corpus. */
const utc = (text: string): string => (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`).replace(' ', 'T')

const honestRow = z.object({
  login: z.string(),
  id: z.int(),
  profile: z.object({
    created_at: z.string(),
    public_repos: z.int(),
    location: z.string().nullable(),
    blog: z.string().nullable(),
    bio: z.string().nullable(),
  }),
  repos: z.array(
    z.object({
      fork: z.boolean(),
      created_at: z.string(),
      pushed_at: z.string().nullable(),
      size: z.int().nullable(),
      language: z.string().nullable(),
    }),
  ),
  commits: z.array(z.tuple([z.string(), z.int().nullable(), z.int().nullable(), z.int().nullable(), z.string(), z.string().nullable()])),
})

/**
 * Columns of a commit here: repository, number of its owner, of the author, of the committer, authored date, subject. There is
 * no hash: one is made of author, date and subject, so that the same commit in two repositories has the same one. There
 * is no mailbox. Repositories have no name, so which are forks cannot be joined to commits and stays unknown.
 */
export function honestAccounts(shared: string): AccountFile[] {
  return lines(join(shared, CORPORA['honest-accounts'].found)).map((line) => {
    const row = honestRow.parse(line)
    const { profile } = row
    const loginOf = (id: number | null): string => (id === row.id ? row.login : `account-${id}`)
    const document = {
      user: {
        login: row.login,
        id: row.id,
        created_at: utc(profile.created_at),
        public_repos: profile.public_repos,
        location: profile.location,
        blog: profile.blog,
        bio: profile.bio,
      },
      repos: row.repos.map((r, i) => ({
        full_name: `${row.login}/unnamed-${i + 1}`,
        fork: r.fork,
        created_at: utc(r.created_at),
        size: r.size,
        language: r.language,
        ...(r.pushed_at === null ? {} : { pushed_at: utc(r.pushed_at) }),
      })),
      commits: row.commits.map(([repository, owner, author, , date, subject]) => ({
        repo: `${loginOf(owner)}/${repository.split('/').at(-1)}`,
        sha: digest(`${author} ${date} ${subject}`).slice(0, 40),
        author: author === null ? null : { login: loginOf(author) },
        commit: { author: { date: utc(date) }, message: subject },
      })),
    }
    return fileOf(
      document,
      row.commits.map((c) => utc(c[4])),
    )
  })
}

const allegedRow = z.object({
  login: z.string(),
  profile: z.looseObject({ login: z.string(), id: z.int(), created_at: z.string() }).nullable(),
  repos: z.array(z.looseObject({ full_name: z.string() })).nullable(),
  commits: z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.string(), z.string(), z.string(), z.string()])),
  followers: z.array(z.string()).nullable(),
  following: z.array(z.string()).nullable(),
})

/** Columns of a commit here: repository, hash, author's name, mailbox and date, committer's name, mailbox and date, subject. */
export function allegedAccounts(shared: string): AccountFile[] {
  return lines(join(shared, CORPORA['alleged-accounts'].found)).flatMap((line) => {
    const row = allegedRow.parse(line)
    // Some rows are logins without an account behind them: nothing to read.
    if (row.profile === null) return []
    const login = row.profile.login
    const document = {
      user: row.profile,
      repos: row.repos,
      // No "author" key: the corpus does not say to which account the platform resolved a commit.
      commits: row.commits.map(([repository, sha, name, email, authored, , , committed, subject]) => ({
        repo: `${login}/${repository}`,
        sha,
        commit: { author: { name, email, date: authored }, committer: { date: committed }, message: subject },
      })),
      followers: row.followers?.map((neighbour) => ({ login: neighbour })),
      following: row.following?.map((neighbour) => ({ login: neighbour })),
    }
    return [
      fileOf(
        document,
        row.commits.map((c) => c[4]),
      ),
    ]
  })
}

function fileOf(
  document: { readonly user: { readonly login: string; readonly created_at: string } },
  dates: readonly string[],
): AccountFile {
  return { login: document.user.login, created: document.user.created_at, dates, bytes: new TextEncoder().encode(JSON.stringify(document)) }
}

const labelRow = z.object({ login: z.string(), label_confidence: z.enum(['high', 'medium', 'low']) })
export type Confidence = z.infer<typeof labelRow>['label_confidence']

/** What the publisher says how sure it is, by login in lower case. */
export function labelsOf(shared: string): ReadonlyMap<string, Confidence> {
  const rows = parse(readFileSync(join(shared, CORPORA['alleged-accounts'].labels ?? '')), { columns: true, bom: true })
  return new Map(
    z
      .array(labelRow)
      .parse(rows)
      .map((r) => [r.login.toLowerCase(), r.label_confidence]),
  )
}
