import { readFile, stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a reading child loads: its own program, and the modules that the sandbox was opened with. */
export interface ChildModules {
  readonly entry: URL
  readonly readersModule: URL
  readonly renderModule: URL
}

/** What `npm run build:readers` leaves beside the files it made: from which source each was made, and how the sources were then. */
export interface Built {
  /** Source, from the root of the package, to file in the folder. */
  readonly made: Readonly<Record<string, string>>
  /** Source to its size in bytes and the millisecond of its last change. */
  readonly sources: Readonly<Record<string, readonly [size: number, changed: number]>>
}

const ROOT = new URL('../../../', import.meta.url)
export const BUILT = new URL('build/reading/', ROOT)
const NOTE = new URL('built.json', BUILT)

/**
 * The same modules as single files, where they were built from the sources as they are now. A child serves one file and keeps
 * nothing, not even compiled code: three hundred small modules cost it a second of processor time, fifteen a quarter of that.
 * Edited sources run as they are, so nobody ever sees yesterday's readers.
 */
export async function builtOrSource(modules: ChildModules): Promise<ChildModules> {
  const built = await note()
  if (built === undefined) return modules
  const made = ([name, module]: [string, URL]): [string, URL] | undefined => {
    const file = built.made[relative(fileURLToPath(ROOT), fileURLToPath(module))]
    return file === undefined ? undefined : [name, new URL(file, BUILT)]
  }
  const all = Object.entries(modules).map(made)
  if (all.includes(undefined) || !(await asThen(built.sources))) return modules
  return Object.fromEntries(all as [string, URL][]) as unknown as ChildModules
}

async function note(): Promise<Built | undefined> {
  try {
    return JSON.parse(await readFile(NOTE, 'utf8')) as Built
  } catch {
    // Nothing built, or half of it: the sources are there.
    return undefined
  }
}

/** Whether every source, named from the root, is there with the size and time it was built from. */
export async function asThen(sources: Built['sources'], root = ROOT): Promise<boolean> {
  const same = await Promise.all(
    Object.entries(sources).map(async ([path, [size, changed]]) => {
      const now = await stat(new URL(path, root)).catch(() => undefined)
      return now?.size === size && Math.trunc(now.mtimeMs) === changed
    }),
  )
  return same.every(Boolean)
}
