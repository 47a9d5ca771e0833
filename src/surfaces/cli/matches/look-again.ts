import process from 'node:process'
import type { Shelf } from '../../../engine/lists/ports.ts'
import type { TakenIn } from '../../../engine/lists/take-in.ts'
import { lookAgain as screenAgain } from '../../../engine/screening/look-again.ts'
import { count } from '../lookback-print.ts'
import type { Workplace } from '../workplace.ts'

/** After a list changed: everybody is screened with what it changed, and one line says what that brought up. */
export async function lookAgain({ deps, actor }: Workplace, shelf: Shelf, work: { taken: TakenIn; signal: AbortSignal }): Promise<void> {
  const review = await screenAgain({ ...deps, shelf }, actor, work)
  if (review === undefined || review.subjects === 0) return
  const { subjects, filed } = review
  process.stdout.write(
    `${count(subjects, 'subject')} screened with what it changed: ${filed.opened.length} new, ${filed.reopened.length} back, ${filed.gone.length} no hit any more. See \`bonafide matches\`.\n`,
  )
}
