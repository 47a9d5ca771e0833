import process from 'node:process'
import { join } from 'node:path'
import { openReadingShelf } from '../../../adapters/lists-fs/reading-shelf.ts'
import { ALERT } from '../../../compute/name-match/compare.ts'
import { methodOf } from '../../../engine/screening/method.ts'
import { openForName, openWhole } from '../../../engine/screening/open-list.ts'
import type { OpenList } from '../../../engine/screening/ports.ts'
import { LOOKED_AT, NAMES_ALONE, screenSubject } from '../../../engine/screening/screen-subject.ts'
import { hitDocument } from './document.ts'
import { listsInForce } from './lists-in-force.ts'
import { howOf, type NamesOptions } from './options.ts'
import { hitLines, methodLine } from './print-hits.ts'
import { plainJson } from '../plain.ts'
import { complain, EXIT } from '../session.ts'

/** One name: opens the index and the few entries it names, and nothing else; no database, no catalogue. */
export async function screenOne(name: string, options: NamesOptions): Promise<void> {
  try {
    const how = howOf(options, ALERT, new Date().toISOString().slice(0, 10))
    const shelf = openReadingShelf(join(options.data, 'lists'))
    const lists: OpenList[] = []
    const ask = { name, limit: Math.max(LOOKED_AT, how.limit), least: how.least }
    for (const version of await listsInForce(shelf, options.list, how.asOf))
      lists.push(how.mode === 'regulator' ? await openWhole(shelf, version) : await openForName(shelf, version, ask))
    const subject = { id: '1', type: 'unknown' as const, names: [name], births: [], identifiers: [], wallets: [], addresses: [] }
    const hits = screenSubject(subject, lists, how, NAMES_ALONE)
    const method = methodOf(lists, how)
    if (options.json === true) process.stdout.write(`${plainJson({ queries: [{ id: '1', name, hits: hits.map(hitDocument) }], method })}\n`)
    else {
      for (const line of hitLines(name, hits)) process.stdout.write(`${line}\n`)
      process.stdout.write(`${methodLine(method)}\n`)
    }
    process.exitCode = EXIT.done
  } catch (error) {
    process.exitCode = complain(error)
  }
}
