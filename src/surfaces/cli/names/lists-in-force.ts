import { listsInForce as inForce, type AsOf } from '../../../engine/lists/in-force.ts'
import type { ListVersion, ReadingShelf } from '../../../engine/lists/ports.ts'

/** The versions to ask; what cannot be asked is said on standard error. */
export async function listsInForce(shelf: ReadingShelf, named: readonly string[] | undefined, when: AsOf): Promise<readonly ListVersion[]> {
  const { versions, notAsked } = await inForce(shelf, named, when)
  for (const says of notAsked) process.stderr.write(`Not asked: ${says}. What it said then is not known.\n`)
  return versions
}
