import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { badUsage } from '../../model/errors.ts'
import { fileFault } from './candidates.ts'

/** What a file of YAML says of columns. Throws where it cannot be read, or is no YAML. */
export async function columnMap(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, 'utf8'), { maxAliasCount: 10 })
  } catch (cause) {
    if (isOfTheSystem(cause)) throw fileFault(path, cause)
    throw badUsage(`The map "${path}" is no YAML. It must say which column holds what, such as:\nname: payee_full_name`)
  }
}

/** A fault of reading, not of what was read: those of YAML have a code too. */
export const isOfTheSystem = (error: unknown): boolean => /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '')
