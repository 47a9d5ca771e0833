import type { ListVersion } from '../../src/engine/lists/ports.ts'
import { takeIn } from '../../src/engine/lists/take-in.ts'
import { lookAgain } from '../../src/engine/screening/look-again.ts'
import type { OverHttp } from './over-http.ts'

/** Takes a version of a list of one's own in, as a table, and looks at everybody with what it changed. */
export async function takeOwnList({ parts }: OverHttp, list: string, published: string, table: string): Promise<ListVersion> {
  const deps = { ...parts.deps, shelf: parts.shelf }
  const actor = { tenant: parts.tenant, id: 'tester' }
  const files = [{ name: `${list}.csv`, bytes: Buffer.from(table) }]
  const taken = await takeIn(deps, parts.lists, actor, { as: list, files, published, force: true })
  await lookAgain(deps, actor, { taken, signal: new AbortController().signal })
  return taken.version
}
