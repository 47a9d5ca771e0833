import { badUsage } from '../model/errors.ts'
import { refuseWording } from '../model/wording.ts'

const LONGEST_REASON = 2_000

/** A reason that a person gave; refused where it is missing or rests on what may not be a reason. */
export function checkReason(reason: string): string {
  const said = reason.trim()
  if (said.length < 3) throw badUsage('A decision needs a reason that another person can follow (--reason).')
  if (said.length > LONGEST_REASON) throw badUsage(`The reason has ${said.length} characters; at most ${LONGEST_REASON} are kept.`)
  refuseWording(said, 'reason', '/reason')
  return said
}
