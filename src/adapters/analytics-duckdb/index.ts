import { join } from 'node:path'
import type { LinkTables } from '../../engine/batch-link/ports.ts'
import { Database, type DatabaseSettings } from './database.ts'
import { type Format, formatOf, headerOf, takeIn } from './input.ts'
import { openTable, type ReadFile, sortByIds } from './table.ts'

/** Tables of records on DuckDB. What it keeps for itself and what it writes lies in `folder`. */
export async function openTables(settings: DatabaseSettings): Promise<LinkTables> {
  const formats = new Map<string, Format>()
  for (const file of settings.files) formats.set(file, await formatOf(file))
  const db = await Database.open(settings)
  const { folder, files, threads, memory } = settings
  const columns = { folder, files, threads, memory }
  return {
    header: (file) => headerOf(db, file, formats.get(file)!),
    async read({ files, map, earlier }) {
      const work = { db, map, folder, inOrder: () => Database.open({ ...settings, inOrder: true }), columns }
      if (earlier !== undefined) return openTable(work, earlier as readonly ReadFile[])
      const taken: ReadFile[] = []
      for (const [i, file] of files.entries()) {
        const wanted = { file, format: formats.get(file)!, id: map.id, columns: Object.keys(map.columns) }
        taken.push({ file, taken: await takeIn(db, { ...wanted, copy: join(folder, `records-${i}.parquet`) }) })
      }
      await sortByIds(work, taken)
      return openTable(work, taken)
    },
    close: async () => db.close(),
  }
}
