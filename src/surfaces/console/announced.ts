import { join } from 'node:path'
import { normalizePath, type Plugin, type Rolldown } from 'vite'

/** As `routes.ts` and `doors.ts` write a page: its address, and its file. */
const PAGE = /'(\/[^']*)': lazyRouteComponent\(\(\) => import\('\.\/([^']+)'\)/g
const FRAME = 'frame/Frame.tsx'

/**
 * Writes `announced.json`: for each address the files that its page needs beside the first ones. The service names them in the
 * document, so that a browser fetches them along with the first ones and not after these have run.
 */
export function announced(root: string): Plugin {
  const at = (file: string): string => normalizePath(join(root, file))
  const pages = new Map<string, readonly string[]>([['/', [FRAME]]])
  return {
    name: 'announced',
    // The sources as they are written, before anything is made of them.
    enforce: 'pre',
    transform(code, id) {
      const around = id === at('routes.ts') ? [FRAME] : id === at('doors.ts') ? [] : undefined
      if (around === undefined) return
      const found = [...code.matchAll(PAGE)]
      for (const [, address = '', file = ''] of found) pages.set(address, [...around, file])
      if (found.length === 0) this.error('No page was found here: is the table written as before?')
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk')
      const first = filesOf(
        chunks,
        chunks.filter(({ isEntry }) => isEntry),
      )
      const needs = (files: readonly string[]): string[] => {
        const own = files.flatMap((file) => chunks.filter(({ facadeModuleId }) => facadeModuleId === at(file)))
        return [...filesOf(chunks, own)].filter((file) => !first.has(file))
      }
      const source = JSON.stringify(Object.fromEntries([...pages].map(([address, files]) => [address, needs(files)])))
      this.emitFile({ type: 'asset', fileName: 'announced.json', source })
    },
  }
}

/** The chunks, all that they import, and their styles. */
function filesOf(all: readonly Rolldown.OutputChunk[], from: readonly Rolldown.OutputChunk[]): Set<string> {
  const files = new Set<string>()
  const add = (chunk: Rolldown.OutputChunk): void => {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    // Styles in the order in which they are loaded where nobody announces them: of what is imported first.
    for (const name of chunk.imports) for (const imported of all) if (imported.fileName === name) add(imported)
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
  }
  for (const chunk of from) add(chunk)
  return files
}
