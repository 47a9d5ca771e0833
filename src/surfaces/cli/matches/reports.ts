import process from 'node:process'
import pc from 'picocolors'
import { signOffs, signReview, type SignOff } from '../../../engine/screening/sign-off.ts'
import { count } from '../lookback-print.ts'
import { plain, plainJson } from '../plain.ts'
import { EXIT, inWorkplace } from '../session.ts'
import type { Entry } from '../workplace.ts'
import type { ActOptions, ShowOptions } from './commands.ts'
import { STATES } from './print.ts'

const out = (text: string): boolean => process.stdout.write(`${text}\n`)

/** What each version of a list set in motion, and who signed. */
export async function matchesReportCommand(entry: Entry, options: ShowOptions & { list?: string }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const all = await signOffs(deps, actor, options.list)
    if (options.json === true) out(plainJson({ reports: all }))
    else if (all.length === 0) out('No list version has been screened with yet.')
    else for (const one of all) for (const line of reportLines(one)) out(line)
    return EXIT.done
  })
}

function reportLines({ review, matches, waiting }: SignOff): readonly string[] {
  const { list, version, previous, at, changes, subjects, filed, signed, signedBy, reason } = review
  return [
    pc.bold(`${plain(list)} ${version.slice(0, 12)}, ${at.slice(0, 10)}`),
    `  ${previous === undefined ? `First version: ${changes.added.toLocaleString('en')} entries` : `Since ${previous.slice(0, 12)}: ${changes.added} added, ${changes.removed} removed, ${changes.changed} changed`}.`,
    `  ${count(subjects, 'subject')} screened with what changed: ${filed.opened.length} opened, ${filed.reopened.length} back, ${filed.gone.length} no hit any more.`,
    ...matches.map(({ match, acts }) => {
      const last = acts.findLast((act) => act.outcome !== undefined)
      return `    ${match.id.slice(0, 12)}  ${plain(match.hit.name)} (${plain(match.hit.entry)})  ${STATES[match.state]}${last === undefined ? '' : `; ${plain(last.by)}: ${plain(last.reason)}`}`
    }),
    signed === undefined
      ? waiting > 0
        ? pc.yellow(`  Not signed: ${count(waiting, 'match', 'matches')} wait for somebody.`)
        : '  Not signed yet; nothing waits.'
      : `  Signed by ${plain(signedBy ?? '')} on ${signed.slice(0, 10)}: ${plain(reason ?? '')}`,
  ]
}

export async function matchesSignCommand(entry: Entry, list: string, version: string, options: ActOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const review = await signReview(deps, actor, { list, version, by: options.by, reason: options.reason })
    out(`Signed: ${plain(review.list)} ${review.version.slice(0, 12)} by ${plain(review.signedBy ?? '')}.`)
    return EXIT.done
  })
}
