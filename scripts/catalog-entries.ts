import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Source } from '../src/kit/catalog.ts'
import type { Detector } from '../src/kit/detector.ts'
import type { List } from '../src/kit/list.ts'
import type { Reader } from '../src/kit/reader.ts'
import { filesUnder, modulesOf, readText, ROOT } from './modules.ts'
import { sourceText } from './source-text.ts'

/** The catalogue as it lies on disk: one folder an entry. Everything generated and checked about it starts here. */

export interface Entry<T> {
  /** Path under its kind's folder, and so the id: `application/phone-on-another-persona`, `resume-pdf`. */
  readonly id: string
  readonly folder: string
  /** The module with the default export. */
  readonly path: string
  readonly card: T
}

/** Entries of one kind, and what is wrong with those that do not load: half-written, or importing something that is not there. */
interface Loaded<T> {
  readonly entries: readonly Entry<T>[]
  readonly broken: readonly string[]
}

async function load<T>(path: string): Promise<T> {
  const module: { default?: T } = await import(pathToFileURL(join(ROOT, path)).href)
  if (module.default === undefined) throw new Error(`has no default export; write \`export default define…({ … })\``)
  return module.default
}

async function entries<T>(kind: string, file: string): Promise<Loaded<T>> {
  const top = `src/catalog/${kind}`
  const found: Entry<T>[] = []
  const broken: string[] = []
  for (const path of filesUnder(top, (p) => basename(p) === file)) {
    try {
      found.push({ id: dirname(path).slice(top.length + 1), folder: dirname(path), path, card: await load<T>(path) })
    } catch (error) {
      broken.push(`${path} does not load: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
  }
  return { entries: found, broken }
}

export const detectorEntries = (): Promise<Loaded<Detector>> => entries<Detector>('detectors', 'detector.ts')
export const readerEntries = (): Promise<Loaded<Reader>> => entries<Reader>('readers', 'reader.ts')
export const listEntries = (): Promise<Loaded<List>> => entries<List>('lists', 'list.ts')

const line = z.string().trim().min(1)
const sourceFile = z.strictObject({
  publisher: line,
  title: line,
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write the date as YYYY, YYYY-MM or YYYY-MM-DD, quoted'),
  /** Where it can be read again. `urn:` for a document we hold without an address. */
  url: z.string().regex(/^(https?:\/\/|urn:)\S+$/),
  /** What it contributes, in our own words: a sentence, not a quotation. */
  says: z.string().trim().min(30),
  /** `memory`: known but not read; no detector may rest on it. */
  read: z.enum(['primary', 'primary-excerpt', 'third-party', 'memory']),
})

export interface SourceFile {
  readonly path: string
  readonly id: string
  readonly source: Source | undefined
  readonly wrong: readonly string[]
}

export function sourceFiles(): SourceFile[] {
  return filesUnder('src/catalog/sources', (path) => path.endsWith('.yml')).map((path) => {
    const id = basename(path, '.yml')
    let parsed: unknown
    try {
      parsed = parse(readText(path))
    } catch (error) {
      return { path, id, source: undefined, wrong: [`is no YAML: ${String(error).split('\n')[0]}`] }
    }
    const checked = sourceFile.safeParse(parsed)
    if (checked.success) return { path, id, source: { id, ...checked.data }, wrong: [] }
    return { path, id, source: undefined, wrong: checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  })
}

/** Names of an entry's cases: the quiet, firing and other stories beside it. */
export const caseFiles = (folder: string): string[] => filesUnder(`${folder}/cases`, (path) => /\.ya?ml$/.test(path))

/** Formatting is not logic: comments, white space and trailing commas do not count, and neither do cases and samples. */
function logicOf(text: string): string {
  const { code } = sourceText(text)
  return code
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\w$'"`]) ?/g, '$1')
    .replace(/,([)\]}])/g, '$1')
}

/**
 * A hash over what an entry does: its own code and, through its imports, the views, relations and grammar of the catalogue
 * it rests on. A changed view changes every detector that needs it, so it must change their hash. Model, kit and compute are
 * left out: they are pinned by the release and by their own tests.
 */
export function logicHashes(entriesOfAll: readonly { readonly id: string; readonly folder: string }[]): Map<string, string> {
  const modules = new Map(modulesOf(['src/catalog']).map((m) => [m.path, m]))
  const reach = (from: readonly string[]): string[] => {
    const seen = new Set<string>()
    const open = [...from]
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path) || path.endsWith('.gen.ts')) continue
      seen.add(path)
      for (const { target } of modules.get(path)?.imports ?? []) if (target !== undefined && modules.has(target)) open.push(target)
    }
    return [...seen].sort()
  }
  return new Map(
    entriesOfAll.map(({ id, folder }) => {
      const own = [...modules.keys()].filter((path) => path.startsWith(`${folder}/`) && !/\/(cases|samples)\//.test(path))
      const hash = createHash('sha256')
      for (const path of reach(own)) hash.update(`${path}\n${logicOf(modules.get(path)?.text ?? '')}\n`)
      for (const path of filesUnder(folder, (p) => /\.(ya?ml|json|txt|csv)$/.test(p) && !/\/(cases|samples)\//.test(p)))
        hash.update(`${path}\n${readText(path)}\n`)
      return [id, hash.digest('hex').slice(0, 32)]
    }),
  )
}
