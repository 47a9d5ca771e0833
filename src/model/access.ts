/** What somebody may do. A route, a job and a command ask for one of these and for nothing else. */
export const PERMISSIONS = {
  'persona:submit': 'hand in a candidate’s files',
  'persona:read': 'open a dossier, for a stated purpose',
  'persona:unmask': 'see a masked field of a dossier; each look is written down',
  'persona:decide': 'say what became of a persona',
  'persona:withdraw': 'record that a candidate has withdrawn',
  'persona:forget': 'remove a candidate without residue',
  'requisition:manage': 'say what every candidate of an opening is checked by',
  'interview:write': 'hand in interview forms and print question sheets',
  'accommodation:handle': 'see and answer what somebody asked to have done another way',
  'ask:send': 'ask the candidate a neutral question',
  'link:judge': 'say whether two personas are the same',
  'cluster:export': 'export a cluster with its evidence',
  'indicator:manage': 'import, accept and retire known-bad identifiers',
  'case:read': 'read cases of the identity room',
  'case:work': 'open, assign, note and close cases of the identity room',
  'case:decide': 'propose a decision in a case',
  'approval:give': 'be the second person where two are needed',
  'appeal:decide': 'review a correction or an appeal',
  'screening:read': 'read the sanctions room: matches, sheets, its cases',
  'screening:work': 'answer the form about a match',
  'screening:confirm': 'be the second person of a confirmed match',
  'lists:manage': 'fetch, import and put lists in force',
  'audit:read': 'read and verify the log',
  'oversight:read': 'see figures of how decisions are made',
  'threshold:read': 'see what other numbers of a check would say, and of whom',
  'threshold:try': 'try other numbers of a check on the own history and in shadow, propose them, and take them back',
  'report:export': 'take out decisions, overrides, appeals and adverse impact',
  'people:manage': 'invite people, give and take roles, end sessions',
  'settings:manage': 'change settings, notices, timers and hooks',
  'scoring:stop': 'stop all scoring at once, and start it again',
  'system:operate': 'see health and measures, back up and restore; no content',
} as const
export type Permission = keyof typeof PERMISSIONS

interface RoleCard {
  readonly says: string
  readonly may: readonly Permission[]
}

/**
 * Who may do what. Administrators see no case content; the sanctions room is seen by who works it and by its own auditor
 * an auditor changes nothing.
 */
export const ROLES = {
  recruiter: {
    says: 'Hands in applications and talks to candidates.',
    may: [
      'persona:submit',
      'persona:read',
      'persona:withdraw',
      'requisition:manage',
      'interview:write',
      'accommodation:handle',
      'ask:send',
      'case:read',
    ],
  },
  verifier: {
    says: 'Checks documents, references and identities.',
    may: ['persona:submit', 'persona:read', 'persona:unmask', 'interview:write', 'ask:send', 'case:read'],
  },
  investigator: {
    says: 'Works cases: evidence, links, decisions.',
    may: [
      'persona:submit',
      'persona:read',
      'persona:unmask',
      'persona:decide',
      'persona:withdraw',
      'persona:forget',
      'interview:write',
      'ask:send',
      'link:judge',
      'cluster:export',
      'indicator:manage',
      'case:read',
      'case:work',
      'case:decide',
      'appeal:decide',
      'oversight:read',
      'threshold:read',
      'threshold:try',
    ],
  },
  compliance: {
    says: 'Works the sanctions room.',
    may: [
      'persona:read',
      'persona:unmask',
      'case:read',
      'screening:read',
      'screening:work',
      'screening:confirm',
      'lists:manage',
      'oversight:read',
      'report:export',
    ],
  },
  responder: { says: 'Carries out what was approved.', may: ['persona:read', 'case:read', 'case:work'] },
  approver: { says: 'Is the second person.', may: ['persona:read', 'case:read', 'approval:give', 'appeal:decide', 'threshold:read'] },
  auditor: {
    says: 'Reads, and changes nothing.',
    may: ['persona:read', 'case:read', 'audit:read', 'oversight:read', 'threshold:read', 'report:export'],
  },
  'sanctions-auditor': {
    says: 'Reads the sanctions room, cases and the log, and changes nothing.',
    may: ['case:read', 'screening:read', 'audit:read'],
  },
  'tenant-admin': {
    says: 'Runs the organisation’s account; sees no case content.',
    may: ['people:manage', 'settings:manage', 'scoring:stop', 'audit:read'],
  },
  sysadmin: { says: 'Runs the machine; sees no content.', may: ['system:operate', 'scoring:stop'] },
} as const satisfies Readonly<Record<string, RoleCard>>
export type RoleName = keyof typeof ROLES

/** Who holds one of these signs in with a passkey and with nothing less. */
export const PASSKEY_ROLES: readonly RoleName[] = ['approver', 'compliance', 'sanctions-auditor', 'sysadmin']

export const permissionsOf = (roles: readonly RoleName[]): ReadonlySet<Permission> => new Set(roles.flatMap((role) => ROLES[role].may))
