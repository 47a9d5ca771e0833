import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ListFile } from '../../kit/list.ts'
import { badUsage, tooLarge } from '../../model/errors.ts'
import { fileFault } from './candidates.ts'

/** One text holds little more; the largest list today has 120 MB. */
const MOST_BYTES = 400 << 20

/** The files of one version of a list: those named, and those in a folder that is named. */
export async function listFiles(paths: readonly string[]): Promise<readonly ListFile[]> {
  const files: ListFile[] = []
  for (const path of paths) {
    try {
      const found = await stat(path)
      if (found.isDirectory()) files.push(...(await inFolder(path)))
      else files.push(await oneFile(path))
    } catch (error) {
      throw fileFault(path, error)
    }
  }
  return files
}

async function inFolder(folder: string): Promise<readonly ListFile[]> {
  const there = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile() && !one.name.startsWith('.'))
  if (there.length === 0) throw badUsage(`There is no file in "${folder}". Put the files of one version of the list there.`)
  const files: ListFile[] = []
  for (const { name } of there.sort((a, b) => (a.name < b.name ? -1 : 1))) files.push(await oneFile(join(folder, name)))
  return files
}

async function oneFile(path: string): Promise<ListFile> {
  const found = await stat(path)
  // A pipe or a device would have us wait for ever.
  if (!found.isFile()) throw badUsage(`"${path}" is no file. Write what it gives to a file first.`)
  if (found.size > MOST_BYTES) throw tooLarge(`"${path}" has ${found.size >> 20} MB; at most ${MOST_BYTES >> 20} MB are read.`)
  return { name: basename(path), bytes: await readFile(path) }
}
