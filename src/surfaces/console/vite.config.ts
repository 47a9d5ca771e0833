import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { cityMapping } from 'city-timezones'
import { defineConfig, type Plugin } from 'vite'
import { announced } from './announced.ts'
import { gazetteerOf, type CityRow } from './evidence/map/gazetteer.ts'

/** Stands in the document as built; every answer puts a nonce of its own in its place. */
const NONCE = 'NONCE-OF-THE-ANSWER'

const TOWNS = 'virtual:towns'
/** The table of towns for the map, cut down to what it reads. */
const towns: Plugin = {
  name: 'towns',
  resolveId: (id) => (id === TOWNS ? `\0${TOWNS}` : undefined),
  // As a text that is parsed: browsers do that faster than with so large a script.
  load: (id) =>
    id === `\0${TOWNS}`
      ? `export default JSON.parse(${JSON.stringify(JSON.stringify(gazetteerOf(cityMapping as readonly CityRow[])))})`
      : undefined,
}

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root,
  base: '/',
  plugins: [react(), towns, announced(root)],
  html: { cspNonce: NONCE },
  build: {
    target: 'es2023',
    // Small files would become data: addresses, which the policy of the pages does not let in everywhere.
    assetsInlineLimit: 0,
    // It would put a script without a nonce into the document; browsers of today need none.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            // What half the pages take from packages comes as one file and not as thirty: each request costs more than its bytes.
            { name: 'shared', test: /node_modules/, minShareCount: 28 },
          ],
        },
      },
    },
  },
})
