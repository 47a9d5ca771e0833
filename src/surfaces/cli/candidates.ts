import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { MOST_BYTES, tooBig, type ReceivedFile } from '../../engine/intake.ts'
import { failureOf, type Failure } from '../../engine/read.ts'
import type { Candidate } from '../../engine/screen.ts'
import { AppError } from '../../model/errors.ts'

interface Loaded {
  readonly files: readonly ReceivedFile[]
  readonly failures: readonly Failure[]
}

export interface Named {
  /** All that is named is one candidate. */
  readonly one: boolean
  readonly to?: string
  readonly requisition?: string
  /** Column map for tables, parsed. */
  readonly map?: unknown
}

/** Folders deeper than this are not a candidate's papers. */
const DEEPEST = 8

/** What the user named, as candidates: a file is one; of a folder, each file and each subfolder in it is one. */
export async function candidatesOf(
  paths: readonly string[],
  named: Named,
): Promise<{ readonly candidates: readonly Candidate[]; readonly failures: readonly Failure[] }> {
  const common = {
    ...(named.to === undefined ? {} : { to: named.to }),
    ...(named.requisition === undefined ? {} : { requisition: named.requisition }),
  }
  const candidate = (source: string, parts: readonly string[]): Candidate => ({
    source,
    ...common,
    load: () => loadAll(parts, named.map),
    beside: (path) => besideTable(source, path),
  })
  if (named.one || named.to !== undefined) return { candidates: [candidate(paths[0] as string, paths)], failures: [] }
  const candidates: Candidate[] = []
  const failures: Failure[] = []
  for (const path of paths) {
    try {
      const parts = (await lstat(path)).isDirectory() ? (await visible(path)).map((name) => join(path, name)) : [path]
      if (parts.length === 0) throw emptyFolder(path)
      candidates.push(...parts.map((part) => candidate(part, [part])))
    } catch (error) {
      failures.push(failureOf(path, fileFault(path, error)))
    }
  }
  return { candidates, failures }
}

async function visible(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('.') && name !== 'Thumbs.db').sort()
}

async function loadAll(parts: readonly string[], options: unknown): Promise<Loaded> {
  const files: ReceivedFile[] = []
  const failures: Failure[] = []
  for (const part of parts) {
    const before = files.length + failures.length
    await load(part, options, { files, failures, depth: 0 })
    if (files.length + failures.length === before) failures.push(failureOf(part, emptyFolder(part)))
  }
  return { files, failures }
}

async function load(path: string, options: unknown, into: { files: ReceivedFile[]; failures: Failure[]; depth: number }): Promise<void> {
  try {
    const stat = await lstat(path)
    if (stat.isDirectory()) {
      if (into.depth >= DEEPEST)
        throw new AppError({
          code: 'too-deep',
          status: 422,
          title: 'Folder too deep',
          detail: `"${path}" lies more than ${DEEPEST} folders down. Move the files up.`,
        })
      for (const name of await visible(path)) await load(join(path, name), options, { ...into, depth: into.depth + 1 })
      return
    }
    if (!stat.isFile())
      throw new AppError({
        code: 'not-a-file',
        status: 422,
        title: 'Not a file',
        detail: `"${path}" is a link or a device. Copy the file itself there.`,
      })
    if (stat.size > MOST_BYTES) throw tooBig(path, stat.size)
    into.files.push({ path, name: basename(path), bytes: await readFile(path), ...(options === undefined ? {} : { options }) })
  } catch (error) {
    into.failures.push(failureOf(path, fileFault(path, error)))
  }
}

/** A file or folder that a table names, only from inside the table's own folder, links resolved. */
async function besideTable(table: string, path: string): Promise<Loaded> {
  const home = await realpath(dirname(table))
  const asked = resolve(home, path)
  const outside = new AppError({
    code: 'outside-folder',
    status: 422,
    title: 'Outside the table’s folder',
    detail: `The table names "${path}", which is not inside its own folder. Put the candidate’s files beside the table.`,
  })
  if (isAbsolute(path) || escapes(home, asked)) throw outside
  try {
    if (escapes(home, await realpath(asked))) throw outside
  } catch (error) {
    throw error instanceof AppError ? error : fileFault(path, error)
  }
  return loadAll([join(dirname(table), path)], undefined)
}

function escapes(home: string, path: string): boolean {
  const way = relative(home, path)
  return way.startsWith('..') || isAbsolute(way)
}

const emptyFolder = (path: string): AppError =>
  new AppError({
    code: 'empty-folder',
    status: 422,
    title: 'Empty folder',
    detail: `"${path}" has no files in it. Put the candidate’s files there, or remove the folder.`,
  })

/** What the disk said about a file, for the person who named it. */
export function fileFault(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError({
      code: 'not-found',
      status: 404,
      title: 'Not found',
      detail: `There is no file or folder "${path}". Check the path.`,
    })
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError({
      code: 'no-permission',
      status: 403,
      title: 'Not allowed to read',
      detail: `"${path}" may not be read by this account. Change its permissions or copy it.`,
      cause: error,
    })
  return new AppError({
    code: 'unreadable',
    status: 422,
    title: 'Unreadable file',
    detail: `"${path}" could not be read from the disk (${code ?? String(error)}).`,
    cause: error,
  })
}
