import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Linked } from '../../engine/batch-link/link-records.ts'
import { badUsage, storage } from '../../model/errors.ts'
import { plain, plainJson } from './plain.ts'
import { complain, EXIT } from './session.ts'

export interface LinkOptions {
  readonly input: string
  readonly against?: string
  readonly map: string
  readonly out: string
  readonly json?: boolean
  readonly threads?: string
  readonly memory?: string
}

export async function linkCommand(options: LinkOptions): Promise<void> {
  const cancel = new AbortController()
  const onSignal = (): void => {
    if (cancel.signal.aborted) process.exit(EXIT.interrupted)
    cancel.abort()
    process.stderr.write('\nStopping. The same command goes on from the last finished stage. Press Ctrl-C again to stop at once.\n')
  }
  process.on('SIGINT', onSignal)
  try {
    await link(options, cancel.signal)
    process.exitCode = EXIT.done
  } catch (error) {
    process.exitCode = complain(error)
  } finally {
    process.off('SIGINT', onSignal)
  }
}

async function link(options: LinkOptions, signal: AbortSignal): Promise<void> {
  const [{ openTables }, { linkThreads }, { linkRecords }, { linkMap }] = await Promise.all([
    import('../../adapters/analytics-duckdb/index.ts'),
    import('../../adapters/link-threads/index.ts'),
    import('../../engine/batch-link/link-records.ts'),
    import('../../engine/batch-link/map.ts'),
  ])
  const map = linkMap(await writtenMap(options.map))
  const files = [options.input, ...(options.against === undefined ? [] : [options.against])]
  const threads = Number(options.threads ?? availableParallelism())
  const work = join(options.out, '.stages')
  await makeFolder(work)
  const tables = await openTables({ folder: options.out, work, files, threads, memory: 2 ** 30, signal })
  try {
    const deps = {
      tables,
      threads: linkThreads(threads),
      stages: { load: async () => undefined, save: async () => {} },
      watch: { signal, progress: () => {}, say: (text: string) => process.stderr.write(`${plain(text)}\n`) },
    }
    const linked = await linkRecords(deps, { files, map })
    await writeFile(join(options.out, 'model.json'), `${JSON.stringify(linked.model, null, 2)}\n`)
    if (options.json === true) process.stdout.write(`${plainJson(linked)}\n`)
    else print(linked)
  } finally {
    await tables.close()
  }
  await rm(work, { recursive: true })
}

function print(linked: Linked): void {
  process.stdout.write(
    `${linked.records} records, ${linked.compared} pairs compared, ${linked.linked} linked, ${linked.proposed} proposed.\n`,
  )
}

async function writtenMap(path: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(await readFile(path, 'utf8'), { maxAliasCount: 10 })
  } catch (cause) {
    throw badUsage(`The map "${path}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw storage(`The output folder "${folder}" cannot be made (${(cause as Error).message}). Choose another with --out.`, cause)
  }
}
