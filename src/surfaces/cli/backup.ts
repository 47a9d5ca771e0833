import process from 'node:process'
import pc from 'picocolors'
import { openBeside } from '../../adapters/beside/index.ts'
import { writeDurably } from '../../adapters/keys/durable-file.ts'
import { asAppError } from '../../model/errors.ts'
import { backupKey, existingKey, keyPlace } from '../backup/key.ts'
import { restoreFiles, restoreRows, settleRestored } from '../backup/restore.ts'
import { writeBackup } from '../backup/write.ts'
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { count } from './lookback-print.ts'
import { plain } from './plain.ts'
import { complain, EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function backupCommand(entry: Entry, options: DataOptions & { readonly out: string; readonly key?: string }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, store, beside }, signal) => {
    const place = options.key ?? keyPlace(options.data)
    const { key, made } = await backupKey(place)
    const done = await writeBackup({
      store,
      data: options.data,
      beside,
      out: options.out,
      key,
      now: deps.clock.now(),
      watch: { signal, progress: () => undefined },
    })
    const rows = Object.values(done.about.rows).reduce((sum, n) => sum + n, 0)
    process.stdout.write(
      plain(`${options.out}: ${count(rows, 'row')}, ${count(done.files, 'part')}, ${Math.ceil(done.bytes / 1024)} KB. Encrypted.\n`) +
        plain(`${done.keys}: the keys of the stored files. Keep it elsewhere than ${options.out}.\n`),
    )
    if (made)
      process.stdout.write(
        pc.bold(
          plain(
            `The key of the backups was made: ${place}. Without it nobody can restore them. Copy it to a place apart from this machine now.\n`,
          ),
        ),
      )
    return EXIT.done
  })
}

export interface RestoreOptions extends DataOptions {
  readonly key: string
  readonly keys?: string
}

/** Into a folder that is empty and a database that is empty. Exit code 2 when a person has to look at something. */
export async function restoreCommand(entry: Entry, file: string, options: RestoreOptions): Promise<void> {
  const { data } = options
  let about: Awaited<ReturnType<typeof restoreFiles>>
  try {
    const key = await existingKey(options.key)
    about = await restoreFiles({ file, keys: options.keys ?? `${file}.keys`, key, data })
  } catch (error) {
    process.exitCode = complain(error)
    return
  }
  let filled = false
  await inWorkplace(entry, options, async ({ deps, catalog, store }, signal) => {
    const key = await existingKey(options.key)
    await restoreRows(store, { file, key }, about)
    filled = true
    const place = keyPlace(data)
    await writeDurably(place, Buffer.from(`${Buffer.from(key).toString('base64')}\n`), { wip: dirname(place), onlyIfNew: true })
    const more = options.beside === undefined ? [] : await openBeside(options.beside).forgotten()
    const done = await settleRestored(deps, catalog, { about, data, more, signal })
    process.stdout.write(
      `Restored as of ${about.made}: ${count(done.tenants, 'tenant')}, ${count(done.rows, 'row')}. The log ends as it did and is whole.\n`,
    )
    if (done.forgotten.length > 0)
      process.stdout.write(`${count(done.forgotten.length, 'candidate')} forgotten since the backup: forgotten again.\n`)
    for (const persona of done.held)
      process.stdout.write(
        plain(
          `${persona} is on legal hold in the backup and was forgotten after it. Decide: \`bonafide forget ${persona}\`, or keep it.\n`,
        ),
      )
    if (done.missing > 0) process.stdout.write(`${count(done.missing, 'stored file')} missing: hand the originals in again.\n`)
    return done.held.length + done.missing > 0 ? EXIT.someFailed : EXIT.done
  }).catch((error: unknown) => {
    throw asAppError(error)
  })
  // What could not be filled would be taken for a data folder without candidates.
  if (!filled) await rm(data, { recursive: true, force: true })
}
