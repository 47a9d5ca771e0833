import pc from 'picocolors'
import type { ListHit, ScreeningMethod } from '../../../model/screening.ts'
import { plain } from '../plain.ts'

const STATE_WORDS = {
  possible: 'possible match: something beside the name agrees',
  'name-only': 'the name alone: no reason to do anything by itself',
} as const

/** The hits of one question as lines for a terminal. */
export function hitLines(asked: string, hits: readonly ListHit[]): readonly string[] {
  if (hits.length === 0) return [`${plain(asked)}: nothing found on these lists.`]
  return [
    `${pc.bold(plain(asked))}: ${hits.length} ${hits.length === 1 ? 'entry' : 'entries'} to look at.`,
    ...hits.flatMap((hit) => [
      `  ${hit.score.toFixed(3)}  ${pc.bold(plain(hit.name))}  ${hit.list} ${plain(hit.entry)}, ${hit.type}${hit.programmes.length === 0 ? '' : `, ${plain(hit.programmes.join(' '))}`}`,
      `         ${STATE_WORDS[hit.state]}`,
      pc.dim(`         ${plain(hit.explanation)}`),
    ]),
  ]
}

/** What was asked and what not, under the hits. */
export const methodLine = ({ lists, asOf, least, mode, algorithm }: ScreeningMethod): string =>
  pc.dim(
    `As of ${asOf}, from ${least} on${mode === 'regulator' ? ', as the regulator’s own search scores' : ''} (${algorithm}). Lists: ${lists
      .map(
        (list) =>
          `${list.list} ${list.published ?? `taken in ${list.imported.slice(0, 10)}`} (${list.version.slice(0, 12)}, ${list.entries.toLocaleString('en')} entries)`,
      )
      .join(
        '; ',
      )}.${lists.map((list) => (list.lacks === undefined ? '' : ` INCOMPLETE: ${list.list}. ${list.lacks.join(' ')}`)).join('')} Only these were asked; \`bonafide lists status\` says what is stale and what is not loaded.`,
  )
