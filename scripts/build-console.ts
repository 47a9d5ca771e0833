import { gzipSync } from 'node:zlib'
import pc from 'picocolors'
import { builtConsole } from '../src/surfaces/cli/console.ts'

/** Builds the console where it is older than its sources, and says how much a first visit fetches before any page of its own. */

/** A page on a slow line still stands within two seconds; what only some pages need is fetched with them. */
const MOST = 250 * 1024

const { document, announced, assets } = await builtConsole((line) => console.log(line))
const first = [...assets].filter(([name]) => document.includes(name))
const size = first.reduce((sum, [, { zipped }]) => sum + zipped.length, gzipSync(document).length)
for (const [name, { bytes, zipped }] of first)
  console.log(`${name.padEnd(44)} ${kilobytes(bytes.length)}, gzipped ${kilobytes(zipped.length)}`)
const pages = Object.entries(announced).map(([address, files]) => ({
  address,
  bytes: files.reduce((sum, file) => sum + zippedOf(file), 0),
}))
const largest = pages.toSorted((a, b) => b.bytes - a.bytes)[0]
if (largest !== undefined) console.log(`of the pages, ${largest.address} fetches most on top: ${kilobytes(largest.bytes)} gzipped`)
console.log(`${assets.size} files; the first load is ${pc.bold(kilobytes(size))} gzipped, of ${kilobytes(MOST)} allowed`)
if (size > MOST) process.exitCode = 1

function zippedOf(file: string): number {
  return assets.get(file)?.zipped.length ?? 0
}

function kilobytes(n: number): string {
  return `${(n / 1024).toFixed(1)} KB`
}
