import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const file = (data: string): string => join(data, 'server.json')

/** Written into the data folder while a server has it, so that other commands can say where it answers. */
export async function noteServer(data: string, url: string): Promise<() => Promise<void>> {
  await writeFile(file(data), JSON.stringify({ url }), { mode: 0o600 })
  return () => rm(file(data), { force: true })
}

/** Where a server of this data folder answers, or did when it was last seen. */
export async function notedServer(data: string): Promise<string | undefined> {
  try {
    const { url } = JSON.parse(await readFile(file(data), 'utf8')) as { url?: unknown }
    return typeof url === 'string' ? url : undefined
  } catch {
    return undefined
  }
}
