import { badUsage } from '../../model/errors.ts'

const LONGEST = 5_000

/** What a person writes about themselves: kept as it is, for it is theirs; only its length is bounded. */
export function written(text: string): string {
  const said = text.trim()
  if (said.length < 2) throw badUsage('Write something.')
  if (said.length > LONGEST) throw badUsage(`That has ${said.length} characters; at most ${LONGEST} are kept. Attach the rest as a file.`)
  return said
}
