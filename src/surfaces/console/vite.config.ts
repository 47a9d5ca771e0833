import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Stands in the document as built; every answer puts a nonce of its own in its place. */
const NONCE = 'NONCE-OF-THE-ANSWER'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react()],
  html: { cspNonce: NONCE },
  build: {
    target: 'es2023',
    // Small files would become data: addresses, which the policy of the pages does not let in everywhere.
    assetsInlineLimit: 0,
    // It would put a script without a nonce into the document; browsers of today need none.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
