import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Plugin } from 'esbuild'
import { buildAhead } from './built-ahead.ts'
import { ROOT } from './modules.ts'

/**
 * Packages stay outside, as they find their own files beside themselves. Only drizzle is put in: of each of its modules that is loaded
 * alone, Node reads the list of all thousand anew.
 */
const packages: Plugin = {
  name: 'packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path }) => (path.startsWith('drizzle-orm') ? undefined : { path, external: true }))
  },
}

/** A module that is put into another file still finds what lies beside its source. */
const places: Plugin = {
  name: 'places',
  setup(build) {
    build.onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const own = `new URL(${JSON.stringify(`../../${relative(ROOT, path).replaceAll('\\', '/')}`)}, import.meta.url)`
      const folder = `process.getBuiltinModule('node:url').fileURLToPath(new URL('.', ${own}))`
      const contents = text.replaceAll(/\bimport\.meta\.(url|dirname)\b/g, (_, what) => (what === 'url' ? `${own}.href` : folder))
      return { contents, loader: 'ts' }
    })
  },
}

/** `npm run build:program`: the whole program, in some files. Also run by `npm ci` and before tests. */
await buildAhead({
  folder: 'build/program/',
  entries: ['src/main.ts'],
  plugins: [packages, places],
  without: 'the program loads its sources as they are, and takes longer to start.',
})
