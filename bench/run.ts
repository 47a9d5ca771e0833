import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { readFile, writeFile } from 'node:fs/promises'
import { consoleStart } from './console-start.ts'
import { help } from './help.ts'
import { http, httpIntake } from './http.ts'
import { link } from './link.ts'
import { linkGrowth } from './link-growth.ts'
import { linkSets } from './link-sets.ts'
import { linkSplink } from './link-splink.ts'
import { linksIncremental } from './links-incremental.ts'
import { lookback } from './lookback.ts'
import { goalOf, type Measured } from './measure.ts'
import { names, namesMillion } from './names.ts'
import { namesCold } from './names-cold.ts'
import { namesPeers } from './names-peers.ts'
import { nearDuplicates, nearDuplicatesGrowth } from './near-duplicates.ts'
import { network } from './network.ts'
import { onePackage } from './package.ts'
import { population } from './population.ts'

/**
 * `npm run bench`, or `npm run bench -- --only help`: measures, prints, and writes `bench/report.json` and `bench/report.md`.
 * With `--only` the other jobs keep what the report said of them.
 */
const JOBS: Readonly<Record<string, () => Promise<Measured[]>>> = {
  help,
  package: onePackage,
  population,
  lookback,
  links: linksIncremental,
  link: () => link(1_000_000, 5),
  'link-growth': () => linkGrowth(),
  'link-sets': linkSets,
  'link-splink': linkSplink,
  names,
  'names-cold': namesCold,
  'near-duplicates': nearDuplicates,
}
/** Too long to be run with the others: only by name. */
const BY_NAME: typeof JOBS = {
  'console-start': consoleStart,
  http,
  'http-intake': httpIntake,
  network,
  'link-10m': () => link(10_000_000, 1),
  'names-million': namesMillion,
  'names-peers': namesPeers,
  'near-duplicates-growth': nearDuplicatesGrowth,
  'link-growth-10m': () => linkGrowth(10_000_000),
}
const JSON_FILE = new URL('report.json', import.meta.url)
const TEXT_FILE = new URL('report.md', import.meta.url)

interface Entry {
  readonly measured: string
  readonly machine: string
  readonly lines: readonly Measured[]
}

const at = process.argv.indexOf('--only')
const only = at < 0 ? undefined : process.argv[at + 1]
if (at >= 0 && (only === undefined || !Object.hasOwn({ ...JOBS, ...BY_NAME }, only))) {
  console.error(`--only takes one of: ${[...Object.keys(JOBS), ...Object.keys(BY_NAME)].join(', ')}`)
  process.exit(64)
}

const written = (): Promise<Record<string, Entry>> =>
  readFile(JSON_FILE, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, Entry>,
    () => ({}),
  )
