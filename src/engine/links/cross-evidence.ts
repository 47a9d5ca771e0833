import type { LinkEvidence } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import type { Pair } from '../ports.ts'
import type { Ground, Use } from './ground.ts'
import { ACROSS, REACH } from './kinds.ts'
import { REMOVED_BY, shareOf, weightOf } from './value-evidence.ts'

type Role = 'own' | 'shown' | 'referee' | 'codes'
const ROLES: Readonly<Record<string, Role>> = {
  email: 'own',
  phone: 'own',
  link: 'own',
  'shown-email': 'shown',
  'shown-link': 'shown',
  'mfa-phone': 'codes',
  'referee-email': 'referee',
  'referee-phone': 'referee',
}
const PREFIX = `${REACH.kind} `

/**
 * A mailbox, number or account that one has in one role and the other in another: my own mailbox is your referee's. Where both
 * have it in one role it is evidence of that kind already.
 */
export function crossEvidence(shared: readonly string[], pair: Pair, ground: Ground): readonly LinkEvidence[] {
  return shared.flatMap((name): LinkEvidence[] => {
    const held = ground.held.get(name)
    if (!name.startsWith(PREFIX) || held === undefined || held.count > REACH.limit) return []
    const [mine, theirs] = [rolesOf(held.key, pair.persona, ground), rolesOf(held.key, pair.other, ground)]
    if ([...mine.keys()].some((role) => theirs.has(role))) return []
    const met = meeting(mine, theirs)
    if (met === undefined) return []
    const { bits: base, why } = ACROSS[met]
    const bits = shareOf(base, held.count, 0)
    return [
      {
        kind: `${REACH.kind}-${met}`,
        family: 'contact',
        value: held.key,
        mine: statementsOf(mine),
        theirs: statementsOf(theirs),
        holders: held.count,
        bits,
        weight: weightOf(bits),
        says: `${SAYS[met]} ${why}`,
        removedBy: REMOVED_BY.contact,
      },
    ]
  })
}

const SAYS = {
  shown: 'A mailbox or account that one used or showed in an interview is one that the other gave as their own.',
  own: 'A number that one gave as their own is the one that the other gets sign-in codes on.',
  referee: 'Contact details of a referee of one are the other’s own.',
} as const

function rolesOf(key: string, persona: PersonaId, ground: Ground): ReadonlyMap<Role, Use> {
  const uses = ground.uses.get(persona)
  return new Map(
    Object.entries(ROLES).flatMap(([kind, role]) => {
      const use = uses?.get(`${kind} ${key}`)
      return use === undefined ? [] : [[role, use] as const]
    }),
  )
}

function meeting(mine: ReadonlyMap<Role, Use>, theirs: ReadonlyMap<Role, Use>): keyof typeof ACROSS | undefined {
  const meet = (a: Role, b: Role): boolean => (mine.has(a) && theirs.has(b)) || (mine.has(b) && theirs.has(a))
  if (meet('shown', 'own') || meet('shown', 'codes')) return 'shown'
  if (meet('own', 'codes')) return 'own'
  return meet('referee', 'own') || meet('referee', 'codes') || meet('referee', 'shown') ? 'referee' : undefined
}

const statementsOf = (roles: ReadonlyMap<Role, Use>): readonly string[] => [
  ...new Set([...roles.values()].flatMap((use) => use.statements)),
]
