import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { bonafide, documentOf, type Ran } from './command-line.ts'
import { putNewDatabase } from './new-database.ts'

const PROSE = [
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly, and wrote the runbook for it.',
  'Replaced a hand-kept spreadsheet of harbour slots with a small scheduling service that three terminals still use every morning.',
  'Led the move of the customs archive from tape to object storage without losing a single declaration or delaying one ship.',
]
const resume = (name: string, phone: string, prose: readonly string[]): string =>
  `${name}\n${name.split(' ')[0]?.toLowerCase()}@example.com | ${phone}\n\nExperience\n\nBackend Engineer, Norrport Freight\nJan 2019 – Mar 2022\n${prose.map((p) => `- ${p}`).join('\n')}\n`

/** A file name that would colour a terminal and turn its text round. */
export const STEERING = 'ben\u001B[31m\u202E.md'
// eslint-disable-next-line no-control-regex -- these are what is looked for
export const UNSAFE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

const WALLET = `0x${'5a'.repeat(20)}`

/** Ada and Ben share a number and text, each in a file; Dana and Eli a number and a wallet, in a table that holds Finn as well; Cleo nothing. */
export interface LinkedCandidates {
  readonly cwd: string
  readonly ada: string
  readonly ben: string
  readonly cleo: string
  readonly dana: string
  readonly eli: string
  /** Runs the program there; nothing that a file says may steer the terminal, in any of its answers. */
  run(...args: string[]): Promise<Ran>
  json<T>(...args: string[]): Promise<T>
  clusters(): Promise<readonly { readonly cluster: string; readonly personas: readonly string[] }[]>
  /** Id of the cluster that the persona is in; `none` when it is in none. */
  clusterWith(persona: string): Promise<string>
}

export async function linkedCandidates(): Promise<LinkedCandidates> {
  const cwd = await mkdtemp(join(tmpdir(), 'bonafide-links-'))
  await mkdir(join(cwd, 'in'))
  await writeFile(join(cwd, 'in', 'ada.md'), resume('Ada Example', '+1 202 555 0101', PROSE))
  await writeFile(join(cwd, 'in', STEERING), resume('Ben Sample', '(202) 555-0101', PROSE))
  const maps = 'Tuned a search index for a library of old maps until readers stopped phoning about it being slow.'
  await writeFile(join(cwd, 'in', 'cleo.md'), resume('Cleo Test', '+1 202 555 0107', [maps]))
  await writeFile(
    join(cwd, 'applicants.csv'),
    `Name,Email,Phone,Payout Wallet\nDana Example,dana@example.com,+1 202 555 0131,${WALLET}\nEli Sample,eli@example.com,+1 202 555 0131,${WALLET}\nFinn Alone,finn@example.com,+1 202 555 0133,\n`,
  )
  await putNewDatabase(join(cwd, '.bonafide', 'db'))
  const first = documentOf(await bonafide(['screen', 'in', 'applicants.csv', '--json', '--accept-no-network-isolation'], cwd))
  const of = (source: string): string[] => first.screened.filter((s) => s.source.startsWith(source)).map((s) => s.persona)
  const [ada = '', ben = '', cleo = ''] = [...of('in/ada'), ...of('in/ben'), ...of('in/cleo')]
  const [dana = '', eli = ''] = of('applicants.csv')
  expect(new Set([ada, ben, cleo, dana, eli, '']).size).toBe(6)

  const run = async (...args: string[]): Promise<Ran> => {
    const ran = await bonafide(args, cwd)
    expect(ran.stdout + ran.stderr, args.join(' ')).not.toMatch(UNSAFE)
    return ran
  }
  const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await run(...args, '--json')).stdout) as T
  const clusters = async () => (await json<{ clusters: Awaited<ReturnType<LinkedCandidates['clusters']>> }>('clusters')).clusters
  const clusterWith = async (persona: string) => (await clusters()).find((c) => c.personas.includes(persona))?.cluster ?? 'none'
  return { cwd, ada, ben, cleo, dana, eli, run, json, clusters, clusterWith }
}
