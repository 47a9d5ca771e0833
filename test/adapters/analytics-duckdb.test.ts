import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openColumns } from '../../src/adapters/analytics-duckdb/columns.ts'
import { openTables } from '../../src/adapters/analytics-duckdb/index.ts'
import { linkMap } from '../../src/engine/batch-link/map.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-texts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Of every length around the one up to which the database keeps a text beside its length, and some that no line of memory takes. */
const text = (i: number, letter: string): string | undefined =>
  i % 7 === 0 ? undefined : i % 1_001 === 5 ? letter.repeat(30_000) : `${letter}${i} `.repeat(i % 9).padEnd(i % 31, 'ü')

describe.each([1, 2])('on %i threads', (threads) => {
  test('texts come out byte for byte, whatever their length', async () => {
    const count = 6_000
    const file = join(folder, `texts-${threads}.jsonl`)
    const row = (i: number): object => ({
      id: String(i).padStart(6, '0'),
      one: text(i, 'a'),
      two: text(i * 3 + 1, 'b'),
      three: text(i + 4, '李'),
    })
    await writeFile(file, Array.from({ length: count }, (_, i) => JSON.stringify(row(i))).join('\n'))
    const settings = { folder, files: [file], threads, memory: 2 ** 29, signal: new AbortController().signal }
    const tables = await openTables(settings)
    const map = linkMap({ id: 'id', columns: { one: 'text', two: 'exact', three: 'name' } })
    const table = await tables.read({ files: [file], map, earlier: undefined })
    const { texts, close } = await openColumns(table.source, settings.signal)
    const found = new Map<string, string>()
    for (const name of ['one', 'two', 'three'])
      for await (const { records, starts, lengths, bytes } of texts(name))
        for (const [i, record] of records.entries())
          found.set(`${name} ${record}`, new TextDecoder().decode(bytes.subarray(starts[i], starts[i]! + lengths[i]!)))
    close()
    await tables.close()
    expect(found.size).toBe(3 * count)
    for (let i = 0; i < count; i++)
      expect(['one', 'two', 'three'].map((name) => found.get(`${name} ${i}`))).toEqual([
        text(i, 'a') ?? '',
        text(i * 3 + 1, 'b') ?? '',
        text(i + 4, '李') ?? '',
      ])
  })
})