for (const [name, job] of Object.entries(only === undefined ? JOBS : { ...JOBS, ...BY_NAME })) {
  if (only !== undefined && only !== name) continue
  const before = loadavg()[0] ?? 0
  const lines = await job()
  const machine = `Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${before.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after`
  for (const line of lines) console.log(sentence(line))
  // Read anew after every job: another one may have been written meanwhile.
  const report = { ...(await written()), [name]: { measured: new Date().toISOString().slice(0, 10), machine, lines } }
  await writeFile(JSON_FILE, `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(TEXT_FILE, page(report))
}

function sentence(line: Measured): string {
  if (line.rounds === 0) return `${line.what}: ${line.quality}.`
  const aim = goalOf(line)
  const goal = aim === undefined ? '' : `, goal ${aim.words} ${aim.met ? 'met' : 'MISSED'}`
  return `${line.what}: ${line.ratio.toFixed(2)}× (${line.least.toFixed(2)}–${line.most.toFixed(2)}, ${line.rounds} rounds${goal}). ${line.quality}. ${line.times}.`
}

function page(report: Readonly<Record<string, Entry>>): string {
  const rows = Object.entries(report).flatMap(([name, entry]) => [
    `## ${name}`,
    '',
    `\`npm run bench -- --only ${name}\` · ${entry.measured} · ${entry.machine}`,
    '',
    '| compared | ratio: median (min–max) | rounds | goal | quality | times here |',
    '| --- | --- | --- | --- | --- | --- |',
    ...entry.lines.map((l) => {
      const aim = goalOf(l)
      const goal = aim === undefined ? '–' : `${aim.words}: ${aim.met ? 'met' : 'missed'}`
      const ratio = l.rounds === 0 ? '–' : `**${l.ratio.toFixed(2)}** (${l.least.toFixed(2)}–${l.most.toFixed(2)})`
      return `| ${l.what} | ${ratio} | ${l.rounds} | ${goal} | ${l.quality} | ${l.times} |`
    }),
    '',
  ])
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Each line compares two things that took turns in one run, with a fixed seed; the order is reversed in every other round. Read the ratios: the times are of a machine that others use too, and the same loop can take 2.5 times as long a minute later.',
    '',
    ...rows,
    '## What the lines mean',
    '',
    '- **help**: `bonafide --help`, each start in a process of its own, beside a Node that runs an empty file.',
    '- **package**: a résumé of three pages, a letter in Word and a GitHub account of one invented candidate go in; files stored encrypted, read, recorded, compared with everybody before, checked, assessed and the HTML report written come out. Warm: database open, program run before, reading children started ahead and given time to load their libraries. Every file has a child of its own that serves only this file, so what a child has not yet compiled when its file comes counts; the second line gives pdf.js the same fresh, walled-in child. The third line leaves the walls away: what is left is the program and its database.',
    '- **population**: invented personas with five statements each, in five batches that arrive one after the other in the embedded database on disk; each batch is indexed, compared with all before it, checked and assessed. The floor writes the same statements to a second database and does nothing else. Among the personas pairs of different people were planted who share a number, a wallet, or a text that differs in one word.',
    '- **lookback**: a list of invented indicators that nobody has seen before, one in ten of which somebody holds, from its bytes to the report of who is touched, in the embedded database on disk. The scan counts the rows of the identifier index, once through from end to end.',
    '- **links**: in the service. A newcomer with a résumé of 20 bullets comes into embedded databases on disk whose index holds so many personas: two in a hundred share a number, a tenth each an office, a campus network and the line of a template, of which the newcomer has all, and the mailbox of one of them. Timed apart: making and storing its keys; finding whom it meets, comparing, weighing, clustering. Then a hundred thousand generated accounts without names, dates and places: all links, hubs and clusters thrown away and made anew in one transaction, beside `bonafide link` on the same accounts with everything, each from start to end.',
    '- **near-duplicates**: synthetic texts of about 2.2 KB, each word drawn from those that may follow the one before; one in ten is a copy of an earlier one with 1 to 15 % of its words edited. From UTF-8 in memory to compared pairs. Recall and precision are against an exact join over all shingles that count. datasketch sketches and buckets the same texts with as many values and bands and compares its candidates exactly too. **near-duplicates-growth** does the same with half a million texts.',
    '- **http**: the newest candidates, a dossier, the inbox and the search of a database on a PostgreSQL server with so many invented candidates, each connection another person with a session of their own, beside a bare Fastify route that returns the same bytes from memory; nothing is left out: who asks is looked up anew for every call, the tenant is set, a dossier is entered and a search is written to the log. The load comes from another process, and all three share the machine.',
    '- **http-intake**: `bonafide serve` on such a database: ten people look at a page of the list for a quarter of a second each, first alone, then while one table of applicants is handed in over HTTP, read, compared with everybody and assessed.',
    '- **names**: names of published lists where they are present, else invented ones, padded with names recombined from their words (seven in fifty words spliced from two), looked up by an exact spelling, one slip, two, another order, another spelling, a word left out, two words joined, and all of it at once. This index is told whether a person or an organisation is looked for; the ten best of score .25 or more count. It answers with scores; explanations are made for the hits that are shown and not timed. Recall: a bearer of the name is among the ten. SQLite and minisearch hold everything in memory in the same process; PostgreSQL is a server on loopback. Brute force compares names that were taken apart before the clock starts. **names-million** does the same among a million.',
    '- **names-cold**: one name asked on the command line, from the start of the process to its end, with the list on the shelf and what Node compiled kept from an earlier run. The names are of the same making as in **names**, each written in one of the eight ways.',
    '- **names-peers**: the engines of the field on the list and queries of **names**, each installed in a throw-away folder by the job itself, or the reason why it cannot be had. nomenklatura has its matcher compare a query with every name; its users put a search engine in front. watchman looks through all names for every query, on as many threads as there are; this index uses one.',
    '- **network**: the map of the console in a browser that draws without a graphics card, with one candidate picked out and lines that can be clicked, beside the same nodes and lines at the same places in Sigma as it comes. The camera goes the same way in, across and out in 12 steps, after one that is not counted; a frame is the time from moving it until everything is drawn.',
    '- **console-start**: the page for signing in, from the start of the navigation until its form is there and a frame later nothing is left to do. The bare page is that form in React and Mantine, built with the same Vite from the same packages and served by the same code under the same policy; it has no router, no themes of its own, no other pages and asks nobody who is signed in.',
    '- **link**: `bonafide link` over generated accounts (operators with 1–48 personas, typing slips, new identities, things that are shared, crowds behind VPN exits, office lines, agencies and exchanges, 5–40 % of every column missing), from the start of the process to the last file written. The peer does the same in DuckDB SQL: the same spellings, blocking, limits, comparisons, weights and line, with the same union-find. It is handed the model and the limits that ours has to learn, and writes the clusters and pairs but no page and no hubs. The ceiling is the F1 of a linker that joins every two personas of one operator whom a chain of equal identifiers connects, and nobody else.',
    '- **link-growth**: the same from ten thousand accounts to a million; with `link-growth-10m` to ten million.',
    '- **link-sets**: which accounts belong together when pairs of them do. Both hold the pairs in memory in their own form before the clock starts, and both leave the answer there. In SQL every account takes the smallest label among its neighbours and that of the account it is labelled with, until nothing changes.',
    '- **link-splink**: Splink 5 with the settings of its own worked example for historical persons, on all threads, its start and libraries not counted, beside `bonafide link` on one thread, everything counted. The register has names spelt as heard, shortened or exchanged, other days, places, parcels and trades, and much left out.',
    '',
  ].join('\n')
}
