import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { BUILT, NOTE, ROOT, type Built } from '../src/adapters/sandbox/built.ts'

/**
 * `npm run build:readers`: puts what reading children load into a few files, in `build/reading/`. Also run by `npm ci` and before tests.
 */
const ENTRIES = ['src/adapters/sandbox/child.ts', 'src/catalog/readers.gen.ts', 'src/catalog/readers/pdf/render.ts']
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

const bundler = await import('esbuild').catch(() => undefined)
if (bundler === undefined) {
  console.log(
    'esbuild is not installed, so reading children load the sources as they are. They take longer to start; nothing else changes.',
  )
  process.exit(0)
}
const root = fileURLToPath(ROOT)
// Built beside and put in place whole: a program that reads meanwhile sees the one or the other.
const beside = fileURLToPath(new URL('build/reading.tmp/', ROOT))
await rm(beside, { recursive: true, force: true })
const { metafile } = await bundler.build({
  absWorkingDir: root,
  entryPoints: ENTRIES,
  outdir: beside,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  plugins: [askedForLater],
  // Older libraries ask for Node's own modules by `require`, which a module does not have.
  banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
  metafile: true,
  logLevel: 'warning',
})
const made = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
  entryPoint !== undefined && ENTRIES.includes(entryPoint) ? [[entryPoint, basename(file)]] : [],
)
const sources = await Promise.all(
  Object.keys(metafile.inputs).map(async (path) => {
    const { size, mtimeMs } = await stat(new URL(path, ROOT))
    return [path, [size, Math.trunc(mtimeMs)]]
  }),
)
const note: Built = { made: Object.fromEntries(made), sources: Object.fromEntries(sources) }
await rm(BUILT, { recursive: true, force: true })
await rename(beside, fileURLToPath(BUILT))
await writeFile(NOTE, JSON.stringify(note))
console.log(`Built ${Object.keys(metafile.outputs).length} files from ${sources.length} sources in build/reading/.`)
