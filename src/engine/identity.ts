import { nameKey } from '../compute/name-key.ts'
import type { AnyStatement, StatementId } from '../model/statement.ts'
import { emailKey } from './identifiers.ts'
import type { SameApplicant } from './ports.ts'

/**
 * The identity channel: the one place besides list screening that reads names. It answers two narrow questions,
 * with names compared by equality only, so renaming everybody consistently changes no answer.
 */

/** Written on derived statements; a new version makes them anew. */
export const IDENTITY_READER = 'identity@1'

interface Traits {
  readonly names: ReadonlySet<string>
  readonly emails: ReadonlySet<string>
  readonly phones: ReadonlySet<string>
  readonly handles: ReadonlySet<string>
  readonly career: ReadonlySet<string>
}

/** Only what the person says of themselves counts: a referee's mailbox is not theirs. */
function traitsOf(statements: readonly AnyStatement[]): Traits {
  const names = new Set<string>()
  const emails = new Set<string>()
  const phones = new Set<string>()
  const handles = new Set<string>()
  const career = new Set<string>()
  for (const s of statements) {
    if (s.property === 'person-name') names.add(nameKey(s.value.full))
    else if (s.property === 'email') emails.add(emailKey(s.value))
    else if (s.property === 'phone') phones.add(s.value)
    else if (s.property === 'link' && s.value.handle !== undefined) handles.add(`${s.value.service}/${s.value.handle.toLowerCase()}`)
    else if (s.property === 'account') handles.add(`github/${s.value.login.toLowerCase()}`)
    else if (s.property === 'job' && s.value.from !== undefined) career.add(`${s.value.employer.toLowerCase()}|${s.value.from}`)
  }
  names.delete('')
  return { names, emails, phones, handles, career }
}

type Agreement = 'agree' | 'differ' | 'unknown'
function compare(a: ReadonlySet<string>, b: ReadonlySet<string>): Agreement {
  if (a.size === 0 || b.size === 0) return 'unknown'
  return [...a].some((key) => b.has(key)) ? 'agree' : 'differ'
}

/**
 * Are these two personas one applicant who came twice? `yes` needs two things that agree among name, mailbox, phone and
 * public handle, one of them the name or the mailbox; a mailbox also goes with the same career, so that a person who changed both name and number is known
 * again. One agreement beside a different name and mailbox is `no`: then what they share is a fact about two people.
 * Everything else is `unknown`. Symmetric.
 */
export function sameApplicant(a: readonly AnyStatement[], b: readonly AnyStatement[]): SameApplicant {
  const left = traitsOf(a)
  const right = traitsOf(b)
  const name = compare(left.names, right.names)
  const email = compare(left.emails, right.emails)
  const contacts = [email, compare(left.phones, right.phones), compare(left.handles, right.handles)]
  const agreeing = contacts.filter((c) => c === 'agree').length + (name === 'agree' ? 1 : 0)
  // Number and handle alone, under another name and mailbox: a person who changed both, or two who share both.
  if (agreeing >= 2) return name === 'differ' && email === 'differ' ? 'unknown' : 'yes'
  if (email === 'agree' && compare(left.career, right.career) === 'agree') return 'yes'
  // Whoever reads the mailbox is one party: never called two people by a machine.
  if (email === 'agree') return name === 'differ' ? 'no' : 'unknown'
  if (name === 'differ') return 'no'
  return 'unknown'
}

/** Author fields that name a program or a machine's default account, not a person; seen in real documents. */
const SOFTWARE = new Set(
  [
    'microsoft office user',
    'windows user',
    'user',
    'admin',
    'administrator',
    'owner',
    'author',
    'unknown',
    'hp',
    'dell',
    'lenovo',
    'acer',
    'asus',
    'pc',
    'home',
    'test',
    'python docx',
    'apache poi',
    'un named',
    'anonymous',
    'guest',
    'root',
    'canva',
    'google docs',
    'libreoffice',
    'microsoft word',
    'wkhtmltopdf',
    'latex',
    'enhancv',
    'resume io',
    'novoresume',
    'zety',
  ].map(nameKey),
)

/**
 * Is the author field of a document the candidate? Compared with every name the persona goes by: equal, one part of it, or
 * written in one word counts as the candidate. One answer per author field, on the statement of its digest.
 */
export function authorshipOf(
  statements: readonly AnyStatement[],
): readonly { readonly about: StatementId; readonly author: 'candidate' | 'somebody-else' | 'software' }[] {
  const names = [...traitsOf(statements).names]
  if (names.length === 0) return []
  const answers: { about: StatementId; author: 'candidate' | 'somebody-else' | 'software' }[] = []
  for (const s of statements) {
    if (s.property !== 'document-author') continue
    const key = nameKey(s.value.full)
    if (key === '') continue
    const author = SOFTWARE.has(key) ? 'software' : names.some((name) => sharesPart(name, key)) ? 'candidate' : 'somebody-else'
    answers.push({ about: s.id, author })
  }
  return answers
}

function sharesPart(name: string, author: string): boolean {
  const parts = name.split(' ')
  const own = new Set(parts)
  const joined = author.replaceAll(' ', '')
  return (
    author.split(' ').some((part) => part.length > 1 && own.has(part)) ||
    parts.filter((part) => part.length > 1 && joined.includes(part)).length >= 1
  )
}
