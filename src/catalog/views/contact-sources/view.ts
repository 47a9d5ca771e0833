import { defineView } from '../../../kit/input.ts'
import { isNonEmpty } from '../../../model/statement.ts'
import type { Attested, NonEmpty, Role, StatementOf } from '../../../model/statement.ts'

const READS = ['email', 'link', 'account'] as const

/** One mailbox or code-host handle with every source that names it. */
export interface ContactSources {
  readonly kind: 'email' | 'handle'
  readonly key: string
  readonly roles: ReadonlySet<Role>
  readonly named: NonEmpty<Attested<string>>
}

/** The candidate's mailboxes and code-host handles, each with the kinds of source that name it. */
export default defineView({
  id: 'contact-sources',
  missing: 'no e-mail address and no code-host handle',
  reads: READS,
  build: (of): NonEmpty<ContactSources> | undefined => {
    const groups = Map.groupBy(of.flatMap(contactsIn), (c) => `${c.kind} ${c.key}`)
    const contacts = [...groups.values()].flatMap((group): ContactSources[] => {
      const named = group.map((c): Attested<string> => ({ value: c.key, from: [c.statement] }))
      const [first] = group
      return first !== undefined && isNonEmpty(named)
        ? [{ kind: first.kind, key: first.key, roles: new Set(group.map((c) => c.role)), named }]
        : []
    })
    return isNonEmpty(contacts) ? contacts : undefined
  },
})

interface Contact {
  readonly kind: ContactSources['kind']
  readonly key: string
  readonly role: Role
  readonly statement: string
}

function contactsIn(s: StatementOf<(typeof READS)[number]>): Contact[] {
  const here = { role: s.seenIn.role, statement: s.id }
  if (s.property === 'email') return [{ kind: 'email', key: s.value.toLowerCase(), ...here }]
  if (s.property === 'link')
    return s.value.service === 'github' && s.value.handle !== undefined
      ? [{ kind: 'handle', key: s.value.handle.toLowerCase(), ...here }]
      : []
  const handle: Contact = { kind: 'handle', key: s.value.login.toLowerCase(), ...here }
  return s.value.email === undefined || s.value.email === ''
    ? [handle]
    : [handle, { kind: 'email', key: s.value.email.toLowerCase(), ...here }]
}
