import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { digest } from '../src/compute/digest.ts'
import { organisationKey } from '../src/compute/organisation-key.ts'
import type { AnyStatement } from '../src/model/statement.ts'
import { fieldSample } from './field-sample.ts'
import { artifactId } from './inline-parts.ts'
import type { Resume } from './resumes.ts'

/**
 * What a person read in twenty CVs, kept as digests only. The salt of a file's digests is the SHA-256 of its bytes, which is
 * not in the repository: whoever can check a digest already holds the CV. A file is named by a second hash of that hash.
 *
 * Made by `npm run eval -- --digest-truth <private.yml>`. The private file lies outside the repository and has, for each
 * drawn CV by its number, what stands there in the reader's own eyes: own mailboxes and numbers (not referees'), jobs with an
 * employer's name, schools. A list in place of a value gives the spellings that are right. `optional` holds what may be read
 * and need not be: examination boards in the column of schools, employers of undated projects. An address that is broken in the
 * text stands as a person would mend it.
 */
const PATH = join(import.meta.dirname, 'field-truth.json')

export const FIELDS = ['email', 'phone', 'employer', 'job', 'school'] as const
export type Field = (typeof FIELDS)[number]

const digested = z.strictObject({
  is: z.partialRecord(z.enum(FIELDS), z.array(z.array(z.string()))),
  may: z.partialRecord(z.enum(FIELDS), z.array(z.string())),
})
export type Truth = z.infer<typeof digested>
const truthFile = z.strictObject({ note: z.string(), files: z.record(z.string(), digested) })

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((v) => (Array.isArray(v) ? v : [v]))
const written = z.strictObject({
  emails: z.array(oneOrMore).default([]),
  phones: z.array(oneOrMore).default([]),
  jobs: z.array(z.strictObject({ employer: z.array(z.string()), from: z.string(), to: z.string() })).default([]),
  schools: z.array(z.array(z.string())).default([]),
  optional: z
    .strictObject({ schools: z.array(z.string()).default([]), employers: z.array(z.string()).default([]) })
    .default({ schools: [], employers: [] }),
})

const fileId = (bytes: Uint8Array): string => digest(`file ${artifactId(bytes)}`).slice(0, 16)
const saltedWith =
  (bytes: Uint8Array) =>
  (field: Field, value: string): string =>
    digest(`${artifactId(bytes)} ${field} ${value}`).slice(0, 24)

export function writeTruth(privatePath: string, resumes: readonly Resume[]): number {
  const given = z.record(z.string(), written).parse(parse(readFileSync(privatePath, 'utf8'), { schema: 'failsafe' }))
  const files = fieldSample(resumes).map((resume, i) => {
    const truth = given[String(i + 1)]
    if (truth === undefined) throw new Error(`The private file says nothing of CV ${i + 1}.`)
    const salted = saltedWith(resume.bytes)
    const all = (field: Field, values: readonly string[]): string[] => [...new Set(values.map((v) => salted(field, v)))]
    const employers = new Map(truth.jobs.map((j) => [j.employer.map(organisationKey).join(), j.employer]))
    const entry: Truth = {
      is: {
        email: truth.emails.map((e) => all('email', e)),
        phone: truth.phones.map((p) => all('phone', p)),
        employer: [...employers.values()].map((names) => all('employer', names.map(organisationKey))),
        job: truth.jobs.map((j) =>
          all(
            'job',
            j.employer.map((e) => `${organisationKey(e)}|${j.from}|${j.to}`),
          ),
        ),
        school: truth.schools.map((names) => all('school', names.map(organisationKey))),
      },
      may: {
        school: all('school', truth.optional.schools.map(organisationKey)),
        employer: all('employer', truth.optional.employers.map(organisationKey)),
      },
    }
    return [fileId(resume.bytes), entry] as const
  })
  const note = 'Salted digests, truncated; see eval/field-truth.ts. Nobody can be read from here.'
  writeFileSync(PATH, `${JSON.stringify({ note, files: Object.fromEntries(files) }, undefined, 1)}\n`)
  return files.length
}

/** What was read from one CV, by field, each distinct value once; `employer` beside a job tells whether the job may be left out. */
interface Read {
  readonly field: Field
  readonly value: string
  readonly employer?: string
}

function readOf(statements: readonly AnyStatement[]): Read[] {
  const found = new Map<string, Read>()
  const add = (read: Read): Map<string, Read> => found.set(`${read.field} ${read.value}`, read)
  for (const s of statements) {
    if (s.property === 'email' || s.property === 'phone') add({ field: s.property, value: s.value })
    else if (s.property === 'education') add({ field: 'school', value: organisationKey(s.value.school) })
    else if (s.property === 'job') {
      const employer = organisationKey(s.value.employer)
      add({ field: 'employer', value: employer })
      add({ field: 'job', value: `${employer}|${s.value.from ?? ''}|${s.value.to ?? ''}`, employer })
    }
  }
  return [...found.values()]
}

export interface FieldScore {
  /** What is there, and how much of it was read. */
  readonly there: number
  readonly found: number
  /** What was read, without what may be read and need not be, and how much of it is right. */
  readonly read: number
  readonly right: number
}

/** Scores by field over the drawn CVs; undefined where the truth has not been made for these files. */
export function scoreFields(
  resumes: readonly Resume[],
  statementsOf: (resume: Resume) => readonly AnyStatement[],
): { readonly files: number; readonly scores: Readonly<Record<Field, FieldScore>> } | undefined {
  if (!existsSync(PATH)) return undefined
  const truths = truthFile.parse(JSON.parse(readFileSync(PATH, 'utf8'))).files
  const scores = Object.fromEntries(FIELDS.map((f) => [f, { there: 0, found: 0, read: 0, right: 0 }])) as Record<
    Field,
    { there: number; found: number; read: number; right: number }
  >
  let files = 0
  for (const resume of resumes) {
    const truth = truths[fileId(resume.bytes)]
    if (truth === undefined) continue
    files += 1
    const salted = saltedWith(resume.bytes)
    const read = readOf(statementsOf(resume))
    const digests = new Set(read.map((r) => salted(r.field, r.value)))
    for (const field of FIELDS) {
      const items = truth.is[field] ?? []
      const right = new Set(items.flat())
      const free = new Set(truth.may[field] ?? [])
      const freeEmployers = new Set(truth.may.employer ?? [])
      const score = scores[field]
      score.there += items.length
      score.found += items.filter((spellings) => spellings.some((d) => digests.has(d))).length
      for (const r of read) {
        const is = salted(r.field, r.value)
        if (
          r.field !== field ||
          (free.has(is) && !right.has(is)) ||
          (r.employer !== undefined && freeEmployers.has(salted('employer', r.employer)))
        )
          continue
        score.read += 1
        if (right.has(is)) score.right += 1
      }
    }
  }
  return files === 0 ? undefined : { files, scores }
}
