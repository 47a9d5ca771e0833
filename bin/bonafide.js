#!/usr/bin/env node
// Turns on the compile cache, so that the second start does not strip and compile again, and hands over to the program.
import * as nodeModule from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`bonafide needs Node 22.18 or newer; this is ${process.versions.node}. \`npm start\` in the checkout runs on the Node it brings along.`)
  process.exit(64)
}
nodeModule.enableCompileCache()
await import('../src/main.ts')
