import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'

/**
 * Puts a database as `openEmbedded` makes it into `folder`, at a tenth of the price: PostgreSQL is initialised and brought up to
 * date once a run, and copied from then on. The real making is tested where it matters: test/adapters/store-folder and flow/cli.
 */
export async function putNewDatabase(folder: string): Promise<void> {
  const made = await madeOnce()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The native copy: there are a thousand files, and one by one through promises they take a second.
  cpSync(join(made, 'database'), join(folder, 'database'), { recursive: true })
}

let making: Promise<string> | undefined

/** Two workers that start together may both make one; the first to be done is kept. */
function madeOnce(): Promise<string> {
  const place = join(inject('runFolder'), 'database-to-copy')
  if (existsSync(place)) return Promise.resolve(place)
  making ??= make(place)
  return making
}

async function make(place: string): Promise<string> {
  const draft = `${place}.${randomBytes(4).toString('hex')}`
  await (await openEmbedded(draft)).close()
  try {
    await rename(draft, place)
  } catch (error) {
    if (!existsSync(place)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  return place
}
