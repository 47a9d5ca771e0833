import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Sandbox } from '../../engine/ports.ts'
import type { Reader } from '../../kit/reader.ts'
import { cancelled, internal } from '../../model/errors.ts'
import { pagesOf, readingOf } from './answer.ts'
import { builtOrSource, type ChildModules } from './built.ts'
import { DEFAULT_CAPS, type Caps } from './caps.ts'
import { couldNotStart, noIsolation } from './faults.ts'
import type { Frame } from './frames.ts'
import { findIsolation, type Isolation } from './isolation.ts'
import { findTools, nodeArguments, type Launcher, type Tools } from './launch.ts'
import { PAGES, type Settings } from './settings.ts'
import { startChild, type ReadingChild } from './reading-child.ts'
import { codePaths, view } from './view.ts'

export interface SandboxOptions {
  /** Module that exports `readers: readonly Reader[]`. Loaded here for the readers' names, and in every child. */
  readonly readersModule: URL
  /** Module that exports `renderPages(bytes, pages, scale)`. */
  readonly renderModule: URL
  /** Files read at a time; one for each processor if not said. */
  readonly size?: number
  readonly caps?: Partial<Caps>
  /** The operator accepts that files are read with no network isolation, on a machine that has none. */
  readonly acceptNoNetworkIsolation?: boolean
  /** The system's programs for isolation, where they are not to be looked for on the PATH. */
  readonly tools?: Tools
}

export interface ReadingSandbox extends Sandbox {
  /** Which protection is in force, as found by trying it. */
  isolation(): Promise<Isolation>
}

/** `native` children may load compiled libraries (image decoding, page rendering); `plain` ones may not. */
type Kind = 'plain' | 'native'
/** Children that wait while nothing is read: the next candidate comes with a résumé, a letter and an account. */
const READY = 3
/** A folder of applications holds two or three kinds of file; warming more would take the time from reading. */
const LATELY = 3

/**
 * Children are started ahead, serve one file and end. Opening returns at once; which isolation works here is tried
 * out, and the first children load the readers, while the caller does other things. Call `close()`, or the process stays up.
 */
export function openSandbox(options: SandboxOptions): ReadingSandbox {
  const caps = { ...DEFAULT_CAPS, ...options.caps }
  const size = Math.max(1, options.size ?? availableParallelism())
  const ahead: Record<Kind, ReadingChild[]> = { plain: [], native: [] }
  const alive = new Set<ReadingChild>()
  const queue: (() => void)[] = []
  /** What was asked for lately, most recent first: the next file of a folder most likely is of that kind. At first anything may come. */
  const lately: Record<Kind, readonly string[]> = { plain: [], native: [] }
  let busy = 0
  let closed = false

  const grounds = prepare(options, caps)
  // Told to whoever reads; without a reader nobody needs it.
  grounds.then((found) => found.refused || startAhead(found, 'plain', Math.min(2, size))).catch(() => undefined)

  function start({ launcher, code, modules, kindOf }: Grounds, kind: Kind): ReadingChild {
    const anything = [...kindOf.keys()].filter((id) => kindOf.get(id) === kind && kind === 'plain')
    const warm = lately[kind].length > 0 ? lately[kind] : anything
    const settings: Settings = { readersModule: modules.readersModule.href, renderModule: modules.renderModule.href, warm }
    const node = [...nodeArguments(code, kind === 'native', caps), fileURLToPath(modules.entry), JSON.stringify(settings)]
    const child = startChild(launcher, node, caps)
    alive.add(child)
    void child.gone.then(() => alive.delete(child))
    // Told again to whoever takes this child.
    child.ready.catch(() => undefined)
    return child
  }

  /** Keeps as many children ready as files wait, at least `atLeast`; so replacements come up while others work. */
  function startAhead(grounds: Grounds, kind: Kind, atLeast: number): void {
    if (closed) return
    const wanted = Math.max(atLeast, Math.min(size, queue.length))
    while (ahead[kind].length < wanted) ahead[kind].push(start(grounds, kind))
  }

  async function run(kind: Kind, job: Frame, what: string): Promise<Frame> {
    if (busy >= size) await new Promise<void>((resolve) => queue.push(resolve))
    else busy += 1
    try {
      if (closed) throw cancelled()
      const found = await grounds
      lately[kind] = [what, ...lately[kind].filter((other) => other !== what)].slice(0, LATELY)
      const child = ahead[kind].shift() ?? start(found, kind)
      startAhead(found, kind, 1)
      try {
        checkIsolation(await child.ready, found.isolation)
        return await child.serve(job)
      } finally {
        child.kill()
      }
    } catch (error) {
      throw closed ? cancelled() : error
    } finally {
      // The place goes to the next in line, or becomes free.
      const next = queue.shift()
      if (next !== undefined) next()
      else if (--busy === 0 && !closed) void grounds.then((found) => startAhead(found, 'plain', READY))
    }
  }

  return {
    async read(reader, incoming) {
      const { kindOf, refused } = await grounds
      if (refused) throw noIsolation()
      const kind = kindOf.get(reader)
      if (kind === undefined) throw internal(`There is no reader "${reader}".`, undefined)
      const given = incoming.options === undefined ? {} : { options: incoming.options }
      return readingOf(
        await run(kind, { head: { do: 'read', reader, name: incoming.name, ...given }, parts: [incoming.bytes] }, reader),
        caps,
      )
    },
    async renderPages(bytes, pages, scale) {
      if ((await grounds).refused) throw noIsolation()
      return pagesOf(await run('native', { head: { do: 'render', pages, scale }, parts: [bytes] }, PAGES), caps)
    },
    isolation: async () => (await grounds).isolation,
    async close() {
      closed = true
      for (const child of alive) child.kill()
      await Promise.all([...alive].map(async (child) => child.gone))
    },
  }
}

/** What holds for all children of a sandbox. */
interface Grounds {
  readonly isolation: Isolation
  readonly launcher: Launcher
  /** Paths that Node lets a child read. */
  readonly code: readonly string[]
  readonly modules: ChildModules
  readonly kindOf: ReadonlyMap<string, Kind>
  /** There is no network isolation and the operator has not accepted that. */
  readonly refused: boolean
}

async function prepare(options: SandboxOptions, caps: Caps): Promise<Grounds> {
  const { readersModule, renderModule } = options
  const modules = await builtOrSource({ entry: new URL('./child.ts', import.meta.url), readersModule, renderModule })
  const code = await codePaths(Object.values(modules))
  const tools = options.tools ?? (await findTools())
  const shown = await view(code, tools.setpriv === undefined ? [] : [tools.setpriv])
  const [{ isolation, launcher }, { readers }] = await Promise.all([
    findIsolation(tools, shown, caps),
    import(readersModule.href) as Promise<{ readonly readers: readonly Reader[] }>,
  ])
  const kindOf = new Map(readers.map((r): [string, Kind] => [r.id, r.native === true ? 'native' : 'plain']))
  return { isolation, launcher, code, modules, kindOf, refused: isolation.network === 'none' && options.acceptNoNetworkIsolation !== true }
}

/** What was promised must be what the child sees: a launcher that quietly does less is a fault of ours, found before any file is handed over. */
function checkIsolation(seen: Readonly<Record<string, unknown>>, isolation: Isolation): void {
  if (seen['mayWrite'] !== false || seen['mayStart'] !== false) throw couldNotStart("Node's permission model is not in force in the child")
  if (isolation.network !== 'none' && seen['networkInterfaces'] !== 0) throw couldNotStart('the child sees a network interface')
}
