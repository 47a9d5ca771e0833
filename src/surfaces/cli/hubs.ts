import process from 'node:process'
import pc from 'picocolors'
import { hubs } from '../../engine/links/index.ts'
import type { Hub } from '../../model/link.ts'
import { sharedNoun } from '../report/link-words.ts'
import { plain, plainJson } from './plain.ts'
import { out } from './print-link.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

/** Named one by one on a terminal; `--json` has them all. */
const MOST_SHOWN = 100
const PAGE = 1000

/** Values that so many hold that they join nobody. */
export async function hubsCommand(entry: Entry, options: DataOptions & { readonly json?: boolean }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const all: Hub[] = []
    const most = options.json === true ? Number.POSITIVE_INFINITY : MOST_SHOWN + 1
    await deps.store.tx(actor.tenant, async (tx) => {
      while (all.length < most) {
        const page = await hubs(tx, { after: all.at(-1), limit: Math.min(PAGE, most - all.length) })
        if (page.length === 0) break
        all.push(...page)
      }
    })
    if (options.json === true) process.stdout.write(`${plainJson({ hubs: all })}\n`)
    else {
      if (all.length === 0) out('No value is held by so many that it joins nobody.')
      for (const { kind, key, holders, reason } of all.slice(0, MOST_SHOWN)) {
        out(`${pc.bold(plain(key))}  ${sharedNoun(kind)}, held by ${holders} personas`)
        out(`  ${plain(reason)}`)
      }
      if (all.length > MOST_SHOWN) out('and more, none held by more; --json has them all')
    }
    return EXIT.done
  })
}
