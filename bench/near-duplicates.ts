import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearDuplicates as find, type Found } from '../src/compute/near-duplicates/find.ts'
import type { Texts } from '../src/compute/near-duplicates/texts.ts'
import { runChild } from './link-child.ts'
import { alternate, median, ratioOf, timed, type Measured } from './measure.ts'
import { corpusOf } from './near-duplicates-made.ts'
import { exactJoin, foundAmong, qualityOf } from './near-duplicates-truth.ts'

const [SMALL, LARGE] = [10_000, Number(process.env['BENCH_TEXTS'] ?? 500_000)]
const LEAST = 0.5
const TEMPLATE = 0.3
const SEED = 20_260_717
const ROUNDS = 7
/** Runs of ours beside one of datasketch. */
const REPEATS = 50
const SCRIPT = fileURLToPath(new URL('near-duplicates-datasketch.py', import.meta.url))
const JOB = 'near-duplicates'

const number = (n: number): string => n.toLocaleString('en')
const megabytes = (texts: Texts): string => `${(texts.bytes / 2 ** 20).toFixed(0)} MB`
const resident = (): string => `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB resident`
const rate = (texts: Texts, times: readonly number[] | undefined): string =>
  `${number(Math.round((texts.count / median(times ?? [])) * 1000))} documents/s`

/** From bytes to compared pairs, on one thread. */
function found(texts: Texts): Found {
  const work = find(texts, LEAST)
  for (;;) {
    const next = work.next()
    if (next.done === true) return next.value
  }
}

/** The cheapest look at every byte that there is in JavaScript: one FNV-1a pass. */
function bytePass(texts: Texts): number {
  let all = 0
  for (let i = 0; i < texts.count; i++) {
    const [bytes, to] = [texts.memory(i), texts.to(i)]
    let h = 0x811c9dc5
    for (let k = texts.from(i); k < to; k++) h = Math.imul(h ^ (bytes[k] as number), 0x01000193)
    all ^= h
  }
  return all
}

/** End to end beside one pass over the bytes, with and without a page that all texts share, and beside datasketch. */
export async function nearDuplicates(): Promise<Measured[]> {
  const { texts } = corpusOf(SMALL, SEED)
  const shared = corpusOf(SMALL, SEED, TEMPLATE).texts
  const before = resident()
  const contenders = {
    'near-duplicates': () => timed(() => found(texts)),
    'byte pass': () => timed(() => bytePass(texts)),
    'with the page': () => timed(() => found(shared)),
  }
  // Once each, so that all are compiled.
  await alternate(contenders, 1)
  const times = await alternate(contenders, ROUNDS)
  const memory = `${resident()}, ${before} with the texts alone`
  const [plain, paged] = [found(texts), found(shared)]
  const quality = qualityOf(plain.pairs, exactJoin(texts, plain, LEAST))
  return [
    {
      job: JOB,
      what: `near-duplicates of ${number(SMALL)} texts, ${megabytes(texts)} ÷ one FNV byte pass over them`,
      ...ratioOf(times, 'near-duplicates', 'byte pass'),
      goal: 6,
      quality,
      times: `${ratioOf(times, 'near-duplicates', 'byte pass').times}; ${rate(texts, times['near-duplicates'])}; ${memory}`,
    },
    {
      job: JOB,
      what: `the same where ${TEMPLATE * 100} % of each text is one page that all share ÷ without it`,
      ...ratioOf(times, 'with the page', 'near-duplicates'),
      goal: 2,
      quality: qualityOf(paged.pairs, exactJoin(shared, paged, LEAST)),
    },
    ...(await besideDatasketch(texts, quality)),
  ]
}

async function besideDatasketch(texts: Texts, quality: string): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-datasketch-'))
  try {
    const python = await datasketchIn(join(folder, 'python'))
    if (python instanceof Error) {
      console.error(`datasketch: skipped, for it cannot be installed here: ${python.message.split('\n', 1)[0]}`)
      return []
    }
    const input = join(folder, 'texts.txt')
    await writeFile(input, Array.from({ length: texts.count }, (_, i) => `${texts.text(i)}\n`).join(''))
    let theirs = 0
    let memory = 0
    const times = await alternate(
      {
        datasketch: async () => {
          const child = await runChild(python, [SCRIPT, input])
          const answer = JSON.parse(child.output) as { readonly seconds: number; readonly pairs: readonly unknown[] }
          theirs = answer.pairs.length
          memory = child.resident
          return answer.seconds * 1000
        },
        // As often as it takes to run about as long, so that what else the machine does hits both alike.
        'near-duplicates': async () =>
          (await timed(() => {
            for (let k = 0; k < REPEATS; k++) found(texts)
          })) / REPEATS,
      },
      5,
    )
    return [
      {
        job: JOB,
        what: `datasketch ÷ ours, the same ${number(texts.count)} texts, one thread each, both from texts to compared pairs`,
        ...ratioOf(times, 'datasketch', 'near-duplicates'),
        atLeast: 60,
        quality: `ours ${quality}; datasketch ${theirs} pairs, with what is common counted`,
        times: `${ratioOf(times, 'datasketch', 'near-duplicates').times}; datasketch ${rate(texts, times['datasketch'])}, ${Math.round(memory)} MB resident; ours ${rate(texts, times['near-duplicates'])}`,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A Python of its own with datasketch from the package index; the error where that cannot be had. */
async function datasketchIn(folder: string): Promise<string | Error> {
  try {
    await runChild('python3', ['-m', 'venv', folder])
    const python = join(folder, 'bin', 'python')
    await runChild(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'datasketch==2.0.0'])
    return python
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Does the rate hold from ten thousand texts to half a million? */
export async function nearDuplicatesGrowth(): Promise<Measured[]> {
  const [small, large] = [corpusOf(SMALL, SEED), corpusOf(LARGE, SEED)]
  const before = resident()
  const perText = async (texts: Texts): Promise<number> => (await timed(() => found(texts))) / texts.count
  found(small.texts)
  const times = await alternate({ 'a text of few': () => perText(small.texts), 'a text of many': () => perText(large.texts) }, 5)
  const memory = `${resident()}, ${before} with the texts alone`
  const all = found(large.texts)
  const inverse = ratioOf(times, 'a text of few', 'a text of many')
  return [
    {
      job: `${JOB}-growth`,
      what: `texts a second at ${number(LARGE)} texts, ${megabytes(large.texts)} ÷ at ${number(SMALL)}`,
      ...inverse,
      atLeast: 0.7,
      quality: `${number(all.pairs.count)} pairs found at J ≥ ${LEAST}; ${number(large.planted.length)} edited copies planted, found ${foundAmong(large.texts, all, large.planted, LEAST)}`,
      times: `${rate(
        small.texts,
        times['a text of few']?.map((ms) => ms * SMALL),
      )}, at ${number(LARGE)} ${rate(
        large.texts,
        times['a text of many']?.map((ms) => ms * LARGE),
      )}; ${memory}`,
    },
  ]
}
