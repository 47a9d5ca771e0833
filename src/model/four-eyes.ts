/**
 * What one person alone may not do: another person approves within the time, freshly signed in, or it does not happen.
 * Only what is carried out by the approval itself can be asked for: one that changes nothing would be taken for something done.
 */
export const FOUR_EYES = {
  confirm: 'an adverse finding about a persona',
  'security-hold': 'going on against a person while what they contest is open',
  'release-hold': 'ending a legal hold',
  export: 'taking out the evidence of a cluster',
} as const
export type FourEyes = keyof typeof FOUR_EYES

/** An approval that waits longer is asked for anew. */
export const APPROVAL_HOURS = 24
/** A cut in an emergency is looked at by a second person within this time. */
export const REVIEW_HOURS = 24
