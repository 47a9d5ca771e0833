import process from 'node:process'
import { notYetLooked } from '../../../engine/lists/not-yet-looked.ts'
import type { Shelf } from '../../../engine/lists/ports.ts'
import type { TakenIn } from '../../../engine/lists/put-in-force.ts'
import { afterNewVersion } from '../../../engine/screening/after-import.ts'
import { ALERT } from '../../../compute/name-match/compare.ts'
import { count } from '../lookback-print.ts'
import type { Workplace } from '../workplace.ts'

/** After a list changed: everybody is screened with what it changed, and one line says what that brought up. */
export async function lookAgain({ deps, actor }: Workplace, shelf: Shelf, work: { taken: TakenIn; signal: AbortSignal }): Promise<void> {
  const { taken, signal } = work
  const came = await notYetLooked(shelf, taken)
  if (came === undefined) return
  const { subjects, filed } = await afterNewVersion({ ...deps, shelf }, actor, {
    came,
    how: { mode: 'standard', least: ALERT, asOf: deps.clock.now().slice(0, 10) },
    watch: { progress: () => undefined, signal },
  })
  await shelf.noteLooked(came.version)
  if (subjects === 0) return
  process.stdout.write(
    `${count(subjects, 'subject')} screened with what it changed: ${filed.opened.length} new, ${filed.reopened.length} back, ${filed.gone.length} no hit any more. See \`bonafide matches\`.\n`,
  )
}
