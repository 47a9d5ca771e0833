import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../src/adapters/clock/index.ts'
import { openEmbedded } from '../src/adapters/store-postgres/index.ts'
import { catalog } from '../src/catalog/index.gen.ts'
import type { Deps, Store } from '../src/engine/ports.ts'
import { reassess } from '../src/engine/screen.ts'
import type { AnyStatement } from '../src/model/statement.ts'
import { aPersona } from '../test/support/rows.ts'
import { median, ms, ratioOf, timed, type Measured } from './measure.ts'
import { populationOf, type Population } from './population-made.ts'

const PERSONAS = Number(process.env['BENCH_PERSONAS'] ?? 100_000)
/** Batches that arrive one after the other, each compared with all before it. One batch is one round. */
const BATCHES = 5
const ACTOR = { tenant: 'bench', id: 'bench' }
/** Personas whose statements go in with one transaction. */
const INSERTED = 2_000

/**
 * Relate, detect and assess over a population in the embedded database, in batches, each beside the floor: writing the same
 * statements to a second database and nothing else.
 */
export async function population(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'))
  const watched = { most: 0 }
  const clock = setInterval(() => (watched.most = Math.max(watched.most, process.memoryUsage.rss())), 250)
  try {
    const made = populationOf(PERSONAS, 20_260_101)
    const store = await openEmbedded(join(folder, 'work'))
    const floor = await openEmbedded(join(folder, 'floor'))
    const times: { work: number[]; floor: number[] } = { work: [], floor: [] }
    const size = Math.ceil(PERSONAS / BATCHES)
    for (let batch = 0; batch < BATCHES; batch++) {
      const personas = made.personas.slice(batch * size, (batch + 1) * size)
      await insert(store, personas, made)
      const work = async (): Promise<void> =>
        void times.work.push(
          await timed(() =>
            reassess({ store, clock: systemClock } as unknown as Deps, catalog, ACTOR, {
              personas,
              watch: { progress: shown(batch), signal: new AbortController().signal },
            }),
          ),
        )
      const beside = async (): Promise<void> => void times.floor.push(await timed(() => insert(floor, personas, made)))
      for (const step of batch % 2 === 0 ? [work, beside] : [beside, work]) await step()
      process.stderr.write(
        `\rpopulation: batch ${batch + 1} of ${BATCHES}: ${ms(times.work.at(-1) ?? 0)}, floor ${ms(times.floor.at(-1) ?? 0)}\n`,
      )
    }
    const quality = await found(store, made)
    await store.close()
    await floor.close()
    const seconds = times.work.reduce((sum, t) => sum + t, 0) / 1000
    const rates = `${Math.round(PERSONAS / seconds)} personas/s, ${Math.round(made.statements / seconds)} statements/s, ${seconds.toFixed(0)} s in all`
    const growth = (times.work.at(-1) ?? 0) / (times.work[0] ?? 1)
    return [
      {
        job: 'population',
        what: `relate + detect + assess of ${PERSONAS.toLocaleString('en')} personas with ${made.statements.toLocaleString('en')} statements ÷ writing the statements`,
        ...ratioOf(times, 'work', 'floor'),
        quality,
        times: `${rates}; ${Math.round(watched.most / 2 ** 20)} MB resident at most, two databases included; last batch ÷ first ${growth.toFixed(2)}; median batch ${ms(median(times.work))}, floor ${ms(median(times.floor))}`,
      },
    ]
  } finally {
    clearInterval(clock)
    await rm(folder, { recursive: true, force: true })
  }
}

const shown =
  (batch: number) =>
  (event: { step: string; done: number; total: number }): void =>
    void process.stderr.write(`\rpopulation: batch ${batch + 1}: ${event.step} ${event.done}/${event.total}   `)

async function insert(store: Store, personas: readonly string[], made: Population): Promise<void> {
  for (let at = 0; at < personas.length; at += INSERTED) {
    const some = personas.slice(at, at + INSERTED)
    const statements: AnyStatement[] = some.flatMap((id) => made.statementsOf(id))
    const rows = some.map((id, n) => ({ persona: aPersona(id), row: at + n + 1 }))
    await store.tx(ACTOR.tenant, async (tx) => {
      await tx.addRows('made', rows)
      await tx.addStatements(statements)
    })
  }
}

/** Of the pairs that were planted, how many are found on both sides; and how many others are held against somebody. */
async function found(store: Store, made: Population): Promise<string> {
  const raising = new Map<string, Set<string>>()
  for (let at = 0; at < made.personas.length; at += 5_000) {
    const findings = await store.tx(ACTOR.tenant, (tx) => tx.findings(made.personas.slice(at, at + 5_000)))
    for (const f of findings) {
      if (f.direction !== 'raises') continue
      const others = raising.get(f.persona) ?? new Set()
      for (const id of f.because) others.add(id.split('.')[0] ?? '')
      raising.set(f.persona, others)
    }
  }
  const parts = Map.groupBy(made.planted, (pair) => pair.kind)
  const recall = [...parts].map(([kind, pairs]) => {
    const both = pairs.filter(({ a, b }) => raising.get(a)?.has(b) === true && raising.get(b)?.has(a) === true).length
    return `${kind} ${both}/${pairs.length}`
  })
  const planted = new Set(made.planted.flatMap(({ a, b }) => [a, b]))
  const beyond = [...raising.keys()].filter((id) => !planted.has(id)).length
  return `planted pairs found on both sides: ${recall.join(', ')}; raising findings on ${beyond} of ${made.personas.length - planted.size} others`
}
