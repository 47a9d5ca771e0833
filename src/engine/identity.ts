import { nameKey } from '../compute/name-key.ts'
import { organisationKey } from '../compute/organisation-key.ts'
import type { AnyStatement, StatementId } from '../model/statement.ts'
import { emailKey } from '../compute/keys/email.ts'
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
    // By year: one document says "Jan 2019", the other "2019".
    else if (s.property === 'job' && s.value.from !== undefined)
      career.add(`${organisationKey(s.value.employer)}|${s.value.from.slice(0, 4)}`)
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
 * Are these two personas one applicant who came twice?
 *
 * - `yes`: the name or the mailbox agrees, and so does a second thing among name, mailbox, phone, public handle and career.
 *   So a person who changed name and number is known by the mailbox and the career.
 * - `no`: name and mailbox both differ, or one differs and the other was not read, or one mailbox serves two names with two
 *   careers. What they share is then a fact about two presented people. A person who changed name and mailbox at once falls
 *   here; that is why a person looks, and why the former name clears it.
 * - `unknown`: everything else.
 *
 * Symmetric. The more two personas share beside name and mailbox, the less this can turn into `yes`.
 */
export function sameApplicant(a: readonly AnyStatement[], b: readonly AnyStatement[]): SameApplicant {
  const left = traitsOf(a)
  const right = traitsOf(b)
  const name = compare(left.names, right.names)
  const email = compare(left.emails, right.emails)
  const career = compare(left.career, right.career)
  const others = [compare(left.phones, right.phones), compare(left.handles, right.handles), career]
  if (name === 'agree' && email === 'agree') return 'yes'
  if ((name === 'agree' || email === 'agree') && others.includes('agree')) return 'yes'
  if (email === 'agree') return name === 'differ' && career === 'differ' ? 'no' : 'unknown'
  if (name === 'agree') return 'unknown'
  return name === 'differ' || email === 'differ' ? 'no' : 'unknown'
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
 * Is the author field of a document the candidate? Compared with every name the persona goes by: a part in common, or name
 * and surname (or its initial) written in one word, counts as the candidate. One answer per author field, on the statement of its digest.
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

/** Equality of whole parts, so that a short name is not found inside a longer one; or name and surname written as one word. */
function sharesPart(name: string, author: string): boolean {
  const parts = name.split(' ')
  if (author.split(' ').some((part) => part.length > 1 && parts.includes(part))) return true
  const joined = author.replaceAll(' ', '')
  return parts.some((first) =>
    parts.some((last) => first !== last && [first + last, first.charAt(0) + last, last + first.charAt(0)].includes(joined)),
  )
}
