import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './modules.ts'

/**
 * The restore drill: screen, back up, take one more in, forget somebody, destroy everything, restore. The same rebuild hash, the
 * same end of the log, and who was forgotten after the backup is not back. `node scripts/drill.ts [--candidates <more>] [<database>
 * <empty database> <another empty one>]`; without addresses in the embedded database. Prints what it saw and measured (how long a
 * restore takes, what it loses), and fails at the first difference.
 */
const { values, positionals } = parseArgs({ options: { candidates: { type: 'string', default: '0' } }, allowPositionals: true })
const more = Number(values.candidates)
if (!Number.isInteger(more) || more < 0 || more > 1_000_000) throw new Error('--candidates takes a number from 0 to 1000000')
const [from, to, again] = positionals
const folder = mkdtempSync(join(tmpdir(), 'bonafide-drill-'))
const at = (name: string): string => join(folder, name)

function bonafide(args: readonly string[], url?: string, ok: readonly number[] = [0]): string {
  const env = { ...process.env, NO_COLOR: '1', ...(url === undefined ? {} : { BONAFIDE_DATABASE_URL: url }) }
  const done = spawnSync(process.execPath, [join(ROOT, 'bin', 'bonafide.js'), ...args, '--accept-no-network-isolation'], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (!ok.includes(done.status ?? -1)) throw new Error(`bonafide ${args.join(' ')} ended with ${done.status}: ${done.stdout}${done.stderr}`)
  return done.stdout
}

function same(what: string, before: string, after: string): void {
  if (before !== after) throw new Error(`${what}: ${before} before, ${after} after`)
  write(`same ${what}: ${after}`)
}

function timed<T>(work: () => T): { readonly done: T; readonly seconds: string } {
  const began = performance.now()
  const done = work()
  return { done, seconds: ((performance.now() - began) / 1000).toFixed(1) }
}
const write = (line: string): void => void process.stdout.write(`${line}\n`)
const megabytes = (name: string): string => (statSync(at(name)).size / 2 ** 20).toFixed(1)

/** One row an applicant, all different, as an applicant system exports them. */
const table = (rows: number): string =>
  `First Name,Last Name,Email,Phone,Company,Title\n${Array.from(
    { length: rows },
    (_, n) =>
      `Given${n},Family${n % 997},made.${n}@example.com,+1 202 555 01${String(n % 100).padStart(2, '0')},Depot ${n % 89},Engineer\n`,
  ).join('')}`

const rebuilt = (data: string, url?: string): string => /^[0-9a-f]{64}$/m.exec(bonafide(['rebuild', '--data', data], url))?.[0] ?? 'none'
const everybody = (data: string, url?: string): string[] =>
  [...new Set(bonafide(['show', '--data', data], url).match(/p-[0-9a-f]{16}/g))].sort()
function endOfLog(data: string, file: string, url?: string): string {
  bonafide(['audit', 'export', at(file), '--data', data], url)
  return JSON.stringify((JSON.parse(readFileSync(at(file), 'utf8').split('\n')[0] ?? '') as { head: unknown }).head)
}

try {
  for (const person of ['one', 'two', 'three'])
    writeFileSync(
      at(`${person}.txt`),
      `Candidate ${person}\n${person}@example.com\n+1 202 555 0143\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n`,
    )
  const files = ['one', 'two', 'three'].map((person) => at(`${person}.txt`))
  if (more > 0) {
    writeFileSync(at('applicants.csv'), table(more))
    files.push(at('applicants.csv'))
  }
  const beside = ['--beside', at('beside')]
  bonafide(['screen', ...files, '--data', at('live'), ...beside], from, [0, 2])
  const hash = rebuilt(at('live'), from)
  bonafide(['audit', 'sign', '--data', at('live'), ...beside], from)
  const head = endOfLog(at('live'), 'before.jsonl', from)
  const backup = ['backup', '--data', at('live'), '--out', at('backup'), '--key', at('backup.key'), ...beside]
  const candidates = everybody(at('live'), from)
  const [persona = 'none'] = candidates
  const backedUp = timed(() => bonafide(backup, from))
  const saved = Date.now()
  writeFileSync(at('late.txt'), 'Candidate late\nlate@example.com\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n')
  bonafide(['screen', at('late.txt'), '--data', at('live'), ...beside], from, [0, 2])
  const came = ((Date.now() - saved) / 1000).toFixed(1)
  bonafide(['forget', persona, '--data', at('live'), ...beside], from)
  rmSync(at('live'), { recursive: true })

  const restore = ['restore', at('backup'), '--key', at('backup.key')]
  const restored = timed(() => bonafide([...restore, '--data', at('restored')], to))
  same('end of the log', head, endOfLog(at('restored'), 'after.jsonl', to))
  same('rebuild hash', hash, rebuilt(at('restored'), to))
  const back = everybody(at('restored'), to)
  if (String(back) !== String(candidates))
    throw new Error(`${candidates.length} candidates were in the backup, and ${back.length} came back`)
  write(`backed up: ${candidates.length} candidates in ${backedUp.seconds} s, ${megabytes('backup')} MB`)
  write(`restored, the processes’ own starts included: in ${restored.seconds} s (RTO)`)
  write(`lost: what came after the backup (RPO), here 1 candidate who was in ${came} s after it`)

  const said = bonafide([...restore, '--data', at('again'), ...beside], again)
  if (!said.includes('1 candidate forgotten since the backup: forgotten again.')) throw new Error(`nobody was forgotten again: ${said}`)
  if (bonafide(['show', '--data', at('again')], again).includes(persona)) throw new Error(`${persona} is back`)
  write(`forgotten after the backup, and not back: ${persona}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
