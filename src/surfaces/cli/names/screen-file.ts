import { join } from 'node:path'
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { openReadingShelf } from '../../../adapters/lists-fs/reading-shelf.ts'
import { ALERT } from '../../../compute/name-match/compare.ts'
import { coverage } from '../../../engine/screening/coverage.ts'
import { methodOf } from '../../../engine/screening/method.ts'
import { openWhole } from '../../../engine/screening/open-list.ts'
import type { OpenList } from '../../../engine/screening/ports.ts'
import { EXACT } from '../../../engine/screening/exact.ts'
import { screenSubject, shown } from '../../../engine/screening/screen-subject.ts'
import { unreadIn } from '../../../engine/screening/unread.ts'
import type { List } from '../../../kit/list.ts'
import { AppError, asAppError, badUsage } from '../../../model/errors.ts'
import type { ListHit, ScreeningMethod } from '../../../model/screening.ts'
import { csvLine } from '../csv-line.ts'
import { count } from '../lookback-print.ts'
import { plain, plainJson, plainJsonLine } from '../plain.ts'
import { complain, EXIT } from '../session.ts'
import { hitDocument } from '../../documents/hits.ts'
import { listsInForce } from './lists-in-force.ts'
import { howOf, type NamesOptions } from './options.ts'
import { hitLines, methodLine } from './print-hits.ts'
import { queryRows, type QueryRow } from './query-rows.ts'
import { fileSink, standardOutput, type Sink } from './sink.ts'

export interface ScreenFileOptions extends NamesOptions {
  readonly query: string
  readonly map?: string
  readonly out?: string
}

/** Rows between two looks at the clock and at Ctrl-C. */
const BREATH = 256
const TOLD_EVERY_MS = 500

/**
 * A file of any length against lists, row by row. A row that cannot be screened is told as that and makes the run end with 2: it never
 * passes for one on which nothing was found (fail closed).
 */
export async function screenFile(
  known: readonly Pick<List, 'id' | 'title' | 'staleAfterDays'>[],
  options: ScreenFileOptions,
): Promise<void> {
  const stop = new AbortController()
  const onSignal = (): void => (stop.signal.aborted ? process.exit(EXIT.interrupted) : stop.abort())
  process.on('SIGINT', onSignal)
  try {
    process.exitCode = await run(known, options, stop.signal)
  } catch (error) {
    process.exitCode = complain(error)
  } finally {
    process.off('SIGINT', onSignal)
  }
}

async function run(
  known: readonly Pick<List, 'id' | 'title' | 'staleAfterDays'>[],
  options: ScreenFileOptions,
  signal: AbortSignal,
): Promise<number> {
  if (options.out !== undefined && options.json === true) throw badUsage('--json and --out are two places for the same thing; name one.')
  if (options.out !== undefined && !/\.(?:jsonl|ndjson|csv)$/i.test(options.out))
    throw badUsage('--out takes a file that ends in .jsonl or .csv.')
  const today = new Date().toISOString().slice(0, 10)
  const how = howOf(options, ALERT, today)
  const shelf = openReadingShelf(join(options.data, 'lists'))
  const lists: OpenList[] = []
  for (const version of await listsInForce(shelf, options.list, { asOf: how.asOf, today })) lists.push(await openWhole(shelf, version))
  const method = methodOf(lists, how)
  const covers = coverage(known, method.lists, { loaded: await shelf.lists(), day: how.asOf })
  const form =
    options.json === true
      ? jsonForm(method, covers)
      : options.out === undefined
        ? readableForm(method)
        : /\.csv$/i.test(options.out)
          ? csvForm
          : linesForm
  const sink = options.out === undefined ? standardOutput : fileSink(options.out)
  const tally = { rows: 0, withHits: 0, possible: 0, failed: 0, partly: 0 }
  const began = performance.now()
  let told = began
  await sink.write(form.head)
  try {
    for await (const row of queryRows(options.query, options.map)) {
      const all = 'subject' in row ? screenSubject(row.subject, lists, how, EXACT) : []
      const hits = shown(all, how.limit)
      const unread = 'subject' in row ? unreadIn(row.subject) : NOTHING_UNREAD
      const notCompared = 'subject' in row ? [...row.notCompared, ...unread.notCompared] : []
      tally.rows++
      if ('fault' in row) tally.failed++
      if (notCompared.length > 0) tally.partly++
      if (hits.length > 0) tally.withHits++
      if (hits.some((hit) => hit.state === 'possible')) tally.possible++
      await sink.write(
        form.row(row, { hits, leftOff: all.length - hits.length, notes: [...notCompared, ...unread.damaged] }, tally.rows === 1),
      )
      if (tally.rows % BREATH !== 0) continue
      await setImmediate()
      if (signal.aborted) throw stopped(options.out)
      if (performance.now() - told > TOLD_EVERY_MS && process.stderr.isTTY) {
        told = performance.now()
        process.stderr.write(`\r\u001B[KScreened ${tally.rows.toLocaleString('en')} rows, ${rate(tally.rows, told - began)}`)
      }
    }
  } catch (error) {
    // A document that is begun is ended, so that what was screened can be read; the exit code says that it is not all.
    await sink.write(form.foot)
    throw error
  }
  await sink.write(form.foot)
  await sink.end()
  if (options.out !== undefined) await writeMethod(options.out, { method, coverage: covers })
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  process.stderr.write(
    `${count(tally.rows, 'row')} screened, ${rate(tally.rows, performance.now() - began)}: ${tally.withHits.toLocaleString('en')} with something on these lists, ${tally.possible.toLocaleString('en')} of them possible matches${tally.failed === 0 ? '' : `; ${count(tally.failed, 'row')} could NOT be screened and must be looked at`}${tally.partly === 0 ? '' : `; of ${count(tally.partly, 'row')} something could NOT be compared`}. ${covers.says}\n`,
  )
  return tally.failed + tally.partly > 0 ? EXIT.someFailed : EXIT.done
}

