import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { systemClock } from '../../adapters/clock/index.ts'
import { openReadingShelf } from '../../adapters/lists-fs/reading-shelf.ts'
import { dayOf } from '../../engine/lists/as-of.ts'
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
  readonly list: string
  readonly version: string | undefined
  readonly published: string | undefined
  readonly parties: readonly ListedParty[]
}

/** Opens no database. Either side is a kept version, or files that need not be taken in. */
export async function listsDeltaCommand(entry: Entry, [a, b]: readonly [string, string], options: ListsDeltaOptions): Promise<void> {
  try {
    const from = await sideOf(entry, a, options)
    const to = await sideOf(entry, b, options)
    if (from.version !== undefined && to.version !== undefined && from.list !== to.list)
      throw badUsage(`"${a}" is a version of "${from.list}" and "${b}" one of "${to.list}". Compare two of one list.`)
    const delta = deltaOf(from.parties, to.parties)
    if (options.json === true) process.stdout.write(`${plainJson(deltaDocument(from, to, delta))}\n`)
    else printDelta(from.says, to.says, delta)
    process.exitCode = EXIT.done
  } catch (error) {
    process.exitCode = complain(error)
  }
}

async function sideOf(entry: Entry, asked: string, { data, list }: ListsDeltaOptions): Promise<Side> {
  const isPath = await stat(asked).then(
    () => true,
    () => false,
  )
  if (isPath) {
    const recognised = recognise(await entry.lists(), await listFiles([asked]), list)
    const { parties, published } = readList(recognised, systemClock.now().slice(0, 10))
    return { says: `${asked} (${recognised.format.title})`, list: recognised.list.id, version: undefined, published, parties }
  }
  const shelf = openReadingShelf(join(data, 'lists'))
  const version = await findVersion(shelf, asked, list)
  return {
    says: `${version.list} ${shortHash(version)} of ${dayOf(version)}`,
    list: version.list,
    version: version.hash,
    published: version.published,
    parties: await shelf.parties(version),
  }
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
