import type { Plugin } from 'esbuild'
import { buildAhead } from './built-ahead.ts'

/**
 * Libraries that a reader asks for only when it needs them stay outside: compiled ones cannot be put in, pdf.js finds its fonts beside
 * itself, and one of the older kind put in would hand over its names as one.
 */
const askedForLater: Plugin = {
  name: 'asked-for-later',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined))
  },
}

/** `npm run build:readers`: what reading children load, in a few files. Also run by `npm ci` and before tests. */
await buildAhead({
  folder: 'build/reading/',
  entries: ['src/adapters/sandbox/child.ts', 'src/catalog/readers.gen.ts', 'src/catalog/readers/pdf/render.ts'],
  plugins: [askedForLater],
  without: 'reading children load the sources as they are, and take longer to start.',
})
