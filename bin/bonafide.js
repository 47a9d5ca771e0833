#!/usr/bin/env node
// Turns on the compile cache, so that the second start does not strip and compile again, and hands over to the program.
// Help and version are files already, and one name has a file of its own: building all commands would cost more than
// starting Node; so would `process.stdout`, which loads what streams and sockets need.
import { readFileSync, statSync, writeSync } from 'node:fs'
import * as nodeModule from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `bonafide needs Node 22.18 or newer; this is ${process.versions.node}. \`npm start\` in the checkout runs on the Node it brings along.`,
  )
  process.exit(64)
}
const [first, second, ...others] = process.argv.slice(2)
const asked = second === undefined ? first : undefined
const beside = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')
if (asked === '--help' || asked === '-h') writeSync(1, beside('../src/surfaces/cli/help.txt'))
else if (asked === '--version' || asked === '-V') writeSync(1, `${JSON.parse(beside('../package.json')).version}\n`)
else {
  nodeModule.enableCompileCache()
  if (!(first === 'names' && second === 'screen' && (await answersOneName(others)))) {
    // All of it in some files, by `npm run build:program`, where the sources are as they were then.
    const built = new URL('../build/program/', import.meta.url)
    await import(builtFromNow(built) ? new URL('main.js', built) : '../src/main.ts')
  }
}

/** By the file that `npm run build:one-name` made of the sources as they are now; false where the program has to. */
async function answersOneName(words) {
  const folder = new URL('../build/one-name/', import.meta.url)
  if (!builtFromNow(folder)) return false
  return (await import(new URL('one-name.js', folder))).oneName(words)
}

function builtFromNow(folder) {
  try {
    const { sources } = JSON.parse(readFileSync(new URL('built.json', folder), 'utf8'))
    return Object.entries(sources).every(([path, [size, changed]]) => {
      const now = statSync(new URL(`../${path}`, import.meta.url))
      return now.size === size && Math.trunc(now.mtimeMs) === changed
    })
  } catch {
    // Nothing built, or a source is gone.
    return false
  }
}
