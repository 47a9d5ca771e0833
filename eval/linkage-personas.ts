import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { linkWithProduct, type LinkInputMap } from './linkage-product.ts'
import type { Share } from './share.ts'

/**
 * Personas alleged by researchers, with the groups these allege. Allegations, not facts; only whether shared identifiers are found is
 * measured.
 */
export interface PersonaMeasures {
  readonly personas: number
  /** Pairs that share an identifier and came into one cluster. */
  readonly sharing: Share
  /** Pairs of different alleged groups that came into one cluster. */
  readonly across: number
  readonly removed: {
    /** One shared identifier taken from one of the two, another one left. */
    readonly anotherLeft: Share
    /** The only one taken away: nothing is left to link them, and nothing should. */
    readonly noneLeft: Share
    readonly across: number
  }
  readonly mailboxes: MailboxMeasures
}

/** Accounts and the mailboxes in their commits. */
export interface MailboxMeasures {
  readonly accounts: number
  /** Pairs of accounts with a common author in any of their repositories, copied ones among them. */
  readonly common: number
  /** Links where each account is given only the mailbox that leads in the commits which no other account has too. */
  readonly own: number
  /** The pairs that the corpus names for a common mailbox and that stay apart: in one of the two it stands in copied commits alone. */
  readonly apart: Share
  /** Links where copied history is not taken out: what the rule is for. */
  readonly all: number
}

const list = z.array(z.string())
const persona = z.object({
  id: z.string(),
  persona: z.string(),
  aliases: list,
  handles: list,
  github: list,
  twitter: list,
  telegram: list,
  linkedin: list,
  emails: list,
  wallets: list,
  safes: list,
  safe_signers: list,
  ips: list,
  phones: list,
})
type Persona = z.infer<typeof persona>

const MAP: LinkInputMap = {
  id: 'id',
  columns: { names: 'name', handles: 'account', emails: 'email', wallets: 'wallet', ips: 'ip', phones: 'phone' },
}
const asRecord = (p: Persona): object => ({
  id: p.id,
  names: [p.persona, ...p.aliases],
  // One handle is used at several places; where it was seen is no part of it.
  handles: [...p.handles, ...p.github, ...p.twitter, ...p.telegram, ...p.linkedin],
  emails: p.emails,
  wallets: [...p.wallets, ...p.safes, ...p.safe_signers],
  ips: p.ips,
  phones: p.phones,
})

const rows = (path: string): Record<string, string>[] => parse(readFileSync(path), { columns: true, bom: true })
const jsonLines = async (path: string, of: readonly object[]): Promise<string> => {
  await writeFile(path, of.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return path
}

export async function measurePersonas(shared: string, folder: string): Promise<PersonaMeasures> {
  const at = (name: string): string => join(shared, 'personas', name)
  const personas = readFileSync(at('dprk_personas.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => persona.parse(JSON.parse(line)))
  const group = new Map(rows(at('dprk_personas_gold.csv')).map((row) => [row['id']!, row['cluster']!]))
  const sharing = rows(at('dprk_personas_shared_identifier_pairs.csv')).map((row) => ({
    a: row['a']!,
    b: row['b']!,
    values: row['evidence']!.split(';').map((one) =>
      one
        .slice(one.indexOf('=') + 1)
        .trim()
        .toLowerCase(),
    ),
  }))
  const link = async (of: readonly Persona[]): Promise<Together> => {
    const { clusters } = await linkWithProduct({ input: await jsonLines(join(folder, 'personas.jsonl'), of.map(asRecord)), map: MAP })
    return (a, b) => (clusters.get(a) ?? a) === (clusters.get(b) ?? b)
  }
  const acrossIn = (together: Together): number =>
    personas.flatMap((p, i) => personas.slice(i + 1).filter((q) => group.get(p.id) !== group.get(q.id) && together(p.id, q.id))).length
  const whole = await link(personas)
  const left: boolean[] = []
  const none: boolean[] = []
  let across = 0
  for (const { a, b, values } of sharing) {
    for (const value of values) {
      const together = await link(personas.map((p) => (p.id === a ? without(p, value) : p)))
      ;(values.some((other) => other !== value) ? left : none).push(together(a, b))
      across += acrossIn(together)
    }
  }
  const shareOf = (found: readonly boolean[]): Share => ({ n: found.filter(Boolean).length, of: found.length })
  return {
    personas: personas.length,
    sharing: shareOf(sharing.map(({ a, b }) => whole(a, b))),
    across: acrossIn(whole),
    removed: { anotherLeft: shareOf(left), noneLeft: shareOf(none), across },
    mailboxes: await measureMailboxes(shared, folder),
  }
}
type Together = (a: string, b: string) => boolean

function without(p: Persona, value: string): Persona {
  const kept = (values: readonly string[]): string[] => values.filter((one) => one.toLowerCase() !== value)
  return persona.parse(Object.fromEntries(Object.entries(p).map(([key, of]) => [key, Array.isArray(of) ? kept(of) : of])))
}

const account = z.object({ login: z.string(), commits: z.array(z.array(z.string())) })

async function measureMailboxes(shared: string, folder: string): Promise<MailboxMeasures> {
  const accounts = gunzipSync(readFileSync(join(shared, 'personas/gh_profiles.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => account.parse(JSON.parse(line)))
  // Columns of a commit: repository, hash, author's name, mailbox, …
  const holders = new Map<string, number>()
  for (const { commits } of accounts) for (const hash of new Set(commits.map((c) => c[1]!))) holders.set(hash, (holders.get(hash) ?? 0) + 1)
  const all = accounts.map(({ login, commits }) => ({ id: login, mailboxes: [...new Set(commits.map((c) => c[3]!.toLowerCase()))] }))
  const own = accounts.map(({ login, commits }) => {
    const counts = new Map<string, number>()
    for (const c of commits) if (holders.get(c[1]!) === 1) counts.set(c[3]!.toLowerCase(), (counts.get(c[3]!.toLowerCase()) ?? 0) + 1)
    return {
      id: login,
      mailboxes: [...counts]
        .toSorted((x, y) => y[1] - x[1])
        .slice(0, 1)
        .map(([mailbox]) => mailbox),
    }
  })
  const map: LinkInputMap = { id: 'id', columns: { mailboxes: 'email' } }
  const linksOf = async (of: readonly object[]): Promise<ReadonlySet<string>> => {
    const { links } = await linkWithProduct({ input: await jsonLines(join(folder, 'mailboxes.jsonl'), of), map })
    return new Set(links.map(([a, b]) => [a, b].toSorted().join(' ')))
  }
  const byOwn = await linksOf(own)
  const named = rows(join(shared, 'personas/gh_shared_emails.csv')).map((row) => row['logins']!.split(';').toSorted().join(' '))
  const common = all.flatMap((a, i) => all.slice(i + 1).filter((b) => a.mailboxes.some((m) => b.mailboxes.includes(m)))).length
  return {
    accounts: accounts.length,
    common,
    own: byOwn.size,
    apart: { n: named.filter((pair) => !byOwn.has(pair)).length, of: named.length },
    all: (await linksOf(all)).size,
  }
}
