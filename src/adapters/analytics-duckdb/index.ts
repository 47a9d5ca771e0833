import { join } from 'node:path'
import type { LinkTables } from '../../engine/batch-link/ports.ts'
import { Database, type DatabaseSettings } from './database.ts'
import { type Format, formatOf, headerOf, takeIn, type TakenIn } from './input.ts'
import { openTable } from './table.ts'

/** Tables of records on DuckDB. `folder`: where it works; `out`: where the results go. The folder lies in `out`. */
export async function openTables(settings: DatabaseSettings & { readonly work: string }): Promise<LinkTables> {
  const formats = new Map<string, Format>()
  for (const file of settings.files) formats.set(file, await formatOf(file))
  const db = await Database.open(settings)
  return {
    header: (file) => headerOf(db, file, formats.get(file)!),
    async read({ files, map }) {
      const taken: { file: string; taken: TakenIn }[] = []
      for (const [i, file] of files.entries()) {
        const copy = join(settings.work, `records-${i}.parquet`)
        taken.push({
          file,
          taken: await takeIn(db, { file, format: formats.get(file)!, id: map.id, columns: Object.keys(map.columns), copy }),
        })
      }
      return openTable({ db, map, folder: settings.work, out: settings.folder }, taken)
    },
    close: async () => db.close(),
  }
}
