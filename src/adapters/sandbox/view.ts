import { lstat, readlink, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One entry of the file tree that a child sees: a folder or file as it is, or a symbolic link. */
export type Shown = { readonly path: string } | { readonly path: string; readonly linkTo: string }

/** Libraries that Node and compiled modules load, and fonts for rendering pages. No folder of people's files is among them. */
const SYSTEM = [
  '/lib',
  '/lib64',
  '/usr/lib',
  '/usr/lib64',
  '/usr/local/lib',
  '/nix/store',
  '/etc/ld.so.cache',
  '/etc/fonts',
  '/usr/share/fonts',
  '/usr/share/fontconfig',
]

/**
 * The files that reading needs from us: our own source tree, the folders of the given modules, and the `node_modules`
 * folders and `package.json` files above them. Not the folder that holds them: an operator's data may lie beside.
 */
export async function codePaths(modules: readonly URL[]): Promise<readonly string[]> {
  const source = fileURLToPath(new URL('../../', import.meta.url))
  const starts = await Promise.all([source, ...modules.map((m) => dirname(fileURLToPath(m)))].map((p) => realpath(p)))
  const above = starts.flatMap((start) =>
    ancestors(start).flatMap((folder) => [join(folder, 'node_modules'), join(folder, 'package.json')]),
  )
  const found = await Promise.all([...new Set(above)].map(async (path) => ((await exists(path)) ? [path, await realpath(path)] : [])))
  return outermost([...starts, ...found.flat()])
}

/** What a child sees of the file system, in an order in which it can be built. */
export async function view(code: readonly string[], tools: readonly string[]): Promise<readonly Shown[]> {
  const entries = await Promise.all([...SYSTEM, ...code, process.execPath, ...tools].map((path) => entriesFor(path)))
  const all = [...new Map(entries.flat().map((e) => [e.path, e])).values()]
  const kept = new Set(outermost(all.map((e) => e.path)))
  return all.filter((e) => kept.has(e.path))
}

async function entriesFor(path: string): Promise<Shown[]> {
  const stat = await lstat(path).catch(() => undefined)
  if (stat === undefined) return []
  if (!stat.isSymbolicLink()) return [{ path }]
  const linkTo = await readlink(path)
  return [{ path, linkTo }, ...(await entriesFor(resolve(dirname(path), linkTo)))]
}

const ancestors = (path: string): string[] => (dirname(path) === path ? [path] : [path, ...ancestors(dirname(path))])
const exists = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined)) !== undefined
/** Without those that lie inside another one. */
const outermost = (paths: readonly string[]): string[] => {
  const once = [...new Set(paths.map((p) => resolve(p)))]
  return once.filter((p) => !once.some((other) => other !== p && p.startsWith(`${other}/`)))
}
