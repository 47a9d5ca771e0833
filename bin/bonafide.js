#!/usr/bin/env node
// Turns on the compile cache, so that the second start does not strip and compile again, and hands over to the program.
// Help and version are files already: building all commands to print them would cost more than
// starting Node; so would `process.stdout`, which loads what streams and sockets need.
import { readFileSync, writeSync } from 'node:fs'
import * as nodeModule from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `bonafide needs Node 22.18 or newer; this is ${process.versions.node}. \`npm start\` in the checkout runs on the Node it brings along.`,
  )
  process.exit(64)
}
const asked = process.argv.length === 3 ? process.argv[2] : undefined
const beside = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')
if (asked === '--help' || asked === '-h') writeSync(1, beside('../src/surfaces/cli/help.txt'))
else if (asked === '--version' || asked === '-V') writeSync(1, `${JSON.parse(beside('../package.json')).version}\n`)
else {
  nodeModule.enableCompileCache()
  await import('../src/main.ts')
}
