import process from 'node:process'
import pc from 'picocolors'
import { dayOf } from '../../engine/lists/as-of.ts'
import type { ListDelta } from '../../engine/lists/delta.ts'
import type { ListVersion } from '../../engine/lists/ports.ts'
import type { TakenIn } from '../../engine/lists/put-in-force.ts'
import type { ListNote } from '../../kit/list.ts'
import { count } from './lookback-print.ts'
import { plain } from './plain.ts'

/** Named one by one; `lists delta --json` has them all. */
const MOST_NAMED = 20
const MOST_PLACES = 3

const out = (text: string): boolean => process.stdout.write(`${text}\n`)

export const shortHash = (version: ListVersion): string => version.hash.slice(0, 12)

/** What came of an import or an update of one list. */
export function printTaken({ state, version, previous, delta, notes, corrected }: TakenIn): void {
  if (corrected !== undefined)
    out(
      `${plain(version.list)}  ${shortHash(corrected.version)} was taken for one of ${corrected.from}; it is of ${dayOf(corrected.version)}.`,
    )
  const { list, entries, names } = version
  const day = `${version.published === undefined ? 'taken in' : 'published'} ${dayOf(version)}`
  const what = `${pc.bold(plain(list))}  ${shortHash(version)}, ${day}, ${count(entries, 'entry', 'entries')}, ${count(names, 'name')}`
  if (state === 'known') out(`${what}: in force already, nothing new.`)
  else if (state === 'past')
    out(`${what}: kept for questions about its time. The version of ${previous === undefined ? 'later' : dayOf(previous)} stays in force.`)
  else out(`${what}: in force now${previous === undefined ? '' : `, after ${shortHash(previous)} of ${dayOf(previous)}`}.`)
  if (delta !== undefined) out(`  ${deltaInWords(delta)}. \`bonafide lists delta\` names them.`)
  else if (state === 'new' && previous !== undefined)
    out(pc.yellow('  The version before is damaged, so what changed cannot be told. Screen everybody again.'))
  if (version.published === undefined && state !== 'known')
    out(pc.dim('  The files do not say when they were published; its day is that of the import. --published says it.'))
  printNotes(state === 'known' ? notes.filter((note) => note.kind === 'missing') : notes)
}

const deltaInWords = ({ added, removed, changed, unchanged }: ListDelta): string =>
  `${grouped(added.length)} added, ${grouped(removed.length)} removed, ${grouped(changed.length)} changed, ${grouped(unchanged)} as before`

export const grouped = (n: number): string => n.toLocaleString('en-US')

/** What is not in the list as it was read comes first: nobody is compared with it. One line a remark, with the first places. */
function printNotes(notes: readonly ListNote[]): void {
  for (const [kind, says] of [
    ['missing', 'missing; the list is incomplete'],
    ['left-out', 'left out; nobody is compared with these'],
    ['odd', 'odd'],
  ] as const) {
    const some = notes.filter((note) => note.kind === kind)
    if (some.length === 0) continue
    out(`  ${pc.yellow(`${grouped(some.length)} ${says}:`)}`)
    const remarks = [...Map.groupBy(some, (note) => note.says)]
    for (const [text, same] of remarks.slice(0, MOST_NAMED)) {
      const places = same.slice(0, MOST_PLACES).map((note) => note.at)
      const more = same.length > places.length ? ` and ${grouped(same.length - places.length)} more places` : ''
      out(plain(`    ${text} (${places.join(', ')}${more})`))
    }
    if (remarks.length > MOST_NAMED) out(`    and ${grouped(remarks.length - MOST_NAMED)} more`)
  }
}

/** A delta for a terminal: who, and in which fields. */
export function printDelta(from: string, to: string, delta: ListDelta): void {
  out(`${plain(from)} → ${plain(to)}: ${deltaInWords(delta)}.`)
  for (const [title, parties] of [
    ['Added', delta.added],
    ['Removed', delta.removed],
  ] as const)
    section(
      title,
      parties.map((party) => `${party.id}  ${party.names[0]?.full ?? ''} (${party.type})`),
    )
  section(
    'Changed',
    delta.changed.map(({ after, fields }) => `${after.id}  ${after.names[0]?.full ?? ''}: ${fields.map((one) => one.field).join(', ')}`),
  )
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return
  out(pc.bold(`\n${title} (${grouped(lines.length)})`))
  for (const line of lines.slice(0, MOST_NAMED)) out(plain(`  ${line}`))
  if (lines.length > MOST_NAMED) out(`  and ${grouped(lines.length - MOST_NAMED)} more; --json has them all`)
}
