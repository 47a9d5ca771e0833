import { join } from 'node:path'
import { openReadingShelf } from '../../../adapters/lists-fs/reading-shelf.ts'
import { ALERT } from '../../../compute/name-match/compare.ts'
import type { ListVersion } from '../../../engine/lists/ports.ts'
import { methodOf } from '../../../engine/screening/method.ts'
import { openForName, openWhole } from '../../../engine/screening/open-list.ts'
import type { OpenList } from '../../../engine/screening/ports.ts'
import { nameOf } from '../../../engine/screening/name-of.ts'
import { NAMES_ALONE, screenSubject, shown } from '../../../engine/screening/screen-subject.ts'
import { badUsage } from '../../../model/errors.ts'
import type { Subject } from '../../../model/screening.ts'
import { plainJson } from '../plain.ts'
import { hitDocument } from '../../documents/hits.ts'
import { listsInForce } from './lists-in-force.ts'
import { howOf, type NamesOptions } from './options.ts'
import { say } from './say.ts'

/**
 * One name: opens the index and the few entries it names, and nothing else; no database, no catalogue. What only some answers need is
 * loaded for them, and `process` is not imported: the module of that name opens all streams.
 */
export async function screenOne(written: string, options: NamesOptions): Promise<void> {
  try {
    const today = new Date().toISOString().slice(0, 10)
    const how = howOf(options, ALERT, today)
    const name = nameOf(written)
    if (isNoName(name))
      throw badUsage(
        `"${name.slice(0, 60)}" reads like an address or a number and not like a name. Put it into a file with a column wallet, email, account or the like, and name that with --query.`,
      )
    const subject: Subject = { id: '1', type: 'unknown', names: [name], births: [], identifiers: [], wallets: [], addresses: [] }
    const shelf = openReadingShelf(join(options.data, 'lists'))
    const open = (version: ListVersion): Promise<OpenList> =>
      how.mode === 'regulator' ? openWhole(shelf, version) : openForName(shelf, version, { subject, least: how.least })
    const lists: OpenList[] = []
    for (const version of await listsInForce(shelf, options.list, { asOf: how.asOf, today })) lists.push(await open(version))
    const all = screenSubject(subject, lists, how, NAMES_ALONE)
    const hits = shown(all, how.limit)
    const method = methodOf(lists, how)
    const leftOff = all.length - hits.length
    if (options.json === true) {
      const query = { id: '1', name, hits: hits.map(hitDocument), ...(leftOff === 0 ? {} : { leftOff }) }
      say(`${plainJson({ queries: [query], method })}\n`)
    } else {
      const { hitLines, methodLine } = await import('./print-hits.ts')
      const more = leftOff > 0 ? [`  and ${leftOff.toLocaleString('en')} more on the name alone; --limit shows them.`] : []
      say([...hitLines(name, hits), ...more, methodLine(method), ''].join('\n'))
    }
  } catch (error) {
    process.exitCode = (await import('../session.ts')).complain(error)
  }
}

/** One word with a digit and of such a length, or with an at sign: a wallet, an account, a mailbox. A name would find nothing and seem clean. */
const isNoName = (text: string): boolean => !/\s/.test(text) && ((text.length >= 15 && /\d/.test(text)) || /.@./.test(text))
