import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTables } from '../../src/adapters/analytics-duckdb/index.ts'
import { openStages } from '../../src/adapters/link-stages/index.ts'
import { linkThreads } from '../../src/adapters/link-threads/index.ts'
import { linkRecords } from '../../src/engine/batch-link/link-records.ts'
import { linkMap } from '../../src/engine/batch-link/map.ts'
import { STAGES, type StageName } from '../../src/engine/batch-link/ports.ts'

/** Stopping at the beginning and at the end of every stage, on the real database and real files. */
const MAP = linkMap({ id: 'id', columns: { given: 'name', family: 'name', mail: 'email', phone: 'phone', device: 'device' } })
let cwd: string
let input: string

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-stages-'))
  input = join(cwd, 'accounts.csv')
  const rows = Array.from(
    { length: 3_000 },
    (_, i) =>
      `k${i},Given${i % 90},Family${i % 70},box${i % 1_900}@example.com,+1202555${String(i % 1_700).padStart(4, '0')},d${i % 2_100}`,
  )
  await writeFile(input, `id,given,family,mail,phone,device\n${rows.join('\n')}\n`)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

/** Runs in `out` until the stage has come so far; the results by name, or undefined where it was stopped. */
async function run(
  out: string,
  stop?: { stage: StageName; at: 'start' | 'end' },
  threads = linkThreads(2),
): Promise<ReadonlyMap<string, Buffer> | undefined> {
  const cancel = new AbortController()
  const { signal } = cancel
  const stages = await openStages({ out, files: [input], settings: MAP })
  const tables = await openTables({ folder: stages.folder, files: [input], threads: 2, memory: 2 ** 29, signal })
  const watch = {
    signal,
    rest: () => new Promise<void>((resolve) => setImmediate(resolve)),
    say: () => {},
    progress: (stage: StageName, done: number, total: number) => {
      const over = total > 0 && done >= total
      if (stop?.stage === stage && (stop.at === 'end') === over) cancel.abort()
    },
  }
  try {
    const { files } = await linkRecords({ tables, stages, threads, watch }, { files: [input], map: MAP })
    return new Map(await Promise.all(files.map(async (file) => [file.slice(stages.folder.length), await readFile(file)] as const)))
  } catch (error) {
    expect(error).toMatchObject({ code: 'cancelled' })
    return undefined
  } finally {
    await tables.close()
    await stages.close()
  }
}

describe('stopped at', () => {
  let whole: ReadonlyMap<string, Buffer>
  beforeAll(async () => {
    whole = (await run(join(cwd, 'whole')))!
    expect([...whole.keys()].sort()).toEqual(['/clusters.csv', '/clusters.parquet', '/hubs.parquet', '/pairs.parquet'])
  })

  const points = STAGES.flatMap((stage) => [[stage, 'start'] as const, [stage, 'end'] as const])
  test.each(points)('%s, %s: the same command gives the same bytes', async (stage, at) => {
    const out = join(cwd, `${stage}-${at}`)
    const first = await run(out, { stage, at })
    // Small files score in one go and write to their end; there is nothing left to stop after that.
    if (first === undefined) expect(await run(out)).toEqual(whole)
    else expect([`${stage} ${at}`, first]).toEqual([expect.stringMatching(/^(?:write|score start|candidates start|columns start)/), whole])
  })

  test.each(['columns', 'candidates'] as const)(
    '%s, on threads of their own: the same bytes',
    async (stage) => {
      const out = join(cwd, `threads-${stage}`)
      const threads = linkThreads(2, 0)
      expect(await run(out, { stage, at: 'start' }, threads)).toBeUndefined()
      expect(await run(out, undefined, threads)).toEqual(whole)
    },
    60_000,
  )

  test('a changed input starts anew and says so', async () => {
    const out = join(cwd, 'changed')
    expect(await run(out, { stage: 'train', at: 'end' })).toBeUndefined()
    const before = await readFile(input)
    await writeFile(input, `${before.toString()}k9999,Given1,Family1,box1@example.com,,\n`)
    try {
      const stages = await openStages({ out, files: [input], settings: MAP })
      expect(stages.says).toMatch(/another input or map/)
      expect(await stages.load('train')).toBeUndefined()
      await stages.close()
    } finally {
      await writeFile(input, before)
    }
  })

  test('two runs in one folder do not take each other’s files away', async () => {
    const out = join(cwd, 'locked')
    const stages = await openStages({ out, files: [input], settings: MAP })
    await writeFile(join(out, '.stages', 'lock'), String(process.ppid))
    await expect(openStages({ out, files: [input], settings: MAP })).rejects.toMatchObject({ code: 'in-use' })
    await stages.close()
  })
})
