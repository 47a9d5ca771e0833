import { basename, join } from 'node:path'
import process from 'node:process'
import pc from 'picocolors'
import { openReadingShelf } from '../../../adapters/lists-fs/reading-shelf.ts'
import { ALERT } from '../../../compute/name-match/compare.ts'
import { adjudicate, assign, expireMatches, matchNamed, reopen, second } from '../../../engine/screening/adjudicate.ts'
import { coverage } from '../../../engine/screening/coverage.ts'
import { type Filed, fileHits, type Screened } from '../../../engine/screening/file-hits.ts'
import { methodOf } from '../../../engine/screening/method.ts'
import { openWhole } from '../../../engine/screening/open-list.ts'
import type { OpenList } from '../../../engine/screening/ports.ts'
import { replay } from '../../../engine/screening/replay.ts'
import { screenEverybody } from '../../../engine/screening/rescreen.ts'
import { EXACT } from '../../../engine/screening/exact.ts'
import { namesOfRows } from '../../../engine/screening/names-of-rows.ts'
import { screenSubject } from '../../../engine/screening/screen-subject.ts'
import { unreadIn } from '../../../engine/screening/unread.ts'
import { type FiledMatch, MATCH_STATES, WAITING } from '../../../model/adjudication.ts'
import { badUsage } from '../../../model/errors.ts'
import type { ScreeningMethod } from '../../../model/screening.ts'
import { count } from '../lookback-print.ts'
import { listsInForce } from '../names/lists-in-force.ts'
import { isDay } from '../names/options.ts'
import { queryRows } from '../names/query-rows.ts'
import { plain, plainJson, plainLines } from '../plain.ts'
import { EXIT, inWorkplace, type DataOptions } from '../session.ts'
import type { Entry, Workplace } from '../workplace.ts'
import { blankForm, readForm } from './form.ts'
import { matchLines, queueLine } from './print.ts'

const out = (text: string): boolean => process.stdout.write(`${text}\n`)

export interface RunOptions extends DataOptions {
  readonly list?: readonly string[]
  readonly query?: string
  readonly map?: string
  /** What the rows' ids are ids of; else the name of the file. */
  readonly as?: string
}

/** Rows that are filed in one transaction. */
const FILED_AT_ONCE = 500

/** Screens everybody in the store, or the rows of a file, and files what is found for somebody to look at. */
export async function matchesRunCommand(entry: Entry, options: RunOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }, signal) => {
    const today = deps.clock.now().slice(0, 10)
    const shelf = openReadingShelf(join(options.data, 'lists'))
    const lists: OpenList[] = []
    for (const version of await listsInForce(shelf, options.list, { asOf: today, today })) lists.push(await openWhole(shelf, version))
    // Everything over the line is filed: no limit, no choice of mode.
    const method = methodOf(lists, { mode: 'standard', least: ALERT, asOf: today })
    const expired = await expireMatches(deps, actor)
    const tally: Tally = { subjects: 0, opened: 0, reopened: 0, unchanged: 0, failed: 0 }
    if (options.query === undefined) {
      const { subjects, filed } = await screenEverybody(deps, actor, { lists, method, watch: { progress: () => undefined, signal } })
      tally.subjects = subjects
      tallied(tally, filed)
    } else await fileRows({ deps, actor }, options.query, { options, lists, method, tally, signal })
    out(
      `${count(tally.subjects, 'subject')} screened: ${tally.opened} new, ${tally.reopened} back, ${tally.unchanged} as before${expired.length === 0 ? '' : `, ${expired.length} ended`}${tally.failed === 0 ? '' : `; ${count(tally.failed, 'row')} could NOT be screened, or not with all they hold`}.`,
    )
    out(coverage((await entry.lists()).published, method.lists, { loaded: await shelf.lists(), day: today }).says)
    if (options.query !== undefined)
      out(
        'Rows on which nothing was found are not kept. Run the file again when a list has changed; what was found is looked at again by itself.',
      )
    return tally.failed > 0 ? EXIT.someFailed : EXIT.done
  })
}

interface Tally {
  subjects: number
  opened: number
  reopened: number
  unchanged: number
  failed: number
}

function tallied(tally: Tally, filed: Filed): void {
  tally.opened += filed.opened.length
  tally.reopened += filed.reopened.length
  tally.unchanged += filed.unchanged
}

interface Filing {
  readonly options: RunOptions
  readonly lists: readonly OpenList[]
  readonly method: ScreeningMethod
  readonly tally: Tally
  readonly signal: AbortSignal
}

/** Screens and files the rows of a file, page by page. What was screened is filed, also where the file breaks off after it. */
async function fileRows({ deps, actor }: Pick<Workplace, 'deps' | 'actor'>, path: string, of: Filing): Promise<void> {
  const { options, lists, method, tally, signal } = of
  const named = namesOfRows(options.as ?? basename(path))
  let page: Screened[] = []
  const file = async (): Promise<void> => {
    tallied(tally, await fileHits(deps, actor, { screened: page, method }))
    page = []
  }
  try {
    for await (const row of queryRows(path, options.map)) {
      tally.subjects++
      if ('fault' in row) {
        tally.failed++
        process.stderr.write(
          `${plain(row.id)}: NOT SCREENED. ${plain(row.fault instanceof Error ? row.fault.message : String(row.fault))}\n`,
        )
        continue
      }
      const notCompared = [...row.notCompared, ...unreadIn(row.subject).notCompared]
      if (notCompared.length > 0) tally.failed++
      for (const says of notCompared) process.stderr.write(`${plain(row.id)}: ${plain(says)}\n`)
      const subject = named(row.subject, row.id)
      if (subject === undefined) continue
      page.push({ about: 'query', subject, hits: screenSubject(subject, lists, method, EXACT) })
      if (page.length < FILED_AT_ONCE) continue
      await file()
      signal.throwIfAborted()
    }
  } finally {
    await file()
  }
}

