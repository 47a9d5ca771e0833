import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { LinkMap } from '../../engine/batch-link/map.ts'
import type { LinkRun } from '../../engine/batch-link/link-records.ts'
import { asAppError, badUsage } from '../../model/errors.ts'
import { linkProgress } from './link-progress.ts'
import { memoryOf, threadsOf } from './link-settings.ts'
import { linkLines } from './link-words.ts'
import { plain, plainJson, plainLines } from './plain.ts'
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

/** Ctrl-C stops at the next turn; a second one at once. Finished stages are kept either way. */
export async function linkCommand(options: LinkOptions): Promise<void> {
  const cancel = new AbortController()
  const onSignal = (): void => {
    if (cancel.signal.aborted) process.exit(EXIT.interrupted)
    cancel.abort()
    process.stderr.write('\nStopping. The same command goes on from the last finished stage. Press Ctrl-C again to stop at once.\n')
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    process.exitCode = await link(options, cancel.signal)
  } catch (error) {
    process.exitCode = complain(error)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

async function link(options: LinkOptions, signal: AbortSignal): Promise<number> {
  const [{ openTables }, { openStages }, { linkThreads }, { linkRecords }, { linkMap }] = await Promise.all([
    import('../../adapters/analytics-duckdb/index.ts'),
    import('../../adapters/link-stages/index.ts'),
    import('../../adapters/link-threads/index.ts'),
    import('../../engine/batch-link/link-records.ts'),
    import('../../engine/batch-link/map.ts'),
  ])
  const map = linkMap(await writtenMap(options.map))
  const files = [options.input, ...(options.against === undefined ? [] : [options.against])]
  if (options.against === options.input) throw badUsage('--against names the same file as --input. Leave it out to look within one file.')
  const threads = threadsOf(options.threads)
  const { checkFiles } = await import('../../adapters/analytics-duckdb/input.ts')
  await checkFiles(files)
  const memory = await memoryOf(options.memory, files, Object.keys(map.columns).length)
  const stages = await openStages({ out: options.out, files, settings: map })
  const progress = linkProgress()
  try {
    if (stages.says !== undefined) process.stderr.write(`${stages.says}\n`)
    const tables = await openTables({ folder: stages.folder, files, threads, memory, signal })
    let run: LinkRun
    try {
      const watch = {
        signal,
        progress: progress.show,
        rest,
        say: (text: string) => process.stderr.write(`${plain(text)}\n`),
      }
      run = await linkRecords({ tables, stages, threads: linkThreads(threads), watch }, { files, map })
    } finally {
      progress.end()
      await tables.close()
    }
    const written = await writeResults(options, map, run)
    await stages.finish()
    if (options.json === true) process.stdout.write(`${plainJson({ ...run.linked, files: written })}\n`)
    else process.stdout.write(`${plainLines(linkLines(run.linked, written))}\n`)
    return run.linked.leftOut.count > 0 ? EXIT.someFailed : EXIT.done
  } catch (error) {
    // What cannot be used as it is will not be gone on with.
    const { status, code } = asAppError(error)
    if (status < 500 && code !== 'cancelled' && code !== 'too-large') await stages.finish()
    throw error
  } finally {
    await stages.close()
  }
}

/**
 * Large arrays lie beside the heap, so the collector sees little reason to come before many of them have piled up; it is asked to where they
 * may have.
 */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const PILED_UP = 32 * 2 ** 20
let kept = 0

async function rest(): Promise<void> {
  if (process.memoryUsage().arrayBuffers > kept + PILED_UP) {
    collect()
    kept = process.memoryUsage().arrayBuffers
  }
  await new Promise((resolve) => setImmediate(resolve))
}

/** Results take their place only when all of them are there. */
async function writeResults({ out }: LinkOptions, map: LinkMap, { linked, files, sample }: LinkRun): Promise<readonly string[]> {
  const { linkSummary } = await import('../report/link-summary.ts')
  const { guarded } = await import('./link-faults.ts')
  return guarded(async () => {
    const written: string[] = []
    for (const file of files) {
      const to = join(out, basename(file))
      await rename(file, to)
      written.push(to)
    }
    for (const [name, text] of [
      ['model.json', `${JSON.stringify(linked.model, null, 2)}\n`],
      ['summary.html', linkSummary(linked, { map, sample })],
    ] as const) {
      await writeFile(join(out, name), text)
      written.push(join(out, name))
    }
    return written
  })
}

async function writtenMap(path: string): Promise<unknown> {
  const { parse } = await import('yaml')
  try {
    return parse(await readFile(path, 'utf8'), { maxAliasCount: 10 })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw badUsage(`There is no map "${path}". Check the path; docs/guides/link-accounts.md shows how a map is written.`)
    throw badUsage(`The map "${path}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
