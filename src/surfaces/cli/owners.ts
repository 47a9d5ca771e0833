import { readFile, stat } from 'node:fs/promises'
import process from 'node:process'
import pc from 'picocolors'
import { systemClock } from '../../adapters/clock/index.ts'
import { readBlockedCsv, readOwnershipCsv, type LeftOutRow } from '../../engine/screening/ownership-csv.ts'
import { answerOwnership, type OwnershipAnswers } from '../../engine/screening/ownership.ts'
import { ownershipHeading, OWNERSHIP_NOTES, ownershipSentences } from '../../engine/screening/ownership-words.ts'
import { badUsage, tooLarge, unreadable } from '../../model/errors.ts'
import { fileFault } from './candidates.ts'
import { plain, plainJson } from './plain.ts'
import { complain, EXIT } from './session.ts'

export interface OwnersOptions {
  readonly blocked: string
  readonly asOf?: string
  readonly json?: boolean
}

/** A million rows with their sources; more is not read into memory. */
const MOST_BYTES = 256 << 20
/** Entities told on a terminal; `--json` has them all. */
const MOST_TOLD = 200

/** Who is blocked by being owned. Opens no data folder and keeps nothing. */
export async function ownersCommand(path: string, options: OwnersOptions): Promise<void> {
  try {
    const day = dayOf(options.asOf)
    const owns = readOwnershipCsv(await textOf(path))
    const blocked = readBlockedCsv(await textOf(options.blocked))
    const leftOut = [...inFile(path, owns.leftOut), ...inFile(options.blocked, blocked.leftOut)]
    const found = answerOwnership(owns.rows, blocked.rows, day)
    if (options.json === true) process.stdout.write(`${plainJson(document(found, leftOut))}\n`)
    else tell(found)
    for (const { at, why } of leftOut.slice(0, MOST_TOLD)) process.stderr.write(`${pc.yellow('Left out')} ${plain(`${at} ${why}`)}.\n`)
    if (leftOut.length > MOST_TOLD) process.stderr.write(`… and ${leftOut.length - MOST_TOLD} more rows; --json has them all.\n`)
    process.exitCode = leftOut.length === 0 ? EXIT.done : EXIT.someFailed
  } catch (error) {
    process.exitCode = complain(error)
  }
}

function dayOf(asOf: string | undefined): string {
  if (asOf === undefined) return systemClock.now().slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) throw badUsage(`"${asOf}" is no date; write it as 2026-03-31.`)
  return asOf
}

async function textOf(path: string): Promise<string> {
  let bytes: Buffer
  try {
    if ((await stat(path)).size > MOST_BYTES) throw tooLarge(`${path} is larger than ${MOST_BYTES >> 20} MB. Split it.`)
    bytes = await readFile(path)
  } catch (error) {
    throw fileFault(path, error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw unreadable(`${path} is not in UTF-8. Save it as CSV in UTF-8.`, { cause: error })
  }
}

const inFile = (path: string, leftOut: readonly LeftOutRow[]): LeftOutRow[] => leftOut.map(({ at, why }) => ({ at: `${path} ${at}`, why }))

const document = (found: OwnershipAnswers, leftOut: readonly LeftOutRow[]): object => ({
  ...found,
  answers: found.answers.map((answer) => ({ ...answer, explanation: ownershipSentences(answer, found.day) })),
  notes: [...found.notes, ...OWNERSHIP_NOTES],
  leftOut,
})

function tell(found: OwnershipAnswers): void {
  const out = (text: string): void => void process.stdout.write(`${text}\n`)
  out(ownershipHeading(found))
  const told = found.answers.filter((answer) => answer.standing !== 'listed')
  for (const answer of told.slice(0, MOST_TOLD)) {
    const [first = '', ...others] = ownershipSentences(answer, found.day).map(plain)
    out(`\n${answer.standing === 'below' ? first : pc.bold(first)}`)
    for (const sentence of others) out(`  ${sentence}`)
  }
  if (told.length > MOST_TOLD) out(`\n… and ${told.length - MOST_TOLD} more; --json has them all.`)
  if (told.length === 0) out('\nNothing stands below a blocked person in these records.')
  out('')
  for (const note of [...found.notes, ...OWNERSHIP_NOTES]) out(plain(note))
}
