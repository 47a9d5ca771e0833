import { badUsage } from '../../model/errors.ts'
import { dayOf, versionOn } from './as-of.ts'
import type { ListVersion, ReadingShelf } from './ports.ts'

/** Fewer digits of a hash than this are as good as any word. */
const FEWEST_DIGITS = 4

/**
 * The kept version that a person means: `current`, a day (the version in force then), or the first digits of its hash; of one list,
 * or of whichever list has one where none is named.
 */
export async function findVersion(shelf: ReadingShelf, asked: string, list: string | undefined): Promise<ListVersion> {
  const among = list === undefined ? await shelf.lists() : [list]
  const found: ListVersion[] = []
  for (const one of among) found.push(...(await meantIn(shelf, one, asked)))
  const [version, another] = found
  const where = list === undefined ? 'any list' : `"${list}"`
  if (version === undefined)
    throw badUsage(
      `"${asked}" is no version of ${where} that is kept here, and no file. Name the first digits of a version, a day such as 2026-03-31, \`current\`, or a file; \`bonafide lists status ${list ?? '<list>'}\` has them.`,
    )
  if (another !== undefined)
    throw badUsage(
      `"${asked}" can mean ${found.map((v) => `${v.hash.slice(0, 12)} of "${v.list}" (${dayOf(v)})`).join(' or ')}. Say which list with --list, or more digits.`,
    )
  return version
}

async function meantIn(shelf: ReadingShelf, list: string, asked: string): Promise<readonly ListVersion[]> {
  if (asked === 'current') return present(await shelf.current(list))
  const digits = new RegExp(`^[0-9a-f]{${FEWEST_DIGITS},64}$`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(asked)) return present(versionOn(await shelf.versions(list), asked))
  return digits.test(asked) ? (await shelf.versions(list)).filter(({ hash }) => hash.startsWith(asked)) : []
}

const present = (version: ListVersion | undefined): readonly ListVersion[] => (version === undefined ? [] : [version])
