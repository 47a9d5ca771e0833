import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateAccounts } from './generate-accounts.ts'
import { qualityOf, type Quality } from './link-quality.ts'
import { linked } from './link-run.ts'
import { alternate, median, ratioOf, type Measured } from './measure.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const SEED = 20_260_102
/** Of the largest size a round takes longer than of all others together. */
const ROUNDS = 3
/** Below, wrong links would be the price of the others. */
const LEAST_PRECISION = 0.995

/** Records a second and precision from ten thousand accounts to a million (or to `most`), on one thread. */
export async function linkGrowth(most = 1_000_000): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-growth-'))
  try {
    const sizes = [...new Set([...SIZES, most])]
    const quality = new Map<number, Quality>()
    const contenders: Record<string, (round: number) => Promise<number>> = {}
    for (const records of sizes) {
      const made = await generateAccounts({ records, seed: SEED, out: join(folder, String(records)), format: 'parquet' })
      contenders[String(records)] = async () => {
        const out = join(folder, `out-${records}`)
        const run = await linked({ input: made.accounts, map: made.map, out, threads: 1 })
        if (!quality.has(records)) quality.set(records, await qualityOf(run.clusters, made.truth))
        await rm(out, { recursive: true, force: true })
        return run.milliseconds / records
      }
    }
    const times = await alternate(contenders, ROUNDS)
    const [large, small] = most > 1_000_000 ? [most, 1_000_000] : [1_000_000, 100_000]
    const rates = sizes.map(
      (n) => `${n.toLocaleString('en')}: ${Math.round(1000 / median(times[String(n)] ?? [])).toLocaleString('en')} records/s`,
    )
    const least = Math.min(...[...quality.values()].map((q) => q.precision))
    return [
      {
        job: 'link-growth',
        what: `records a second of ${large.toLocaleString('en')} accounts ÷ of ${small.toLocaleString('en')}, one thread`,
        ...ratioOf(times, String(small), String(large)),
        atLeast: 0.9,
        quality: `cluster precision ${[...quality].map(([n, q]) => `${q.precision.toFixed(4)} at ${n.toLocaleString('en')}`).join(', ')} (goal ≥ ${LEAST_PRECISION}: ${least >= LEAST_PRECISION ? 'met' : 'MISSED'}); F1 ${[...quality.values()].map((q) => q.f1.toFixed(3)).join(', ')}`,
        times: rates.join(', '),
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
