import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { openChromium } from '../test/support/chromium.ts'
import { alternate, median, ms, ratioOf, type Measured } from './measure.ts'

const NODES = 5_000
const ROUNDS = 3
/** Of one round; six of them stay within five minutes. */
const MOST_MS = 40_000
/** What the tokens of the theme give in the console. */
const STYLE = `html{--c-accent:#3b4fc4;--c-ink:#16181d;--c-ask:#0d587d;--c-review:#744a00;--c-edge:#c9ced9;--c-line:#e3e6ec;--c-escalate:#9c1d28;--c-raised:#fff;--c-paper:#fff;--c-accent-ink:#fff;--font:sans-serif}
body{margin:0}.box{width:1000px;height:700px}`

/** Panning and zooming the persona graph with 5,000 nodes, beside Sigma with nothing set drawing the same nodes and lines, in one browser. */
export async function network(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-bench-'))
  const browser = await openChromium()
  const served = await serve(folder)
  try {
    const page = await browser.newPage({ viewport: { width: 1040, height: 740 } })
    // A fault in the page would be waited for, for ever.
    const broke = new Promise<never>((_, reject) => void page.once('pageerror', reject))
    const within = <T>(work: Promise<T>): Promise<T> => Promise.race([work, broke, tooLong()])
    await page.goto(served.address)
    const made = await within(page.evaluate<{ nodes: number; lines: number; took: number }>(`bench.make(${NODES})`))
    if (made.nodes < NODES * 0.99) throw new Error(`The graph has ${made.nodes} nodes, of ${NODES} wanted.`)
    const slow: Record<string, number[]> = { ours: [], 'plain Sigma': [] }
    const run = (name: string, which: string) => async (): Promise<number> => {
      const times = await within(framesOf(page, which))
      slow[name]?.push(Math.max(...times))
      return median(times)
    }
    const times = await alternate({ ours: run('ours', 'ours'), 'plain Sigma': run('plain Sigma', 'plain') }, ROUNDS)
    return [
      {
        job: 'network',
        what: `a frame of the persona graph while panning and zooming ÷ Sigma with nothing set, ${made.nodes.toLocaleString('en')} nodes and ${made.lines.toLocaleString('en')} lines`,
        ...ratioOf(times, 'ours', 'plain Sigma'),
        goal: 2,
        quality: `slowest frame of a round: ${ratioOf(slow, 'ours', 'plain Sigma').times}; the graph made and laid out in ${ms(made.took)}`,
      },
    ]
  } finally {
    await browser.close()
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const tooLong = (): Promise<never> =>
  delay(MOST_MS, undefined, { ref: false }).then(() => {
    throw new Error(`A round took longer than ${MOST_MS / 1000} s; this machine draws too slowly to measure.`)
  })

async function framesOf(page: Page, which: string): Promise<number[]> {
  await page.evaluate(`bench.open('${which}')`)
  const times = await page.evaluate<number[]>('bench.run()')
  await page.evaluate('bench.close()')
  return times
}

async function serve(folder: string): Promise<{ readonly address: string; close(): Promise<void> }> {
  await build({
    logLevel: 'error',
    configFile: false,
    root: import.meta.dirname,
    build: {
      outDir: folder,
      lib: { entry: join(import.meta.dirname, 'network-page.js'), formats: ['es'], fileName: 'page' },
      minify: true,
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await writeFile(join(folder, 'index.html'), `<!doctype html><style>${STYLE}</style><script type="module" src="/page.js"></script>`)
  const server = createServer((request, response) => {
    const script = request.url?.endsWith('.js') === true
    readFile(join(folder, script ? 'page.js' : 'index.html')).then(
      (bytes) => response.setHeader('content-type', script ? 'text/javascript' : 'text/html').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
