import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './modules.ts'

/**
 * The restore drill: screen, back up, forget somebody, destroy everything, restore. The same rebuild hash, the same end of the
 * log, and who was forgotten after the backup is not back. `node scripts/drill.ts [<database> <empty database> <another empty one>]`;
 * without addresses in the embedded database. Prints what it saw and fails at the first difference.
 */
const [from, to, again] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'bonafide-drill-'))
const at = (name: string): string => join(folder, name)

function bonafide(args: readonly string[], url?: string, ok: readonly number[] = [0]): string {
  const env = { ...process.env, NO_COLOR: '1', ...(url === undefined ? {} : { BONAFIDE_DATABASE_URL: url }) }
  const done = spawnSync(process.execPath, [join(ROOT, 'bin', 'bonafide.js'), ...args, '--accept-no-network-isolation'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  if (!ok.includes(done.status ?? -1)) throw new Error(`bonafide ${args.join(' ')} ended with ${done.status}: ${done.stdout}${done.stderr}`)
  return done.stdout
}

function same(what: string, before: string, after: string): void {
  if (before !== after) throw new Error(`${what}: ${before} before, ${after} after`)
  process.stdout.write(`same ${what}: ${after}\n`)
}

const rebuilt = (data: string, url?: string): string => /^[0-9a-f]{64}$/m.exec(bonafide(['rebuild', '--data', data], url))?.[0] ?? 'none'
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
  const beside = ['--beside', at('beside')]
  bonafide(['screen', ...files, '--data', at('live'), ...beside], from, [0, 2])
  const hash = rebuilt(at('live'), from)
  bonafide(['audit', 'sign', '--data', at('live'), ...beside], from)
  const head = endOfLog(at('live'), 'before.jsonl', from)
  bonafide(['backup', '--data', at('live'), '--out', at('backup'), '--key', at('backup.key'), ...beside], from)
  const [persona] = /p-[0-9a-f]{16}/.exec(bonafide(['show', '--data', at('live')], from)) ?? ['none']
  bonafide(['forget', persona, '--data', at('live'), ...beside], from)
  rmSync(at('live'), { recursive: true })

  const restore = ['restore', at('backup'), '--key', at('backup.key')]
  bonafide([...restore, '--data', at('restored')], to)
  same('end of the log', head, endOfLog(at('restored'), 'after.jsonl', to))
  same('rebuild hash', hash, rebuilt(at('restored'), to))
  if (!bonafide(['show', '--data', at('restored')], to).includes(persona)) throw new Error(`${persona} was in the backup and is not there`)

  const said = bonafide([...restore, '--data', at('again'), ...beside], again)
  if (!said.includes('1 candidate forgotten since the backup: forgotten again.')) throw new Error(`nobody was forgotten again: ${said}`)
  if (bonafide(['show', '--data', at('again')], again).includes(persona)) throw new Error(`${persona} is back`)
  process.stdout.write(`forgotten after the backup, and not back: ${persona}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
