import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../../adapters/folders/index.ts'
import { storage } from '../../../model/errors.ts'
import { csvLine } from '../csv-line.ts'
import { plainJson } from '../plain.ts'
import type { Outcome } from './outcome.ts'

/** Rows that go to the disk with one write. */
const ROWS = 10_000

/** Writes `near-duplicates.json`, `groups.csv` and `pairs.csv` into a folder that is made when it is not there. */
export async function writeOutcome(folder: string, outcome: Outcome): Promise<void> {
  try {
    await makeFolder(folder)
    await writeFile(join(folder, 'near-duplicates.json'), `${plainJson(outcome)}\n`)
    await writeTable(join(folder, 'groups.csv'), ['group', 'documents_in_group', 'document'], groupRows(outcome))
    await writeTable(join(folder, 'pairs.csv'), ['group', 'a', 'b', 'jaccard', 'longest_shared_passage'], pairRows(outcome))
  } catch (cause) {
    throw storage(`The results could not be written to "${folder}". Choose another folder with --out, or allow writing there.`, cause)
  }
}

function* groupRows({ groups }: Outcome): Generator<readonly string[]> {
  for (const [g, { documents }] of groups.entries())
    for (const document of documents) yield [String(g + 1), String(documents.length), document]
}

function* pairRows({ groups }: Outcome): Generator<readonly string[]> {
  for (const [g, { pairs }] of groups.entries())
    for (const { a, b, jaccard, passages } of pairs) yield [String(g + 1), a, b, jaccard.toFixed(4), passages?.[0]?.text ?? '']
}

async function writeTable(path: string, header: readonly string[], rows: Iterable<readonly string[]>): Promise<void> {
  const file = await open(path, 'w')
  try {
    let lines = [header.join(',')]
    for (const row of rows) {
      lines.push(csvLine(row))
      if (lines.length < ROWS) continue
      await file.write(`${lines.join('\r\n')}\r\n`)
      lines = []
    }
    await file.write(`${lines.join('\r\n')}${lines.length > 0 ? '\r\n' : ''}`)
  } finally {
    await file.close()
  }
}
