/**
 * What one person alone may not do: another person approves within the time, freshly signed in, or it does not happen.
 * What bonafide itself can carry out it carries out on approval; of the rest the approval is the record that somebody outside acts on.
 */
export const FOUR_EYES = {
  confirm: 'an adverse finding about a persona',
  'access-cut': 'cutting somebody’s access',
  'payout-hold': 'holding a payout for more than 48 hours',
  'outside-report': 'a report to an authority',
  'outside-sharing': 'sharing with somebody outside',
  'notice-suppression': 'not telling a person what they would be told',
  'security-hold': 'going on against a person while what they contest is open',
  'release-hold': 'ending a legal hold',
} as const
export type FourEyes = keyof typeof FOUR_EYES

/** An approval that waits longer is asked for anew. */
export const APPROVAL_HOURS = 24
/** A cut in an emergency is looked at by a second person within this time. */
export const REVIEW_HOURS = 24