export interface QueueOptions extends DataOptions {
  readonly state?: string
  readonly owner?: string
  readonly all?: boolean
  readonly json?: boolean
}

/** What waits, what is due first in front. */
export async function matchesCommand(entry: Entry, options: QueueOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const state = MATCH_STATES.find((known) => known === options.state)
    if (options.state !== undefined && state === undefined) throw badUsage(`"${options.state}" is no state: ${MATCH_STATES.join(', ')}.`)
    const states = state !== undefined ? [state] : options.all === true ? MATCH_STATES : WAITING
    const rows = (await deps.store.tx(actor.tenant, (tx) => tx.matches({ states }))).filter(
      (row) => options.owner === undefined || row.owner?.toLowerCase() === options.owner.trim().toLowerCase(),
    )
    if (options.json === true) out(plainJson({ matches: rows }))
    else if (rows.length === 0) out('Nothing waits.')
    else for (const row of rows) out(queueLine(row, deps.clock.now()))
    return EXIT.done
  })
}

export interface ShowOptions extends DataOptions {
  readonly json?: boolean
}

export async function matchesShowCommand(entry: Entry, id: string, options: ShowOptions): Promise<void> {
  await inWorkplace(entry, options, async (workplace) => show(workplace, id, options.json === true))
}

async function show({ deps, actor }: Workplace, id: string, json: boolean): Promise<number> {
  const { match, acts } = await deps.store.tx(actor.tenant, async (tx) => {
    const found = await matchNamed(tx, id)
    return { match: found, acts: await tx.matchActs([found.id]) }
  })
  if (json) out(plainJson({ match, acts }))
  else for (const line of matchLines(match, acts)) out(line)
  return EXIT.done
}

export async function matchesFormCommand(entry: Entry, id: string, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    process.stdout.write(plainLines(blankForm(await deps.store.tx(actor.tenant, (tx) => matchNamed(tx, id)))))
    return EXIT.done
  })
}

export interface ActOptions extends DataOptions {
  readonly by: string
  readonly reason: string
}

/** One act about a match, and where it stands then. */
async function act(entry: Entry, options: DataOptions, run: (workplace: Workplace) => Promise<FiledMatch>): Promise<void> {
  await inWorkplace(entry, options, async (workplace) => {
    const match = await run(workplace)
    out(queueLine(match, workplace.deps.clock.now()))
    return EXIT.done
  })
}

export const matchesAssignCommand = (entry: Entry, id: string, options: DataOptions & { to: string; due?: string }): Promise<void> =>
  act(entry, options, ({ deps, actor }) =>
    assign(deps, actor, {
      match: id,
      owner: options.to,
      ...(options.due === undefined ? {} : { due: dueOf(options.due, deps.clock.now()) }),
    }),
  )

export const matchesDecideCommand = (entry: Entry, id: string, outcome: string, options: ActOptions & { form: string }): Promise<void> =>
  act(entry, options, async ({ deps, actor }) =>
    adjudicate(deps, actor, { match: id, outcome, by: options.by, reason: options.reason, form: await readForm(options.form) }),
  )

export const matchesSecondCommand = (entry: Entry, id: string, said: string, options: ActOptions): Promise<void> =>
  act(entry, options, ({ deps, actor }) => {
    if (said !== 'agrees' && said !== 'disagrees') throw badUsage(`The second person agrees or disagrees; "${said}" is neither.`)
    return second(deps, actor, { match: id, by: options.by, agrees: said === 'agrees', reason: options.reason })
  })

export const matchesReopenCommand = (entry: Entry, id: string, options: ActOptions): Promise<void> =>
  act(entry, options, ({ deps, actor }) => reopen(deps, actor, { match: id, by: options.by, reason: options.reason }))

function dueOf(day: string, now: string): string {
  if (!isDay(day)) throw badUsage(`--due takes a day such as 2026-03-31; "${day}" is none.`)
  if (day < now.slice(0, 10)) throw badUsage(`${day} is over. Name a day that is still to come, or today.`)
  return `${day}T23:59:59.000Z`
}

/** The same question again, on the version and by the settings of then. */
export async function matchesReplayCommand(entry: Entry, id: string, options: ShowOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const match = await deps.store.tx(actor.tenant, (tx) => matchNamed(tx, id))
    const shelf = openReadingShelf(join(options.data, 'lists'))
    const version = await shelf.find(match.hit.list, match.hit.version)
    if (version === undefined)
      throw badUsage(
        `Version ${match.hit.version.slice(0, 12)} of ${match.hit.list} is not kept here any more, so it cannot be asked again.`,
      )
    const again = replay(match, await openWhole(shelf, version))
    if (options.json === true) out(plainJson(again))
    else
      out(
        again.same
          ? `The same answer: ${again.now?.score.toFixed(3)} on version ${match.hit.version.slice(0, 12)} by ${match.method.algorithm}.`
          : `${pc.yellow('Another answer')}: ${again.now === undefined ? 'it is no hit now' : `other in ${again.differs.join(', ')}`}. It was filed by ${match.method.algorithm}.`,
      )
    return again.same ? EXIT.done : EXIT.someFailed
  })
}
