import { basename } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import pc from 'picocolors'
import { badUsage } from '../../model/errors.ts'
import { openClient, type AnswerOf, type Client } from '../client/index.ts'
import { candidatesOf } from './candidates.ts'
import { plain, plainJson } from './plain.ts'
import { complain, EXIT, progressLine } from './session.ts'

/** Commands of a server instead of a data folder: `--server URL`, with a key in BONAFIDE_KEY. */

const LOOKED_MS = 500
const out = (text: string): boolean => process.stdout.write(`${text}\n`)

/** Runs a command with the key of the environment, and turns a fault into a message and an exit code. */
export async function overServer(server: string, run: (client: Client) => Promise<number>): Promise<void> {
  try {
    const key = process.env['BONAFIDE_KEY']
    if (key === undefined || key === '')
      throw badUsage('Put an API key into the variable BONAFIDE_KEY. Whoever signs in to the server makes one.')
    if (!URL.canParse(server)) throw badUsage(`--server takes an address such as http://127.0.0.1:8787; "${server}" is none.`)
    process.exitCode = await run(openClient({ server, key }))
  } catch (error) {
    process.exitCode = complain(error)
  }
}

export interface RemoteScreenOptions {
  readonly server: string
  readonly one?: boolean
  readonly to?: string
  readonly requisition?: string
  readonly json?: boolean
}

/** Hands files in, waits for the worker and prints what came of them. */
export const remoteScreen = (paths: readonly string[], options: RemoteScreenOptions): Promise<void> =>
  overServer(options.server, async (client) => {
    const { candidates, failures } = await candidatesOf(paths, { one: options.one ?? false, ...pick(options) })
    const failed: { source: string; title: string; detail: string }[] = [...failures]
    const taken: AnswerOf<'POST /api/submissions'>['taken'] = []
    for (const candidate of candidates) {
      const loaded = await candidate.load()
      failed.push(...loaded.failures)
      if (loaded.files.length === 0) continue
      const answer = await client.call('POST /api/submissions', {
        query: { as: 'one', source: basename(candidate.source), ...pick(options) },
        files: loaded.files,
      })
      taken.push(...answer.taken)
      failed.push(...answer.failures)
    }
    const line = progressLine()
    const personas = new Set<string>()
    for (const [done, { run, persona }] of taken.entries()) {
      const ended = await runEnded(client, run)
      failed.push(...ended.failures)
      personas.add(persona)
      line.show({ step: 'received', source: persona, done: done + 1, total: taken.length })
    }
    line.end()
    const all = (await everyPersona(client)).filter((one) => personas.has(one.persona))
    if (options.json === true) out(plainJson({ screened: all, failed }))
    else {
      printPersonas(all)
      for (const { source, title, detail } of failed) out(plain(`${source}: ${title}. ${detail}`))
    }
    return failed.length > 0 ? EXIT.someFailed : EXIT.done
  })

function pick({ to, requisition }: Pick<RemoteScreenOptions, 'to' | 'requisition'>) {
  return { ...(to === undefined ? {} : { to }), ...(requisition === undefined ? {} : { requisition }) }
}

async function runEnded(client: Client, run: string): Promise<AnswerOf<'GET /api/runs/:run'>> {
  for (;;) {
    const now = await client.call('GET /api/runs/:run', { params: { run } })
    if (now.state !== 'waiting' && now.state !== 'working') return now
    await wait(LOOKED_MS)
  }
}

type Line = AnswerOf<'GET /api/personas'>['items'][number]

async function everyPersona(client: Client): Promise<Line[]> {
  const all: Line[] = []
  for (let after: string | undefined; ;) {
    const page = await client.call('GET /api/personas', { query: { limit: 200, ...(after === undefined ? {} : { after }) } })
    all.push(...page.items)
    after = page.next
    if (after === undefined) return all
  }
}

function printPersonas(all: readonly Line[]): void {
  for (const { persona, name, recommendation, standing, source } of all)
    out(
      `${(recommendation ?? 'waits').padEnd(8)}  ${persona}  ${plain((name ?? '(no name read)').padEnd(28))}  ${standing.padEnd(9)}  ${pc.dim(plain(source))}`,
    )
  out(`${all.length} candidates.`)
}

/** Lists candidates, or shows one with its findings. */
export const remoteShow = (persona: string | undefined, options: { readonly server: string }): Promise<void> =>
  overServer(options.server, async (client) => {
    if (persona === undefined) {
      printPersonas(await everyPersona(client))
      return EXIT.done
    }
    const found = await client.call('GET /api/personas/:persona', { params: { persona } })
    out(`${pc.bold(plain(found.name ?? '(no name read)'))}  ${found.persona}  ${pc.dim(plain(found.source))}`)
    out(`${found.recommendation ?? 'not assessed yet'}, ${found.standing}`)
    for (const finding of found.findings) {
      out(`\n${finding.strength} ${finding.direction}  ${plain(finding.says)}`)
      for (const one of finding.evidence) out(pc.dim(plain(`  ${one.file ?? one.artifact}, ${one.at}`)))
      for (const step of finding.next) out(plain(`  next: ${step}`))
    }
    return EXIT.done
  })
