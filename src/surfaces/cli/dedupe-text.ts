import { access, constants, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import pc from 'picocolors'
import { nearDuplicates, type Found } from '../../compute/near-duplicates/find.ts'
import type { Texts } from '../../compute/near-duplicates/texts.ts'
import type { Sandbox } from '../../engine/ports.ts'
import { AppError, badUsage, emptyFile } from '../../model/errors.ts'
import { fileFault } from './candidates.ts'
import { Collection, type Tick } from './dedupe-text/collection.ts'
import { readFolder } from './dedupe-text/folder.ts'
import { outcomeOf } from './dedupe-text/outcome.ts'
import { printOutcome } from './dedupe-text/print-outcome.ts'
import { readRecords } from './dedupe-text/records.ts'
import { writeOutcome } from './dedupe-text/write-outcome.ts'
import { plainJson } from './plain.ts'
import { complain, EXIT } from './session.ts'
import type { Entry } from './workplace.ts'

export interface DedupeTextOptions {
  readonly id?: string
  readonly text?: string
  readonly least: string
  readonly json?: boolean
  readonly out?: string
  readonly acceptNoNetworkIsolation?: boolean
}

/** Below this every text is somewhat like every other; the bands are made for no less. */
const [LEAST, MOST] = [0.2, 1]

export async function dedupeTextCommand(entry: Entry, path: string, options: DedupeTextOptions): Promise<void> {
  const stop = new AbortController()
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted)
    stop.abort()
  }
  process.on('SIGINT', onSignal)
  const pace = paceOn(stop.signal)
  try {
    process.exitCode = await run(entry, path, options, pace)
  } catch (error) {
    pace.clear()
    process.exitCode = complain(error)
  } finally {
    process.off('SIGINT', onSignal)
  }
}

async function run(entry: Entry, path: string, options: DedupeTextOptions, pace: Pace): Promise<number> {
  const least = Number(options.least)
  if (!(least >= LEAST && least <= MOST))
    throw badUsage(`--least takes a number from ${LEAST} to ${MOST}, such as 0.5; "${options.least}" is none.`)
  const began = performance.now()
  const collection = await collect(entry, path, options, pace)
  const { texts } = collection
  if (texts.count === 0 && collection.failures.length === 0)
    throw emptyFile(`No document was found in "${path}". Name a folder with files, or a file with one document a line.`)
  const read = performance.now()
  const found = await drive(texts, least, pace)
  const compared = performance.now()
  const outcome = await outcomeOf(collection, found, least, () => pace.tell('Looking up what is shared'))
  pace.clear()
  process.stderr.write(
    pc.dim(
      `Read ${texts.count.toLocaleString('en')} ${texts.count === 1 ? 'document' : 'documents'}, ${size(collection.bytesRead)}, in ${seconds(read - began)}; compared ${rate(texts.count, compared - read)} in ${seconds(compared - read)}.\n`,
    ),
  )
  if (options.out !== undefined) await writeOutcome(options.out, outcome)
  if (options.json === true) process.stdout.write(`${plainJson(outcome)}\n`)
  else {
    printOutcome(outcome)
    if (options.out !== undefined) process.stdout.write(`\nWritten to ${options.out}: near-duplicates.json, groups.csv, pairs.csv\n`)
  }
  return collection.failures.length > 0 ? EXIT.someFailed : EXIT.done
}

async function collect(entry: Entry, path: string, options: DedupeTextOptions, pace: Pace): Promise<Collection> {
  const collection = new Collection()
  const began = performance.now()
  const tick: Tick = ({ texts, bytesRead }) =>
    pace.tell(
      'Reading',
      () =>
        `${texts.count.toLocaleString('en')} documents, ${size(bytesRead)}, ${size((bytesRead / Math.max(1, performance.now() - began)) * 1000)}/s`,
    )
  const folder = await isFolder(path)
  if (!folder) {
    await readRecords(
      path,
      { ...(options.id === undefined ? {} : { id: options.id }), ...(options.text === undefined ? {} : { text: options.text }) },
      collection,
      tick,
    )
    return collection
  }
  if (options.id !== undefined || options.text !== undefined)
    throw badUsage(`--id and --text name columns of a file, and "${path}" is a folder. Leave them out.`)
  let sandbox: Promise<Sandbox> | undefined
  try {
    const open = (): Promise<Sandbox> => (sandbox ??= entry.openReading(options.acceptNoNetworkIsolation ?? false))
    const { readers } = await entry.catalog()
    await readFolder(path, collection, { readers, sandbox: open, width: availableParallelism() + 2 }, tick)
    return collection
  } finally {
    await (await sandbox)?.close()
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    const found = await stat(path)
    // A pipe or a device would have us wait for ever.
    if (!found.isDirectory() && !found.isFile())
      throw badUsage(`"${path}" is neither a file nor a folder. Write what it gives to a file first.`)
    await access(path, constants.R_OK)
    return found.isDirectory()
  } catch (error) {
    throw fileFault(path, error)
  }
}

async function drive(texts: Texts, least: number, pace: Pace): Promise<Found> {
  const says = { read: 'Sketching', sorted: 'Sorting into buckets', compared: 'Comparing' }
  const work = nearDuplicates(texts, least)
  let [step, began, from] = ['', performance.now(), 0]
  for (;;) {
    const next = work.next()
    if (next.done === true) return next.value
    const { done, of } = next.value
    if (next.value.step !== step) [step, began, from] = [next.value.step, performance.now(), done]
    const speed = next.value.step === 'read' && done > from ? `, ${rate(done - from, performance.now() - began)}` : ''
    await pace.tell(says[next.value.step], () => `${Math.floor((100 * done) / of)} %${speed}`)
  }
}

interface Pace {
  /** Shows where the work is, now and then, and gives Ctrl-C its turn. Where nobody watches, each step is named once. */
  tell(step: string, detail?: () => string): Promise<void>
  clear(): void
}

function paceOn(stop: AbortSignal): Pace {
  let [told, named, drawn] = [0, '', false]
  return {
    async tell(step, detail) {
      const terminal = process.stderr.isTTY
      if (!terminal && step !== named) process.stderr.write(`${step} …\n`)
      named = step
      if (performance.now() - told > 100) {
        told = performance.now()
        await setImmediate()
        if (terminal) process.stderr.write(`\r\u001B[2K${step}${detail === undefined ? '' : `: ${detail()}`}`)
        drawn = terminal
      }
      if (stop.aborted)
        throw new AppError({
          code: 'cancelled',
          status: 499,
          title: 'Cancelled',
          detail: 'Stopped on request. Nothing was written; the same command starts anew.',
        })
    },
    clear() {
      if (drawn) process.stderr.write('\r\u001B[2K')
      drawn = false
    },
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
const rate = (count: number, ms: number): string => `${Math.round((count / Math.max(1, ms)) * 1000).toLocaleString('en')} documents/s`
const size = (bytes: number): string => (bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`)
