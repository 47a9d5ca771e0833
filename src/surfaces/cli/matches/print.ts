import pc from 'picocolors'
import { type FiledMatch, type MatchAct, type MatchState, WAITING } from '../../../model/adjudication.ts'
import { plain } from '../plain.ts'

export const STATES: Readonly<Record<MatchState, string>> = {
  'name-only': 'the name alone, ends by itself',
  possible: 'possible match, waits for somebody',
  'awaiting-second': 'found confirmed, waits for a second person',
  confirmed: 'confirmed by two people',
  'false-positive': 'somebody else',
  'no-match': 'no match',
  expired: 'ended, nothing but the name spoke for it',
  gone: 'no hit any more',
}

const DAY = 86_400_000
const days = (from: string, to: string): number => Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY))

/** One line of the queue: who is to look at it, how old it is, by when. */
export function queueLine({ id, subject, hit, state, owner, opened, due }: FiledMatch, now: string): string {
  const late = due !== undefined && due < now && WAITING.includes(state)
  return [
    pc.bold(id.slice(0, 12)),
    plain(subject.names[0] ?? subject.id),
    pc.dim('against'),
    `${plain(hit.name)} (${hit.list} ${plain(hit.entry)})`,
    hit.score.toFixed(3),
    STATES[state],
    owner === undefined ? pc.yellow('nobody’s yet') : plain(owner),
    `${days(opened, now)} d old`,
    due === undefined ? '' : late ? pc.red(`was due ${due.slice(0, 10)}`) : `due ${due.slice(0, 10)}`,
  ]
    .filter((part) => part !== '')
    .join('  ')
}

/** One match with all that is known of it. */
export function matchLines(
  { id, about, subject, hit, method, state, owner, opened, due, expires }: FiledMatch,
  acts: readonly MatchAct[],
): readonly string[] {
  const list = method.lists.find((one) => one.list === hit.list)
  return [
    `${pc.bold(id)}  ${STATES[state]}`,
    `  Asked about: ${plain(subject.names.join(' / ') || subject.id)} (${about} ${plain(subject.id)})`,
    `  Entry: ${pc.bold(plain(hit.name))}, ${hit.type}, ${plain(hit.list)} ${plain(hit.entry)}${hit.programmes.length === 0 ? '' : `, ${plain(hit.programmes.join(' '))}`}`,
    `  Listed names: ${plain(hit.names.map((name) => `${name.full}${name.quality === 'weak' ? ' (weak)' : ''}`).join('; '))}`,
    `  Score ${hit.score.toFixed(3)} (name ${hit.nameScore.toFixed(3)})${hit.onePart ? '; only one part of the name agrees, so it can never be confirmed on the name' : ''}`,
    `  ${plain(hit.explanation)}`,
    ...hit.comparisons.map(
      (c) => `  ${c.agrees === 'no' ? '−' : '+'} ${plain(c.says)} ${pc.dim(plain(`(${c.mine}; listed: ${c.theirs})`))}`,
    ),
    pc.dim(
      `  List version ${hit.version.slice(0, 12)}${list === undefined ? '' : ` of ${list.published ?? list.imported.slice(0, 10)}, ${list.reader}`}; ${method.algorithm}; as of ${method.asOf}; from ${method.least} on.`,
    ),
    `  Opened ${opened.slice(0, 10)}; ${owner === undefined ? 'nobody’s yet' : `with ${plain(owner)}`}${due === undefined ? '' : `; due ${due.slice(0, 10)}`}${expires === undefined ? '' : `; stands until ${expires.slice(0, 10)}`}.`,
    ...acts.map(
      (act) =>
        `  ${act.at.slice(0, 16).replace('T', ' ')}  ${act.kind}${act.outcome === undefined ? '' : `: ${act.outcome}`}, ${plain(act.by)}: ${plain(act.reason)}`,
    ),
  ]
}
