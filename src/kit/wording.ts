/** Pieces of sentences that detectors share. Personas are named by their ids and by nothing else. */

const NAMED = 5

/** `p-1`, `p-1 and p-2`, `p-1, p-2 and p-3`; beyond five the rest is counted. Each once, in the order of their ids. */
export function enumerate(ids: readonly string[]): string {
  const distinct = [...new Set(ids)].sort()
  const named = distinct.slice(0, NAMED)
  const rest = distinct.length - named.length
  const parts = rest > 0 ? [...named, `${rest} more`] : named
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** `persona p-1, a different applicant` or `personas p-1 and p-2, different applicants`. */
export const differentApplicants = (ids: readonly string[]): string =>
  new Set(ids).size === 1 ? `persona ${enumerate(ids)}, a different applicant` : `personas ${enumerate(ids)}, different applicants`

/** `persona p-1` or `personas p-1 and p-2`. */
export const personas = (ids: readonly string[]): string => `${new Set(ids).size === 1 ? 'persona' : 'personas'} ${enumerate(ids)}`

/** `persona p-1, a different person` or `personas p-1 and p-2, different people`: of workers and payees. */
export const differentPeople = (ids: readonly string[]): string =>
  new Set(ids).size === 1 ? `persona ${enumerate(ids)}, a different person` : `personas ${enumerate(ids)}, different people`
