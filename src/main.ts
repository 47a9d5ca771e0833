import type { KnownLists } from './engine/lists/recognise.ts'
import type { Sandbox } from './engine/ports.ts'
import { program } from './surfaces/cli/program.ts'
import type { OpenOptions, Workplace } from './surfaces/cli/workplace.ts'

/**
 * The only file that knows both the catalogue and the adapters. Everything is imported when a command needs it, so that
 * `--help` costs little more than an empty Node.
 */
const readingModules = {
  readersModule: new URL('./catalog/readers.gen.ts', import.meta.url),
  renderModule: new URL('./catalog/readers/pdf/render.ts', import.meta.url),
}

async function open(options: OpenOptions): Promise<Workplace> {
  const [{ openWorkplace }, { catalog }] = await Promise.all([import('./surfaces/cli/open.ts'), import('./catalog/index.gen.ts')])
  return openWorkplace(options, catalog, readingModules)
}

/** The reading processes alone, for commands that keep nothing. */
async function openReading(acceptNoNetworkIsolation: boolean): Promise<Sandbox> {
  return (await import('./adapters/sandbox/index.ts')).openSandbox({ ...readingModules, acceptNoNetworkIsolation })
}

/** Lists stand apart from what judges candidates; a copy of a publisher's file may be kept as a list of one's own. */
async function lists(): Promise<KnownLists> {
  const [{ lists: published }, { privateList }] = await Promise.all([
    import('./catalog/lists.gen.ts'),
    import('./catalog/list-formats/private.ts'),
  ])
  const formats = published.flatMap((list) => list.formats)
  return { published, own: (id, map) => privateList(id, formats, map) }
}

await program({
  open,
  openReading,
  catalog: async () => (await import('./catalog/index.gen.ts')).catalog,
  lists,
}).parseAsync()
