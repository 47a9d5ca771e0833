import process from 'node:process'
import { decide } from '../../engine/disposition.ts'
import { DISPOSITIONS } from '../../model/disposition.ts'
import { badUsage } from '../../model/errors.ts'
import { standingsOf } from './lookback.ts'
import { count, printChanges } from './lookback-print.ts'
import { EXIT, inWorkplace, progressLine, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function decideCommand(
  entry: Entry,
  persona: string,
  decision: string,
  options: DataOptions & { reason: string },
): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }, signal) => {
    const kind = DISPOSITIONS.find((d) => d === decision)
    if (kind === undefined) throw badUsage(`"${decision}" is no decision. Decisions: ${DISPOSITIONS.join(', ')}.`)
    const line = progressLine()
    const { disposition, changes } = await decide(deps, catalog, actor, {
      persona,
      kind,
      reason: options.reason,
      watch: { progress: line.show, signal },
    }).finally(() => line.end())
    process.stdout.write(
      `${persona} is ${kind}, decision ${disposition.seq}, with ${count(disposition.known.length, 'finding')} known. What comes to light after this is shown as new.\n`,
    )
    if (changes.length > 0) process.stdout.write(`${count(changes.length, 'other persona')} assessed anew because of it:\n`)
    printChanges(
      changes,
      await deps.store.tx(actor.tenant, (tx) =>
        standingsOf(
          tx,
          changes.map((c) => c.persona),
        ),
      ),
    )
    return EXIT.done
  })
}
