import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Built } from '../src/adapters/sandbox/built.ts'

const ROOT = new URL('../', import.meta.url)

interface Ahead {
  /** From the root, such as `build/reading/`. */
  readonly folder: string
  /** Modules that are started or loaded from outside, from the root. */
  readonly entries: readonly string[]
  readonly plugins?: readonly Plugin[]
  /** What happens where there is nothing to build with. */
  readonly without: string
}

/** Puts what these modules load into a few files, with a note `built.json` that says from which sources and how these were then. */
export async function buildAhead({ folder, entries, plugins = [], without }: Ahead): Promise<void> {
  const bundler = await import('esbuild').catch(() => undefined)
  if (bundler === undefined) {
    console.log(`esbuild is not installed: ${without} Nothing else changes.`)
    return
  }
  const place = fileURLToPath(new URL(folder, ROOT))
  // Built beside and put in place whole: a program that reads meanwhile sees the one or the other.
  const whole = place.replace(/[/\\]$/, '')
  const beside = `${whole}.${process.pid}.tmp`
  await rm(beside, { recursive: true, force: true })
  const { metafile } = await bundler.build({
    absWorkingDir: fileURLToPath(ROOT),
    entryPoints: [...entries],
    outdir: beside,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    plugins: [...plugins],
    // Older libraries ask for Node's own modules by `require`, which a module does not have.
    // By a name of its own: the bundler does not see what stands in a banner, and a source may ask for the same.
    banner: { js: "import { createRequire as requireBeside } from 'node:module'\nconst require = requireBeside(import.meta.url)" },
    metafile: true,
    logLevel: 'warning',
  })
  const made = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint !== undefined && entries.includes(entryPoint) ? [[entryPoint, basename(file)]] : [],
  )
  const sources = await Promise.all(
    Object.keys(metafile.inputs).map(async (path) => {
      const { size, mtimeMs } = await stat(new URL(path, ROOT))
      return [path, [size, Math.trunc(mtimeMs)]]
    }),
  )
  const note: Built = { made: Object.fromEntries(made), sources: Object.fromEntries(sources) }
  await writeFile(`${beside}/built.json`, JSON.stringify(note))
  const old = `${whole}.${process.pid}.old`
  await rename(whole, old).catch(() => undefined)
  await rename(beside, whole)
  await rm(old, { recursive: true, force: true })
  console.log(`Built ${Object.keys(metafile.outputs).length} files from ${sources.length} sources in ${folder}.`)
}
