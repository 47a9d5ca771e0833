import { digest } from '../src/compute/digest.ts'
import { artifactId } from './inline-parts.ts'
import type { Resume } from './resumes.ts'

/** Drawn before anything of the documents was looked at. */
const SEED = 'field sample 20260115'
const DRAWN = 20

/** Twenty CVs of twenty persons with text, in an order that follows from the seed and the bytes alone. */
export function fieldSample(resumes: readonly Resume[]): readonly Resume[] {
  const ordered = resumes
    .filter((r) => !r.noTextLayer)
    .map((resume) => ({ resume, rank: digest(`${SEED} ${artifactId(resume.bytes)}`) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  const persons = new Set<string>()
  return ordered.flatMap(({ resume }) => {
    if (persons.has(resume.person) || persons.size === DRAWN) return []
    persons.add(resume.person)
    return [resume]
  })
}
