import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { conclude, type Module, modulesOf, ROOT } from './modules.ts'
import { lineOf } from './source-text.ts'

/** The floors of ARCHITECTURE.md. A file imports its own floor's folder and floors below, never above, never a neighbour's. */
const FLOORS: Readonly<Record<string, number>> = {
  model: 0,
  kit: 1,
  compute: 1,
  catalog: 2,
  engine: 3,
  adapters: 4,
  surfaces: 5,
  'main.ts': 6,
}
/** From here up, a module may touch the outside: files, network, environment, clock, chance. */
const OUTSIDE = 4

/** Global names that reach outside, as they stand in code that has no strings or comments. Members (`deps.clock`) are not globals. */
const REACHES: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/(?<![.\w$])fetch\s*\(/g, 'fetch'],
  [/(?<![.\w$])process\s*[.[]/g, 'process'],
  [/(?<![.\w$])Date\.now\b/g, 'Date.now'],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))/g, 'new Date() without an instant'],
  [/(?<![.\w$]|\bnew\s+)Date\s*\(/g, 'Date() as a function'],
  [/(?<![.\w$])Math\.random\b/g, 'Math.random'],
  [/(?<![.\w$])(?:setTimeout|setInterval|setImmediate)\b/g, 'a timer'],
  [/(?<![.\w$])performance\s*\./g, 'performance'],
  [/(?<![.\w$])crypto\s*\.\s*(?:randomUUID|getRandomValues|subtle)/g, 'crypto'],
  [/(?<![.\w$])(?:globalThis|require)\s*[.([]/g, 'globalThis or require'],
]

/** Packages that reach outside by themselves; only adapters and surfaces may hold them. */
const OUTSIDE_PACKAGES = new Set(['@electric-sql/pglite', 'pg', 'drizzle-orm', 'commander', 'picocolors'])

/** What the entries of a kind share: what a résumé's lines mean, how a published list is written. */
const SHARED: readonly string[] = ['grammar', 'list-formats']

/** `src/catalog/detectors/application/x/detector.ts` → kind `detectors`, entry `application/x`. */
function entryOf(path: string): { kind: string; entry: string } | undefined {
  const shared = SHARED.find((folder) => path.startsWith(`src/catalog/${folder}/`))
  if (shared !== undefined) return { kind: shared, entry: '' }
  const m = /^src\/catalog\/(detectors)\/([^/]+\/[^/]+)\//.exec(path) ?? /^src\/catalog\/([a-z]+)\/([^/]+)\//.exec(path)
  return m?.[1] !== undefined && m[2] !== undefined ? { kind: m[1], entry: m[2] } : undefined
}

/** What an entry of each kind may use of the rest of the catalogue. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  detectors: ['grammar', 'views', 'relations'],
  lists: ['list-formats'],
  'list-formats': ['list-formats'],
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function catalogRule(from: string, to: string): string | undefined {
  if (from.endsWith('.gen.ts')) return undefined
  const mine = entryOf(from)
  const theirs = entryOf(to)
  if (mine === undefined || theirs === undefined)
    return `${from} lies in no entry's folder; the catalogue holds entries, ${SHARED.join(', ')} and generated files only`
  if (mine.kind === theirs.kind && mine.entry === theirs.entry) return undefined
  if ((MAY_USE[mine.kind] ?? ['grammar']).includes(theirs.kind)) return undefined
  const kinds = (MAY_USE[mine.kind] ?? ['grammar']).join(', ')
  return `an entry of ${mine.kind} may use ${kinds} of the catalogue, and not ${theirs.kind}/${theirs.entry}; move what both need to ${kinds.split(', ')[0]}/ or compute/`
}

const CONSOLE = 'src/surfaces/console/'
/** It imports nothing that runs, so a browser can have it as it is. */
const IN_WORDS = 'src/model/in-words.ts'
/** It talks HTTP only, so that it is one of the API's callers and no more: what it needs and cannot have belongs into a route. */
function consoleRule(path: string, target: string, typeOnly: boolean): string | undefined {
  if (!path.startsWith(CONSOLE) || target.startsWith(CONSOLE) || target.startsWith('src/surfaces/client/')) return undefined
  if (target === IN_WORDS || (target.startsWith('src/model/') && typeOnly)) return undefined
  return `the console imports types of model/, ${IN_WORDS} and the typed client, and nothing else of this product`
}

function importRule(module: Module, target: string, typeOnly: boolean): string | undefined {
  const { path } = module
  if (!target.startsWith('src/'))
    return path.startsWith('src/') && target !== 'package.json' ? `nothing under src/ may import ${target.split('/')[0]}/` : undefined
  if (!path.startsWith('src/')) return undefined
  const from = folderOf(path)
  const to = folderOf(target)
  const mine = FLOORS[from]
  const theirs = FLOORS[to]
  if (mine === undefined || theirs === undefined)
    return `src/${mine === undefined ? from : to} is on no floor; the floors are ${Object.keys(FLOORS).join(', ')}`
  if (theirs > mine) return `${from} (floor ${mine}) may not import ${to} (floor ${theirs}): hand it over as a value from above`
  const ofConsole = consoleRule(path, target, typeOnly)
  if (ofConsole !== undefined) return ofConsole
  if (!path.startsWith(CONSOLE) && target.startsWith(CONSOLE)) return 'the console is served as files and imported by nobody'
  if (from === to) return from === 'catalog' ? catalogRule(path, target) : undefined
  if (theirs === mine) return `${from} and ${to} are neighbours on floor ${mine} and do not know each other`
  if (to === 'catalog' && from !== 'main.ts') return `only main.ts knows the catalogue; ${from} is handed a Catalog value`
  return undefined
}

function complaintsOf(module: Module): string[] {
  const complaints: string[] = []
  const say = (line: number, text: string) => complaints.push(`${module.path}:${line} ${text}`)
  const inSrc = module.path.startsWith('src/')
  const floor = FLOORS[folderOf(module.path)] ?? OUTSIDE
  for (const { specifier, line, target, typeOnly } of module.imports) {
    if (target !== undefined) {
      if (!existsSync(join(ROOT, target))) say(line, `imports ${specifier}, which does not exist`)
      const broken = importRule(module, target, typeOnly)
      if (broken !== undefined) say(line, broken)
    } else if (inSrc && floor < OUTSIDE) {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')
      if (specifier.startsWith('node:')) say(line, `imports ${specifier}; only adapters, surfaces and main reach outside`)
      if (OUTSIDE_PACKAGES.has(name)) say(line, `imports ${name}, which reaches outside; only adapters, surfaces and main may`)
      if (floor === 0 && name !== 'zod') say(line, `imports ${name}; the model knows zod and nothing else`)
    }
  }
  if (!inSrc || floor >= OUTSIDE) return complaints
  if (module.computed > 0) say(1, 'imports a computed name; below the adapters every import is written out')
  for (const [pattern, what] of REACHES) {
    for (const m of module.source.bare.matchAll(pattern))
      say(lineOf(module.text, m.index), `uses ${what}; below the adapters it comes in as an argument`)
  }
  return complaints
}

/** Groups of modules that import each other in a circle (Tarjan's strongly connected components of more than one). */
function circles(modules: readonly Module[]): string[][] {
  const byPath = new Map(modules.map((m) => [m.path, m]))
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const visit = (path: string): void => {
    order.set(path, order.size)
    low.set(path, order.get(path) ?? 0)
    open.push(path)
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (target === undefined || !byPath.has(target)) continue
      if (!order.has(target)) {
        visit(target)
        low.set(path, Math.min(low.get(path) ?? 0, low.get(target) ?? 0))
      } else if (open.includes(target)) low.set(path, Math.min(low.get(path) ?? 0, order.get(target) ?? 0))
    }
    if (low.get(path) !== order.get(path)) return
    const group = open.splice(open.indexOf(path))
    if (group.length > 1) found.push(group.sort())
  }
  for (const { path } of modules) if (!order.has(path)) visit(path)
  return found
}

const modules = modulesOf(['src', 'test', 'scripts', 'eval', 'bench', 'examples'])
const complaints = modules.flatMap(complaintsOf)
for (const circle of circles(modules)) complaints.push(`${circle.join(' ↔ ')}: import each other in a circle`)
const imports = modules.reduce((n, m) => n + m.imports.length, 0)
conclude(
  'floors',
  { modules: modules.length, imports, 'modules under src': modules.filter((m) => m.path.startsWith('src/')).length },
  complaints,
)
