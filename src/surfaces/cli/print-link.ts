import process from 'node:process'
import pc from 'picocolors'
import { type ExplainedLink, type ExplainedPiece } from '../../engine/cluster-dossier.ts'
import type { Evidence } from '../../engine/dossier.ts'
import type { Judgement, LinkState } from '../../model/link.ts'
import type { PersonaId } from '../../model/statement.ts'
import {
  costOfError,
  daysInWords,
  endedBy,
  holdersInWords,
  JUDGEMENT_WORDS,
  STATE_WORDS,
  stateInWords,
  shortReason,
  WEIGHT_WORDS,
} from '../report/link-words.ts'
import { placeInWords } from '../report/place.ts'
import { labelOf, valueInWords } from '../../model/in-words.ts'
import { plain } from './plain.ts'

export type Called = ReadonlyMap<PersonaId, string>

export const out = (text: string): boolean => process.stdout.write(`${text}\n`)

/** `Ada Example p-0123456789abcdef`. */
export const who = (id: PersonaId, called: Called): string => `${plain(called.get(id) ?? '(no name read)')} ${pc.dim(id)}`

const COLOURS: Readonly<Record<LinkState, (text: string) => string>> = { linked: pc.yellow, proposed: pc.cyan, apart: pc.green }
export const stateWord = (state: LinkState): string => COLOURS[state](STATE_WORDS[state])

/** Longer values are cut: the place says where the whole stands. */
const MOST_SHOWN = 140
/** Places named on either side of one piece. */
const MOST_PLACES = 4

const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text)

/** One link in two lines. */
export function printLinkLine(explained: ExplainedLink, called: Called): void {
  const { link } = explained
  out(`${stateWord(link.state)}: ${who(link.persona, called)} and ${who(link.other, called)}`)
  out(`  ${plain(shortReason(explained))}`)
}

/** "Why linked", for a terminal. */
export function printWhy(explained: ExplainedLink, called: Called): void {
  const { link, pieces, against, judgements } = explained
  out(`${who(link.persona, called)} and ${who(link.other, called)}: ${stateWord(link.state)}`)
  out(pc.bold(stateInWords(explained)))
  const counting = pieces.filter(({ piece }) => piece.weight !== 'none')
  const idle = pieces.filter(({ piece }) => piece.weight === 'none')
  heading(`What they share (${counting.length})`)
  if (counting.length === 0) out('  Nothing that counts.')
  for (const piece of counting) printPiece(piece, explained, called)
  if (idle.length > 0) heading(`Shared too, and counts for nothing (${idle.length})`)
  const told = new Set(counting.flatMap((p) => [...p.mine, ...p.theirs].map((e) => e.statement.id)))
  // What stands above already is not written out again.
  for (const p of idle) {
    const fresh = (list: readonly Evidence[]) => list.filter((e) => !told.has(e.statement.id))
    printPiece({ ...p, mine: fresh(p.mine), theirs: fresh(p.theirs) }, explained, called)
  }
  heading(`What speaks against it (${against.length})`)
  if (against.length === 0) out('  Nothing that can be seen here, which is no sign for the link.')
  for (const { says, because } of against) {
    out(`  ${plain(says)}`)
    for (const e of because.slice(0, MOST_PLACES)) printPlace(e, called)
  }
  printJudgements(judgements)
  heading('If the link is wrong')
  out(`  ${costOfError(explained)}`)
  heading('What alone would end it')
  out(`  ${plain(endedBy(explained))}`)
  out(pc.dim(`\nWhen you know more: bonafide judge ${link.persona} ${link.other} same|different|unsure --reason "…"`))
}

export const heading = (text: string): boolean => out(`\n${pc.bold(text)}`)

function printPiece({ piece, mine, theirs }: ExplainedPiece, { link }: ExplainedLink, called: Called): void {
  out(`  ${plain(piece.says)}`)
  const days = piece.daysApart === undefined ? '' : `, ${daysInWords(piece.daysApart)}`
  out(pc.dim(`    ${WEIGHT_WORDS[piece.weight]} · ${holdersInWords(piece)}${days}`))
  for (const [persona, evidence] of [
    [link.persona, mine],
    [link.other, theirs],
  ] as const) {
    const own = evidence.filter((e) => e.statement.subject === persona)
    for (const e of own.slice(0, MOST_PLACES)) printPlace(e, called)
    if (own.length > MOST_PLACES) out(pc.dim(`      and ${own.length - MOST_PLACES} more places`))
  }
  if (piece.weight !== 'none') out(`    Taken away by: ${plain(piece.removedBy)}`)
}

function printPlace({ statement, artifact }: Evidence, called: Called): void {
  const name = plain(called.get(statement.subject) ?? statement.subject)
  out(`    ${name}: ${plain(`${labelOf(statement.property)} ${cut(valueInWords(statement))}`)}`)
  out(
    pc.dim(
      `      ${plain(`${artifact?.name ?? statement.seenIn.artifact.slice(0, 12)}, ${placeInWords(statement.seenIn.at)}`)} · sha256 ${statement.seenIn.artifact.slice(0, 12)}…`,
    ),
  )
}

export function printJudgements(judgements: readonly Judgement[], called?: Called): void {
  if (judgements.length === 0) return
  heading('What people judged')
  for (const { seq, persona, other, kind, by, at, reason } of judgements) {
    const pair = called === undefined ? '' : `${who(persona, called)} and ${who(other, called)}: `
    out(`  ${at.slice(0, 10)}  ${pair}${plain(by)} ${JUDGEMENT_WORDS[kind]} (act ${seq}): “${plain(reason)}”`)
  }
}
