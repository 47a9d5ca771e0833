import { join } from 'node:path'
import process from 'node:process'
import pc from 'picocolors'
import { systemClock } from '../../adapters/clock/index.ts'
import { openReadingShelf } from '../../adapters/lists-fs/reading-shelf.ts'
import { dayOf } from '../../engine/lists/as-of.ts'
import type { ListVersion } from '../../engine/lists/ports.ts'
import { listStatuses, type ListStatus } from '../../engine/lists/status.ts'
import { badUsage } from '../../model/errors.ts'
import { grouped, shortHash } from './lists-print.ts'
import { count } from './lookback-print.ts'
import { plain, plainJson } from './plain.ts'
import { complain, EXIT } from './session.ts'
import type { Entry } from './workplace.ts'

export interface ListsStatusOptions {
  readonly data: string
  readonly json?: boolean
}

/** Opens no database. A stale, damaged or incomplete list is exit code 2, so that whoever watches the machine hears of it. */
export async function listsStatusCommand(entry: Entry, list: string | undefined, options: ListsStatusOptions): Promise<void> {
  try {
    const shelf = openReadingShelf(join(options.data, 'lists'))
    if (list !== undefined) {
      const versions = await shelf.versions(list)
      if (versions.length === 0) throw badUsage(`No version of "${list}" is kept in "${options.data}".`)
      const current = (await shelf.current(list))?.hash
      if (options.json === true) print({ versions: versions.map((version) => ({ ...version, inForce: version.hash === current })) })
      else for (const version of versions) process.stdout.write(`${versionLine(version, version.hash === current)}\n`)
      process.exitCode = EXIT.done
      return
    }
    const statuses = await listStatuses(shelf, await entry.lists(), systemClock.now())
    if (options.json === true) print({ lists: statuses.map(statusDocument) })
    else say(statuses)
    process.exitCode = statuses.some((one) => one.stale || one.fault !== undefined || one.version?.lacks !== undefined)
      ? EXIT.someFailed
      : EXIT.done
  } catch (error) {
    process.exitCode = complain(error)
  }
}

const print = (document: unknown): boolean => process.stdout.write(`${plainJson(document)}\n`)

const versionLine = (version: ListVersion, inForce: boolean): string =>
  plain(
    `${shortHash(version)}  ${dayOf(version)}${version.published === undefined ? ' (day of import)' : ''}  ${grouped(version.entries)} entries, ${version.format}, taken in ${version.imported.slice(0, 10)}${inForce ? ', in force' : ''}`,
  )

function say(statuses: readonly ListStatus[]): void {
  const out = (text: string): boolean => process.stdout.write(`${text}\n`)
  for (const status of statuses) {
    const { list, title, version, fault } = status
    out(`${pc.bold(plain(list).padEnd(24))}  ${plain(title)}`)
    if (fault !== undefined) out(`  ${pc.red('DAMAGED')} ${plain(fault)}`)
    else if (version === undefined) out(pc.dim('  not loaded: nobody is compared with it'))
    else for (const line of inForceLines(version, status)) out(`  ${line}`)
  }
  const loaded = statuses.filter((one) => one.version !== undefined).length
  out(`\n${loaded} of ${count(statuses.length, 'list')} loaded.`)
  if (loaded < statuses.length) out('`bonafide lists update` fetches them, `bonafide lists import` takes in files.')
}

function inForceLines(version: ListVersion, { age, checked, stale, staleAfterDays, kept, readOtherwise }: ListStatus): readonly string[] {
  const days = count(age ?? 0, 'day')
  const published =
    version.published === undefined
      ? `taken in ${dayOf(version)}, ${days} ago; not said when published`
      : `published ${dayOf(version)}, ${days} ago`
  const asked = checked === undefined ? '' : `; the publisher had nothing newer on ${checked.slice(0, 10)}`
  return [
    `${shortHash(version)}  ${published}${asked}; ${count(version.entries, 'entry', 'entries')}, ${count(version.names, 'name')}, ${count(kept, 'version')} kept`,
    ...(stale ? [pc.red(`STALE: more than ${count(staleAfterDays, 'day')} old. Whoever was listed since is not found. Update it.`)] : []),
    ...(version.lacks === undefined ? [] : [pc.red(`INCOMPLETE: ${plain(version.lacks.join(' '))}`)]),
    ...(readOtherwise ? [pc.yellow('This program reads it otherwise than it was read. Update it, or import the files again.')] : []),
    ...(version.notes > 0 ? [pc.dim(`${count(version.notes, 'remark')} on what was left out or odd when it was read`)] : []),
  ]
}

function statusDocument({ version, age, checked, fault, ...status }: ListStatus) {
  return {
    ...status,
    loaded: version !== undefined,
    version: version?.hash ?? null,
    published: version?.published ?? null,
    imported: version?.imported ?? null,
    ageDays: age ?? null,
    checked: checked ?? null,
    entries: version?.entries ?? null,
    names: version?.names ?? null,
    notes: version?.notes ?? null,
    lacks: version?.lacks ?? [],
    reader: version?.reader ?? null,
    format: version?.format ?? null,
    files: version?.files ?? [],
    fault: fault ?? null,
  }
}
