import { join } from 'node:path'
import process from 'node:process'
import pc from 'picocolors'
import { openShelf } from '../../adapters/lists-fs/index.ts'
import { openEgress } from '../../adapters/net/egress.ts'
import { openNet } from '../../adapters/net/index.ts'
import { proxyIn } from '../../adapters/net/proxy.ts'
import { dayOf } from '../../engine/lists/as-of.ts'
import type { Net, ReadingShelf } from '../../engine/lists/ports.ts'
import { publishedList, type KnownLists } from '../../engine/lists/recognise.ts'
import { updateList } from '../../engine/lists/update.ts'
import type { List } from '../../kit/list.ts'
import { badUsage } from '../../model/errors.ts'
import { exitFor } from './lists-import.ts'
import { printTaken } from './lists-print.ts'
import { lookAgain } from './matches/look-again.ts'
import { plain } from './plain.ts'
import { complain, EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ListsUpdateOptions extends DataOptions {
  readonly list?: readonly string[]
  readonly from?: readonly string[]
  readonly force?: boolean
}

/** One list after the other; one that cannot be had does not keep the others from being updated. */
export async function listsUpdateCommand(entry: Entry, options: ListsUpdateOptions): Promise<void> {
  let lists: KnownLists
  let wanted: readonly Wanted[]
  try {
    lists = await entry.lists()
    wanted = wantedOf(lists, options)
  } catch (error) {
    process.exitCode = complain(error)
    return
  }
  await inWorkplace(entry, options, async (workplace, signal) => {
    const { deps, actor } = workplace
    const shelf = openShelf(join(options.data, 'lists'))
    const codes: number[] = []
    const failed: string[] = []
    for (const { list, net } of wanted) {
      const line = transferLine(list.id)
      try {
        const taken = await updateList({ ...deps, shelf, net }, lists, actor, {
          list,
          signal,
          progress: line.show,
          ...(options.from === undefined ? {} : { from: options.from }),
          ...(options.force === undefined ? {} : { force: options.force }),
        }).finally(() => line.end())
        printTaken(taken)
        await lookAgain(workplace, shelf, { taken, signal })
        codes.push(exitFor(taken.notes))
      } catch (error) {
        if (signal.aborted) throw error
        if (wanted.length > 1) process.stderr.write(`${list.id}: `)
        codes.push(complain(error))
        failed.push(list.id)
      }
    }
    if (failed.length > 0) await tellStanding(shelf, { ids: wanted.map(({ list }) => list.id), failed })
    const [only] = codes
    return codes.length === 1 && only !== undefined ? only : codes.every((code) => code === EXIT.done) ? EXIT.done : EXIT.someFailed
  })
}

/** After a failure: which lists were not updated, and with which versions names are compared now. */
async function tellStanding(
  shelf: ReadingShelf,
  { ids, failed }: { readonly ids: readonly string[]; readonly failed: readonly string[] },
): Promise<void> {
  const standing = await Promise.all(ids.map(async (id) => `${id} ${await inForce(shelf, id)}`))
  process.stderr.write(`${pc.yellow('Not updated')}: ${failed.join(', ')}. In force: ${standing.join('; ')}.\n`)
}

const inForce = (shelf: ReadingShelf, id: string): Promise<string> =>
  shelf.current(id).then(
    (version) => (version === undefined ? 'not at all, nobody is compared with it' : `of ${dayOf(version)}`),
    () => 'damaged',
  )

interface Wanted {
  readonly list: List
  /** To the hosts of this list and to no others. */
  readonly net: Net
}

function wantedOf(lists: KnownLists, { list: ids, from }: ListsUpdateOptions): readonly Wanted[] {
  if (from !== undefined && ids?.length !== 1) throw badUsage('--from says where one list is. Name that list with --list, and no other.')
  const wanted = ids === undefined ? lists.published : ids.map((id) => publishedList(lists, id))
  const egress = openEgress({ on: true, inside: (from ?? []).flatMap(ownHosts), proxy: proxyIn(process.env) })
  return wanted.map((list) => ({ list, net: openNet({ to: from ?? list.from.flatMap((source) => source.urls), egress }) }))
}

/** A mirror that somebody at this machine names may stand in its own network and speak plain HTTP, or send on to its HTTPS. */
function ownHosts(address: string): readonly string[] {
  const url = URL.parse(address)
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  const port = url?.port !== '' ? url?.port : url.protocol === 'http:' ? '80' : '443'
  return [`${host}:${port}`, `${host}:443`]
}

/** Drawn anew at most so often, in milliseconds. */
const OFTEN = 150

/** A line a file on standard error; on a terminal the one under way is written over. */
function transferLine(list: string): { show(url: string, done: number, total: number | undefined): void; end(): void } {
  const terminal = process.stderr.isTTY
  let [under, last, drawn] = ['', '', 0]
  const finish = (): void => {
    if (terminal && drawn > 0) process.stderr.write('\r\u001B[2K')
    if (last !== '') process.stderr.write(pc.dim(`${last}\n`))
    last = ''
    drawn = 0
  }
  return {
    show(url, done, total) {
      if (url !== under) finish()
      under = url
      const of = total === undefined ? '' : ` of ${size(total)}, ${Math.floor((100 * done) / Math.max(1, total))} %`
      last = plain(
        `${list}: ${new URL(url).host} ${new URL(url).pathname.split('/').at(-1) ?? ''} ${size(done)}${done === total ? '' : of}`,
      )
      const now = performance.now()
      if (!terminal || now - drawn < OFTEN) return
      process.stderr.write(`\r\u001B[2K${last}`)
      drawn = now
    },
    end: finish,
  }
}

const size = (bytes: number): string => (bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`)
