import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectEmbedded } from '../src/adapters/store-postgres/embedded.ts'
import { storeOf } from '../src/adapters/store-postgres/store.ts'
import { clusterPlace, clusters } from '../src/engine/links/index.ts'
import { relinkAll } from '../src/engine/links/bulk.ts'
import { NOTHING, relink } from '../src/engine/links/update.ts'
import type { Store } from '../src/engine/ports.ts'
import { indexPersonas, relate } from '../src/engine/relate.ts'
import { type Accounts, accountsOf } from './accounts-made.ts'
import { generateAccounts } from './generate-accounts.ts'
import { linked } from './link-run.ts'
import { qualityOf } from './link-quality.ts'
import { fillAccounts, fillIndex } from './links-filled.ts'
import { newcomer } from './links-newcomer.ts'
import { alternate, median, ms, ratioOf, timed, type Measured, type Times } from './measure.ts'

const [SMALL, LARGE] = [50_000, Number(process.env['BENCH_PERSONAS'] ?? 1_000_000)]
/** Accounts that both the batch linker and the bulk path link. */
const ACCOUNTS = 100_000
const ROUNDS = 15
const BULK_ROUNDS = 5
const SEED = 20_260_103
const TENANT = 'bench'
const NOW = '2026-02-01T00:00:00.000Z'

/** One new persona against very many, and everybody at once beside the batch linker. */
export async function linksIncremental(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-links-'))
  try {
    return [...(await oneByOne(folder)), ...(await allAtOnce(folder))]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function oneByOne(folder: string): Promise<Measured[]> {
  const sizes = [SMALL, LARGE]
  const opened = await Promise.all(sizes.map((size) => connectEmbedded(join(folder, String(size)))))
  const times: Record<string, number[]> = {}
  const note = (name: string, value: number): void => void (times[name] ??= []).push(value)
  const found = { right: 0, wrong: 0 }
  const contenders: Record<string, (round: number) => Promise<number>> = {}
  for (const [i, size] of sizes.entries()) {
    const connection = opened[i]
    if (connection === undefined) continue
    await fillIndex(connection, size)
    const store = storeOf(connection)
    contenders[String(size)] = async (round) => {
      const one = newcomer(round, SMALL)
      await store.tx(TENANT, (tx) => tx.putPersona(one.persona).then(() => tx.addStatements(one.statements)))
      let lost: Awaited<ReturnType<typeof indexPersonas>> = { values: [], uncrowded: [] }
      note(`index ${size}`, await timed(async () => (lost = await store.tx(TENANT, (tx) => indexPersonas(tx, [one.persona.id])))))
      const time = await timed(() =>
        store.tx(TENANT, async (tx) => {
          const { compared, met } = await relate(tx, [one.persona.id])
          await relink(tx, { ...NOTHING, personas: compared, met, lost: lost.values }, NOW)
        }),
      )
      for (const link of await store.tx(TENANT, (tx) => tx.links([one.persona.id]))) {
        if (link.state !== 'linked') continue
        if ([link.persona, link.other].includes(one.partner)) found.right++
        else found.wrong++
      }
      return time
    }
  }
  const compared = await alternate(contenders, ROUNDS)
  for (const connection of opened) await connection.close()
  const all: Times = { ...times, ...compared }
  const quality = `planted partner linked ${found.right}/${ROUNDS * sizes.length}, links to others ${found.wrong}; each newcomer also gives an office, a campus network and a template that very many have`
  const shown = sizes
    .map(
      (size) =>
        `${size.toLocaleString('en')}: index ${ms(median(all[`index ${size}`] ?? []))}, compare and link ${ms(median(all[size] ?? []))}`,
    )
    .join('; ')
  const large = LARGE.toLocaleString('en')
  return [
    {
      job: 'links',
      what: `comparing, linking and clustering one new persona against ${large} ÷ making and storing its keys`,
      ...ratioOf(all, String(LARGE), `index ${LARGE}`),
      goal: 20,
      quality,
      times: shown,
    },
    {
      job: 'links',
      what: `comparing, linking and clustering one new persona against ${large} ÷ against ${SMALL.toLocaleString('en')}`,
      ...ratioOf(all, String(LARGE), String(SMALL)),
      goal: 2,
      quality,
      times: shown,
    },
  ]
}

/** The same accounts through `bonafide link`, in a process of its own, and through the path that a rebuild takes. */
async function allAtOnce(folder: string): Promise<Measured[]> {
  const made = await generateAccounts({ records: ACCOUNTS, seed: SEED, out: join(folder, 'made'), format: 'parquet' })
  const accounts = accountsOf(ACCOUNTS, SEED)
  const connection = await connectEmbedded(join(folder, 'accounts'))
  await fillAccounts(connection, accounts)
  const store = storeOf(connection)
  let batch = ''
  const times = await alternate(
    {
      bulk: () => timed(() => store.tx(TENANT, (tx) => relinkAll(tx, NOW))),
      batch: async (round) => {
        const out = join(folder, `out-${round}`)
        const run = await linked({ input: made.accounts, map: made.map, out, threads: 1 })
        const { precision, recall } = await qualityOf(run.clusters, made.truth)
        batch = `batch linker, which reads names, dates and places too: precision ${precision.toFixed(4)}, recall ${recall.toFixed(3)}`
        await rm(out, { recursive: true, force: true })
        return run.milliseconds
      },
    },
    BULK_ROUNDS,
  )
  const ours = await pairsRight(store, accounts)
  await connection.close()
  const rate = (name: string): string => `${Math.round((1000 * ACCOUNTS) / median(times[name] ?? [])).toLocaleString('en')} records/s`
  return [
    {
      job: 'links',
      what: `links of ${ACCOUNTS.toLocaleString('en')} accounts anew in the service ÷ the batch linker on the same, one thread each`,
      ...ratioOf(times, 'bulk', 'batch'),
      goal: 4,
      quality: `${ours}; ${batch}`,
      times: `service ${rate('bulk')}, batch ${rate('batch')}`,
    },
  ]
}

/** Of the pairs in one cluster, those of one operator; of the pairs of one operator, those in one cluster. */
async function pairsRight(store: Store, accounts: Accounts): Promise<string> {
  const operators = new Map<string, number>()
  for (let row = 0; row < accounts.records; row++) operators.set(`a${String(row).padStart(8, '0')}`, accounts.inRow(row).operator)
  const pairs = (n: number): number => (n * (n - 1)) / 2
  let [together, right] = [0, 0]
  let after: ReturnType<typeof clusterPlace> | undefined
  for (;;) {
    const page = await store.tx(TENANT, (tx) => clusters(tx, { after, limit: 5_000 }))
    const last = page.at(-1)
    if (last === undefined) break
    after = clusterPlace(last)
    for (const { personas } of page) {
      together += pairs(personas.length)
      for (const same of Map.groupBy(personas, (one) => operators.get(one)).values()) right += pairs(same.length)
    }
  }
  let all = 0
  for (let operator = 0; operator < accounts.operators; operator++) all += pairs(accounts.sizeOf(operator))
  return `service: precision ${(right / Math.max(1, together)).toFixed(4)}, recall ${(right / all).toFixed(3)} of the pairs`
}
