import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { importsOf, type ImportSeen, sourceText, type SourceText } from './source-text.ts'

export const ROOT = resolve(import.meta.dirname, '..')

/** Paths below a folder of the repository, relative to it and in a fixed order; absent folders have none. */
export function filesUnder(folder: string, wanted: (path: string) => boolean = () => true): string[] {
  const top = join(ROOT, folder)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter(wanted)
    .sort()
}

export const hasFile = (path: string): boolean => existsSync(join(ROOT, path))

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

export interface Module {
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly source: SourceText
  readonly imports: readonly (ImportSeen & { readonly target: string | undefined })[]
  /** `import()` of something that is not a literal. */
  readonly computed: number
}

/** The TypeScript modules of some folders, with what they import. `target` is the file in the repository, for relative imports. */
export function modulesOf(folders: readonly string[]): Module[] {
  return folders.flatMap((folder) => filesUnder(folder, (path) => /\.[cm]?tsx?$/.test(path))).map(readModule)
}

function readModule(path: string): Module {
  const text = readText(path)
  const source = sourceText(text)
  const { imports, computed } = importsOf(source)
  const at = dirname(join(ROOT, path))
  return {
    path,
    text,
    source,
    computed,
    imports: imports.map((i) => ({ ...i, target: i.specifier.startsWith('.') ? relative(ROOT, resolve(at, i.specifier)) : undefined })),
  }
}

/** Ends a check: prints the complaints and what was looked at, and sets the exit code. Zero things looked at is a failure too. */
export function conclude(name: string, seen: Readonly<Record<string, number>>, complaints: readonly string[]): void {
  const counts = Object.entries(seen).map(([what, n]) => `${n} ${what}`)
  const nothing = Object.entries(seen).filter(([, n]) => n === 0)
  for (const complaint of complaints) console.log(complaint)
  for (const [what] of nothing) console.log(`${name} saw no ${what}: it is looking in the wrong place.`)
  const failed = complaints.length > 0 || nothing.length > 0
  console.log(`${name}: ${counts.join(', ')}; ${complaints.length === 0 ? 'no complaint' : `${complaints.length} to mend`}`)
  if (failed) process.exitCode = 1
}