const stopped = (out: string | undefined): AppError =>
  new AppError({
    code: 'cancelled',
    status: 499,
    title: 'Cancelled',
    detail: `Stopped on request. ${out === undefined ? 'What was printed stands; the rest was not screened' : `What was screened is in "${out}.part"; it is not whole`}. Run the same command again for all of it.`,
  })

const rate = (rows: number, ms: number): string => `${Math.round(rows / Math.max(0.001, ms / 1000)).toLocaleString('en')} rows/s`

async function writeMethod(out: string, about: unknown): Promise<void> {
  const sink: Sink = fileSink(`${out}.method.json`)
  await sink.write(`${plainJson(about)}\n`)
  await sink.end()
}

const NOTHING_UNREAD = { notCompared: [], damaged: [] }

/** What is said of one row. `leftOff`: entries found on the name alone and not shown. */
interface Answer {
  readonly hits: readonly ListHit[]
  readonly leftOff: number
  readonly notes: readonly string[]
}

interface Form {
  readonly head: string
  readonly foot: string
  row(row: QueryRow, answer: Answer, first: boolean): string
}

function documentOf(row: QueryRow, { hits, leftOff, notes }: Answer) {
  if (!('subject' in row)) return { id: row.id, name: '', hits: [], screened: false, error: faultOf(row.fault) }
  const more = { ...(leftOff === 0 ? {} : { leftOff }), ...(notes.length === 0 ? {} : { notes }) }
  return { id: row.id, name: row.subject.names[0] ?? '', hits: hits.map(hitDocument), ...more }
}

function faultOf(fault: unknown): { readonly code: string; readonly detail: string } {
  const { code, detail } = asAppError(fault)
  return { code, detail }
}

const jsonForm = (method: ScreeningMethod, covers: unknown): Form => ({
  head: '{"queries":[\n',
  row: (row, answer, first) => `${first ? '' : ',\n'}${plainJsonLine(documentOf(row, answer))}`,
  foot: `\n],"method":${plainJsonLine(method)},"coverage":${plainJsonLine(covers)}}\n`,
})

const linesForm: Form = { head: '', foot: '', row: (row, answer) => `${plainJsonLine(documentOf(row, answer))}\n` }

const readableForm = (method: ScreeningMethod): Form => ({
  head: '',
  row(row, { hits, leftOff, notes }) {
    if (!('subject' in row)) return `${plain(row.id)}: NOT SCREENED. ${plain(faultOf(row.fault).detail)}\n`
    const lines = [
      ...(hits.length === 0 ? [] : hitLines(`${row.id} ${row.subject.names[0] ?? ''}`, hits)),
      ...(leftOff === 0 ? [] : [`  and ${leftOff.toLocaleString('en')} more on the name alone; --limit shows them.`]),
      ...notes.map((says) => `${plain(row.id)}: ${plain(says)}`),
    ]
    return lines.map((line) => `${line}\n`).join('')
  },
  foot: `${methodLine(method)}\n`,
})

const CSV_COLUMNS = ['id', 'name', 'state', 'score', 'list', 'entry', 'listed_name', 'programmes', 'explanation']
const csvRow = (cells: readonly string[]): string => `${csvLine(cells)}\r\n`
const csvForm: Form = {
  head: `${CSV_COLUMNS.join(',')}\r\n`,
  foot: '',
  row(row, { hits, notes }) {
    if (!('subject' in row)) return csvRow([row.id, '', 'not-screened', '', '', '', '', '', faultOf(row.fault).detail])
    const name = row.subject.names[0] ?? ''
    return [
      ...hits.map((hit) =>
        csvRow([row.id, name, hit.state, hit.score.toFixed(4), hit.list, hit.entry, hit.name, hit.programmes.join(' '), hit.explanation]),
      ),
      ...notes.map((says) => csvRow([row.id, name, 'note', '', '', '', '', '', says])),
    ].join('')
  },
}
