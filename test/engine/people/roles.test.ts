import { describe, expect, test } from 'vitest'
import { checkRoles } from '../../../src/engine/people/accounts.ts'
import { NEVER_BY_KEY } from '../../../src/engine/people/api-keys.ts'
import { demand, type Caller } from '../../../src/engine/people/caller.ts'
import { PERMISSIONS, permissionsOf, ROLES, type Permission, type RoleName } from '../../../src/model/access.ts'

/** R-064 as a table of its own, so that a change of the roles is a change of two places. Columns in the order of the first line. */
const COLUMNS = [
  'recruiter',
  'verifier',
  'investigator',
  'compliance',
  'responder',
  'approver',
  'auditor',
  'sanctions-auditor',
  'tenant-admin',
  'sysadmin',
] as const
const MATRIX: Readonly<Record<Permission, string>> = {
  'persona:submit': 'x x x . . . . . . .',
  'persona:read': 'x x x x x x x . . .',
  'persona:unmask': '. x x x . . . . . .',
  'persona:decide': '. . x . . . . . . .',
  'persona:withdraw': 'x . x . . . . . . .',
  'persona:forget': '. . x . . . . . . .',
  'requisition:manage': 'x . . . . . . . . .',
  'interview:write': 'x x x . . . . . . .',
  'accommodation:handle': 'x . . . . . . . . .',
  'ask:send': 'x x x . . . . . . .',
  'link:judge': '. . x . . . . . . .',
  'cluster:export': '. . x . . . . . . .',
  'indicator:manage': '. . x . . . . . . .',
  'case:read': 'x x x x x x x x . .',
  'case:work': '. . x . x . . . . .',
  'case:decide': '. . x . . . . . . .',
  'approval:give': '. . . . . x . . . .',
  'appeal:decide': '. . x . . x . . . .',
  'screening:read': '. . . x . . . x . .',
  'screening:work': '. . . x . . . . . .',
  'screening:confirm': '. . . x . . . . . .',
  'lists:manage': '. . . x . . . . . .',
  'audit:read': '. . . . . . x x x .',
  'oversight:read': '. . x x . . x . . .',
  'threshold:read': '. . x . . x x . . .',
  'threshold:try': '. . x . . . . . . .',
  'report:export': '. . . x . . x . . .',
  'people:manage': '. . . . . . . . x .',
  'settings:manage': '. . . . . . . . x .',
  'scoring:stop': '. . . . . . . . x x',
  'system:operate': '. . . . . . . . . x',
}
const CELLS = (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) =>
  COLUMNS.map((role, i) => ({ permission, role, may: MATRIX[permission].split(' ')[i] === 'x' })),
)

const callerOf = (role: RoleName): Caller => ({
  tenant: 't',
  id: 'u',
  roles: [role],
  may: permissionsOf([role]),
  session: 's',
  freshUntil: undefined,
  by: 'passkey',
})

describe('what each role may', () => {
  test('the table names every role and every permission', () => {
    expect([...COLUMNS].sort()).toEqual(Object.keys(ROLES).sort())
    expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(PERMISSIONS).sort())
    expect(CELLS).toHaveLength(31 * 10)
  })

  test.each(CELLS)('$role, $permission: $may', ({ permission, role, may }) => {
    const ask = (): void => demand(callerOf(role), permission)
    if (may) expect(ask).not.toThrow()
    else expect(ask).toThrow(expect.objectContaining({ code: 'forbidden', status: 403 }))
  })

  test('whoever runs the account or the machine holds no role that sees cases', () => {
    for (const runs of ['tenant-admin', 'sysadmin'] as const) {
      for (const role of COLUMNS.filter((r) => r !== 'tenant-admin' && r !== 'sysadmin'))
        expect(() => checkRoles([runs, role])).toThrow(expect.objectContaining({ code: 'usage' }))
      expect(() => checkRoles([runs])).not.toThrow()
    }
    expect(() => checkRoles(['tenant-admin', 'sysadmin'])).not.toThrow()
    expect(() => checkRoles([])).toThrow()
  })

  test('to be the second person is never a key’s', () => {
    expect(NEVER_BY_KEY).toEqual(expect.arrayContaining(['approval:give', 'screening:confirm']))
  })
})
