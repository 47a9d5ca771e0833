import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { systemClock } from '../../adapters/clock/index.ts'
import { openReadingShelf } from '../../adapters/lists-fs/reading-shelf.ts'
import { dayOf } from '../../engine/lists/as-of.ts'
import type { ListVersion, ReadingShelf } from '../../engine/lists/ports.ts'
import { deltaOf, type ListDelta } from '../../engine/lists/delta.ts'
import { findVersion } from '../../engine/lists/find-version.ts'
import { readList } from '../../engine/lists/read-list.ts'
import { recognise } from '../../engine/lists/recognise.ts'
import { badUsage } from '../../model/errors.ts'
import type { ListedParty } from '../../model/listed-party.ts'
import { listFiles } from './list-files.ts'
import { printDelta, shortHash } from './lists-print.ts'
import { plainJson } from './plain.ts'
import { complain, EXIT } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ListsDeltaOptions {
  readonly data: string
  readonly list?: string
  readonly json?: boolean
}

/** One side of a comparison. */
interface Side {
  readonly says: string
  /** The list that it is a version of, or is read as. */
  readonly list: string
  readonly version: string | undefined
  readonly published: string | undefined
  readonly parties: readonly ListedParty[]
}

/** Opens no database. Either side is a kept version, or files that need not be taken in. */
export async function listsDeltaCommand(entry: Entry, asked: readonly [string, string], options: ListsDeltaOptions): Promise<void> {
  try {
    const [from, to] = await sidesOf(entry, asked, options)
    if (from.list !== to.list)
      throw badUsage(
        `"${asked[0]}" is of the list "${from.list}" and "${asked[1]}" of "${to.list}". Compare two versions of one list; --list says which.`,
      )
    const delta = deltaOf(from.parties, to.parties)
    if (options.json === true) process.stdout.write(`${plainJson(deltaDocument(from, to, delta))}\n`)
    else printDelta(from.says, to.says, delta)
    process.exitCode = EXIT.done
  } catch (error) {
    process.exitCode = complain(error)
  }
}

/** A file beside a version is read as that version's list: some lists share a format. */
async function sidesOf(entry: Entry, [a, b]: readonly [string, string], options: ListsDeltaOptions): Promise<readonly [Side, Side]> {
  const [isFileA, isFileB] = [await isPath(a), await isPath(b)]
  const shelf = openReadingShelf(join(options.data, 'lists'))
  const keptA = isFileA ? undefined : await findVersion(shelf, a, options.list)
  const keptB = isFileB ? undefined : await findVersion(shelf, b, options.list ?? keptA?.list)
  const side = async (asked: string, version: ListVersion | undefined): Promise<Side> =>
    version === undefined ? fileSide(entry, asked, options.list ?? keptA?.list ?? keptB?.list) : keptSide(shelf, version)
  return [await side(a, keptA), await side(b, keptB)]
}

const isPath = async (asked: string): Promise<boolean> =>
  stat(asked).then(
    () => true,
    () => false,
  )

async function fileSide(entry: Entry, path: string, as: string | undefined): Promise<Side> {
  const recognised = recognise(await entry.lists(), await listFiles([path]), as)
  const { parties, published } = readList(recognised, systemClock.now().slice(0, 10))
  return { says: path, list: recognised.list.id, version: undefined, published, parties }
}

async function keptSide(shelf: ReadingShelf, version: ListVersion): Promise<Side> {
  const { list, hash, published } = version
  const says = `${list} ${shortHash(version)} of ${dayOf(version)}`
  return { says, list, version: hash, published, parties: await shelf.parties(version) }
}

function deltaDocument(from: Side, to: Side, { added, removed, changed, unchanged }: ListDelta) {
  const side = ({ list, version, published, parties }: Side) => ({
    list,
    version: version ?? null,
    published: published ?? null,
    entries: parties.length,
  })
  const entry = ({ id, type, names, programmes }: ListedParty) => ({ id, type, name: names[0]?.full, programmes })
  return {
    from: side(from),
    to: side(to),
    added: added.map(entry),
    removed: removed.map(entry),
    changed: changed.map(({ after, fields }) => ({ ...entry(after), fields })),
    unchanged,
  }
}
