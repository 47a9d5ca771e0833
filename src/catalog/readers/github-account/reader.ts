import { z } from 'zod'
import { digest32 } from '../../../compute/digest.ts'
import { nameKey } from '../../../compute/name-key.ts'
import { defineReader } from '../../../kit/reader.ts'
import { emptyFile, unreadable } from '../../../model/errors.ts'
import { collector, type Collector } from '../../grammar/collector.ts'
import { isNoreply, linkOf, mailOf } from '../../grammar/contact-value.ts'
import { parseJson } from '../../grammar/json-text.ts'
import { withoutOwn } from '../../grammar/own-words.ts'
import { momentOf } from './moment.ts'
import * as shapes from './shapes.ts'

/** Commits, events and neighbours that are read of one account; the rest is counted. The busiest honest account measured had 9,000. */
const MOST_COMMITS = 20_000
const MOST_OTHERS = 10_000
/** Opening of a JSON object; a byte order mark and blanks may stand before it. */
const OPENING = /^\ufeff?\s*\{/

type Document = Readonly<Record<string, unknown>>

export default defineReader({
  id: 'github-account',
  version: 1,
  title: 'GitHub account (REST API objects in one JSON file)',
  extensions: ['.json'],
  recognise(head) {
    const text = new TextDecoder().decode(head)
    if (!OPENING.test(text)) return 'no'
    if (/"user"\s*:\s*\{[^{}]*"login"\s*:/.test(text)) return 'yes'
    // The account may stand behind its commits, out of sight here.
    return /^\ufeff?\s*\{\s*"(?:repos|commits|events|followers|following|orgs)"\s*:\s*\[/.test(text) ? 'maybe' : 'no'
  },
  async read({ bytes }) {
    if (bytes.length === 0) throw emptyFile('The file is empty. Export the account again.')
    const document = parseJson(decode(bytes), 'GitHub account')
    const user = userOf(document)
    const found = collector()
    account(found, user)
    const forks = repositories(found, document as Document, user)
    commits(found, document as Document, { user, forks })
    events(found, document as Document)
    neighbours(found, document as Document)
    return { role: 'code-account', statements: found.statements, enclosed: [], notes: found.notes() }
  },
})

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unreadable(
      'The GitHub account file is not UTF-8 text. Export it again with the API; do not open and save it in another program.',
      { cause },
    )
  }
}

function userOf(document: unknown): shapes.User {
  const parsed = z.object({ user: shapes.user }).safeParse(document)
  if (parsed.success) return parsed.data.user
  const issue = parsed.error.issues[0]
  throw unreadable(
    `The file has no usable "user": ${issue?.path.join('.') ?? 'user'} – ${issue?.message ?? 'missing'}. It must hold the answer of "Get a user" under "user", and lists under "repos", "commits", "events", "followers", "following" and "orgs".`,
    { pointer: `/${issue?.path.join('/') ?? 'user'}` },
  )
}

/** What the platform says of the account is observed; what the person typed into the profile is claimed. */
function account(found: Collector, user: shapes.User): void {
  const created = momentOf(user.created_at)
  if (created === undefined)
    throw unreadable(`The account's "created_at" is not a date: "${user.created_at.slice(0, 40)}". Export the account again.`, {
      pointer: '/user/created_at',
    })
  const email = user.email === undefined ? undefined : mailOf(user.email)
  const blog = user.blog?.trim() === '' ? undefined : user.blog?.trim()
  found.add({
    about: 'self',
    property: 'account',
    basis: 'observed',
    at: '/user',
    value: {
      service: 'github',
      login: user.login,
      id: user.id,
      created: created.utc,
      ...(user.public_repos === undefined ? {} : { publicRepos: user.public_repos }),
      ...(email === undefined ? {} : { email }),
      ...(blog === undefined ? {} : { blog }),
    },
  })
  const login = linkOf(`https://github.com/${user.login}`)
  if (login !== undefined)
    found.add({ about: 'self', property: 'link', basis: 'observed', at: '/user/login', original: user.login, value: login })
  if (email !== undefined && email !== '' && !isNoreply(email)) {
    const kept = found.add({
      about: 'self',
      property: 'email',
      basis: 'claimed',
      at: '/user/email',
      value: email,
      ...original(user.email, email),
    })
    if (!kept) found.skip('The public e-mail is not an address', '/user/email')
  }
  const link = blog === undefined ? undefined : linkOf(blog, 'portfolio')
  if (link !== undefined)
    found.add({ about: 'self', property: 'link', basis: 'claimed', at: '/user/blog', value: link, ...original(blog, link.url) })
  const { name, location, bio } = user
  if (name !== undefined && name.trim() !== '')
    found.add({ about: 'self', property: 'person-name', basis: 'claimed', at: '/user/name', value: { full: name.trim() } })
  if (location !== undefined && location.trim() !== '')
    found.add({
      about: 'self',
      property: 'place',
      basis: 'claimed',
      at: '/user/location',
      value: { text: location.trim(), scope: 'residence' },
    })
  if (bio !== undefined && bio.trim() !== '')
    found.add({
      about: 'self',
      property: 'passage',
      basis: 'claimed',
      at: '/user/bio',
      value: { text: withoutOwn(bio.trim(), [name ?? '', user.login]), kind: 'summary' },
    })
}

/** Full name, lower case → is a fork. */
function repositories(found: Collector, document: Document, user: shapes.User): ReadonlyMap<string, boolean> {
  const forks = new Map<string, boolean>()
  each(found, document, { list: 'repos', shape: shapes.repository, most: MOST_OTHERS }, (repo, at) => {
    const created = repo.created_at === undefined ? undefined : momentOf(repo.created_at)
    const pushed = repo.pushed_at === undefined ? undefined : momentOf(repo.pushed_at)
    forks.set(repo.full_name.toLowerCase(), repo.fork)
    return found.add({
      about: 'self',
      property: 'repository',
      basis: 'observed',
      at,
      value: {
        name: repo.full_name,
        fork: repo.fork,
        own: isOwn(repo.full_name, user),
        ...(created === undefined ? {} : { created: created.utc }),
        ...(pushed === undefined ? {} : { pushed: pushed.utc }),
        ...(repo.stargazers_count === undefined ? {} : { stars: repo.stargazers_count }),
        ...(repo.size === undefined ? {} : { size: repo.size }),
        ...(repo.language === undefined ? {} : { language: repo.language }),
      },
    })
  })
  return forks
}

interface Owner {
  readonly user: shapes.User
  readonly forks: ReadonlyMap<string, boolean>
}

function commits(found: Collector, document: Document, owner: Owner): void {
  each(found, document, { list: 'commits', shape: shapes.commit, most: MOST_COMMITS }, (entry, at) => {
    const authored = momentOf(entry.commit.author.date)
    if (authored === undefined) return `its date "${entry.commit.author.date.slice(0, 40)}" is not a date between 1970 and 2099`
    return found.add({ about: 'self', property: 'commit', basis: 'observed', at, value: commitValue(entry, authored, owner) })
  })
}

function commitValue(entry: shapes.Commit, authored: NonNullable<ReturnType<typeof momentOf>>, { user, forks }: Owner) {
  const { author, committer, message, tree, verification } = entry.commit
  const committed = committer?.date === undefined ? undefined : momentOf(committer.date)
  const fork = forks.get(entry.repo.toLowerCase())
  const login = entry.author?.login
  return {
    repository: entry.repo,
    own: isOwn(entry.repo, user),
    ...(fork === undefined ? {} : { fork }),
    sha: entry.sha.toLowerCase(),
    ...(tree?.sha === undefined ? {} : { tree: tree.sha.toLowerCase() }),
    ...(author.email === undefined ? {} : { authorEmail: author.email.trim().toLowerCase() }),
    ...(author.name === undefined || nameKey(author.name) === '' ? {} : { authorDigest: digest32(nameKey(author.name)) }),
    // A file that leaves the platform's answer out does not deny it.
    ...(entry.author === undefined ? {} : { byAccount: login !== undefined && login.toLowerCase() === user.login.toLowerCase() }),
    ...(verification?.verified === undefined ? {} : { verified: verification.verified }),
    authored: authored.utc,
    ...(committed === undefined ? {} : { committed: committed.utc }),
    ...(authored.offsetMinutes === undefined ? {} : { offsetMinutes: authored.offsetMinutes }),
    ...(message === undefined ? {} : { messageDigest: digest32(message.replace(/\s+/g, ' ').trim()) }),
    ...(entry.parents === undefined ? {} : { parents: entry.parents.length }),
  }
}

function events(found: Collector, document: Document): void {
  each(found, document, { list: 'events', shape: shapes.event, most: MOST_OTHERS }, (entry, at) => {
    const when = momentOf(entry.created_at)
    if (when === undefined) return `its date "${entry.created_at.slice(0, 40)}" is not a date between 1970 and 2099`
    const repository = entry.repo?.name
    return found.add({
      about: 'self',
      property: 'account-event',
      basis: 'observed',
      at,
      value: { type: entry.type, at: when.utc, ...(repository === undefined ? {} : { repository }) },
    })
  })
}

function neighbours(found: Collector, document: Document): void {
  for (const [list, relation] of [
    ['followers', 'follower'],
    ['following', 'following'],
    ['orgs', 'organisation'],
  ] as const) {
    each(found, document, { list, shape: shapes.neighbour, most: MOST_OTHERS }, ({ login }, at) =>
      found.add({ about: 'self', property: 'account-neighbour', basis: 'observed', at, value: { login, relation } }),
    )
  }
}

interface List<T> {
  readonly list: string
  readonly shape: z.ZodType<T>
  readonly most: number
}

/** Each entry of a list by itself: a bad one is noted with its place and the reason, and the others go on. */
function each<T>(
  found: Collector,
  document: Document,
  { list, shape, most }: List<T>,
  take: (entry: T, at: string) => boolean | string,
): void {
  const entries = document[list]
  if (entries === undefined || entries === null) return
  if (!Array.isArray(entries)) return found.skip(`"${list}" is not a list and was left out`, `/${list}`)
  if (entries.length > most)
    found.note({
      kind: 'skipped',
      says: `Only the first ${most.toLocaleString('en')} of "${list}" were read`,
      at: `/${list}`,
      count: entries.length - most,
    })
  for (const [i, entry] of entries.slice(0, most).entries()) {
    const at = `/${list}/${i}`
    const parsed = shape.safeParse(entry)
    const issue = parsed.error?.issues[0]
    const taken = parsed.success ? take(parsed.data, at) : `${issue?.path.join('.') || 'it'} – ${issue?.message}`
    if (taken !== true)
      found.skip(`An entry of "${list}" was left out: ${taken === false ? 'a value is too long or of the wrong kind' : taken}`, at)
  }
}

const isOwn = (repository: string, user: shapes.User): boolean => repository.split('/')[0]?.toLowerCase() === user.login.toLowerCase()

/** The spelling in the file, where it differs. */
const original = (written: string | undefined, value: string): { original: string } | Record<string, never> =>
  written === undefined || written === value ? {} : { original: written }
