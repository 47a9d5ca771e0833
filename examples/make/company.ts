import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { addresses, People } from './people.ts'
import { atWork } from './at-work.ts'
import type { Making } from './applicant.ts'
import { employersOf } from './careers.ts'
import { honestPeople } from './honest.ts'
import { fallsApart, onlyUnusual } from './loners.ts'
import { Prose } from './prose.ts'
import { Random } from './random.ts'
import { ringA, ringB } from './rings.ts'
import { streets } from './streets.ts'
import { applicantsCsv } from './table.ts'
import type { Candidate, Expected, Group, Together } from './types.ts'

export interface CompanyOptions {
  /** Same seed, same company. */
  readonly seed: string
  /** Folder that is made anew. */
  readonly out: string
  /** Artefacts of the rings are dropped, retyped and partly re-used, so that a detector tuned on the first company is put to the test. */
  readonly mutate?: boolean
}

/** What is true of one row of `applicants.csv`. */
export interface Label {
  /** 1 for the first row under the header. */
  readonly row: number
  /** Folder of the candidate's files, relative to the table. */
  readonly folder: string
  readonly group: Group
  readonly together?: Together
  /** Honest and unusual: exactly this; rings and the lone one: at least this. */
  readonly expect: Expected
  readonly story: string
}

/** What is true of one person in `workers.csv` and `payouts.csv`. The rows of one person follow on one another. */
export interface WorkLabel {
  readonly id: string
  /** Row of `applicants.csv`. */
  readonly applicant: number
  /** First rows in the two tables. */
  readonly workers: number
  readonly payouts: number
  readonly group: Group
  readonly together?: Together
  /** In each table: honest people are clear, members of the rings at least looked at. */
  readonly expect: Expected
}

/** Writes a whole invented company, `applicants.csv` with a folder for each candidate and `expected.yml`, and returns the labels. */
export async function makeCompany({ seed, out, mutate = false }: CompanyOptions): Promise<readonly Label[]> {
  const random = new Random(`halyard ${seed}`)
  const making: Making = {
    random,
    prose: new Prose(),
    people: new People(random.fork('people')),
    employers: employersOf(random.fork('employers')),
    address: addresses(random.fork('addresses')),
    street: streets(random.fork('streets')),
  }
  const groups = [
    await honestPeople(making),
    await ringA(making, mutate),
    await ringB(making, mutate),
    [await fallsApart(making)],
    [await onlyUnusual(making)],
  ]
  // In the order of applications, so that neither a row's place nor its folder says anything about its label.
  const candidates: Candidate[] = groups.flat().sort((a, b) => a.applied.getTime() - b.applied.getTime())
  const folder = (i: number): string => `candidates/c${String(i + 1).padStart(2, '0')}`
  const labels = candidates.map(({ group, together, expect, story }, i): Label => ({
    row: i + 1,
    folder: folder(i),
    group,
    ...(together === undefined ? {} : { together }),
    expect,
    story,
  }))
  const work = atWork(making, candidates)
  const atWorkLabels = work.hired.map(({ candidate, ...of }): WorkLabel => ({
    ...of,
    applicant: candidates.indexOf(candidate) + 1,
    group: candidate.group,
    ...(candidate.together === undefined ? {} : { together: candidate.together }),
    expect: candidate.group === 'honest' ? 'clear' : 'review',
  }))
  await emptied(out)
  await writeFile(join(out, 'applicants.csv'), applicantsCsv(candidates, folder))
  await writeFile(
    join(out, 'expected.yml'),
    stringify({ seed, mutated: mutate, candidates: labels, hired: atWorkLabels }, { lineWidth: 0 }),
  )
  await writeFile(join(out, 'workers.csv'), work.workers)
  await writeFile(join(out, 'payouts.csv'), work.payouts)
  for (const [i, { files }] of candidates.entries()) {
    await mkdir(join(out, folder(i)), { recursive: true })
    for (const file of files) await writeFile(join(out, folder(i), file.name), file.bytes)
  }
  return labels
}

/** An earlier company goes; a folder that holds anything else is left alone. */
async function emptied(out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  const there = await readdir(out)
  if (there.length > 0 && !there.includes('expected.yml'))
    throw new Error(`"${out}" holds something else than a company. Name a new or empty folder.`)
  await rm(out, { recursive: true })
  await mkdir(out)
}
