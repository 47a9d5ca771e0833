import { createReadStream } from 'node:fs'
import process from 'node:process'
import { parse } from 'csv-parse'
import { compareNames, explainComparison } from '../../../compute/name-match/compare.ts'
import { compareAsRegulator } from '../../../compute/name-match/regulator.ts'
import { prepareName } from '../../../compute/name-match/tokens.ts'
import { nameKinds } from '../../../engine/screening/best-name.ts'
import { typeOf } from '../../../engine/screening/query-row.ts'
import { algorithmOf } from '../../../engine/screening/method.ts'
import type { PartyType } from '../../../model/listed-party.ts'
import { badUsage, unreadable } from '../../../model/errors.ts'
import { fileFault } from '../candidates.ts'
import { plain, plainJsonLine } from '../plain.ts'
import { complain, EXIT } from '../session.ts'
import { standardOutput } from './sink.ts'

export interface CompareOptions {
  readonly mode: string
  readonly json?: boolean
}

/** Scores given pairs of names, in the order of the file: columns `a`, `b` and, if there, `type`. Any labelled set can be measured with it. */
export async function compareFile(path: string, options: CompareOptions): Promise<void> {
  try {
    if (options.mode !== 'standard' && options.mode !== 'regulator')
      throw badUsage(`--mode takes standard or regulator; "${options.mode}" is neither.`)
    const regulator = options.mode === 'regulator'
    let at: { a: number; b: number; type: number } | undefined
    let row = 0
    let notCompared = 0
    await standardOutput.write(options.json === true ? '{"pairs":[\n' : '')
    const stream = createReadStream(path)
    const parser = stream.pipe(parse({ bom: true, relax_column_count: true, skip_empty_lines: true }))
    stream.on('error', (error) => parser.destroy(error))
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (at === undefined) {
        at = columnsOf(cells)
        continue
      }
      const [a, b] = [cells[at.a] ?? '', cells[at.b] ?? '']
      const kinds = nameKinds(typeWritten(cells[at.type] ?? ''))
      const comparison = kinds
        .map((kind) => compareNames(prepareName(a, kind), prepareName(b, kind)))
        .reduce((best, other) => (other.score > best.score ? other : best))
      const score = regulator ? compareAsRegulator(a, b) / 100 : comparison.score
      const empty = a.trim() === '' || b.trim() === ''
      if (empty) notCompared++
      const explanation = empty ? 'One side is empty: nothing was compared.' : explainComparison(comparison)
      await standardOutput.write(
        options.json === true
          ? `${row === 0 ? '' : ',\n'}${plainJsonLine({ a, b, score, explanation })}`
          : `${score.toFixed(3)}  ${plain(a)}  |  ${plain(b)}\n       ${plain(explanation)}\n`,
      )
      row++
    }
    if (at === undefined) throw badUsage(`"${path}" is empty. It needs columns a and b, and may have a column type.`)
    if (options.json === true) await standardOutput.write(`\n],"algorithm":${JSON.stringify(algorithmOf(options.mode))}}\n`)
    process.exitCode = notCompared > 0 ? EXIT.someFailed : EXIT.done
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    process.exitCode = complain(
      code?.startsWith('CSV_') === true
        ? unreadable(`"${path}" is no table: ${(error as Error).message}`, { cause: error })
        : code !== undefined && /^E[A-Z]+$/.test(code)
          ? fileFault(path, error)
          : error,
    )
  }
}

/** A word that is no type leaves it open what it is. */
function typeWritten(word: string): PartyType {
  try {
    return typeOf(word)
  } catch {
    return 'unknown'
  }
}

function columnsOf(header: readonly string[]): { a: number; b: number; type: number } {
  const find = (name: string): number => header.findIndex((cell) => cell.trim().toLowerCase() === name)
  const at = { a: find('a'), b: find('b'), type: find('type') }
  if (at.a < 0 || at.b < 0) throw badUsage(`The file needs the columns a and b; its columns are ${header.slice(0, 20).join(', ')}.`)
  return at
}
