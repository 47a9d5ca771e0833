import type { Catalog } from '../../kit/catalog.ts'
import { badUsage } from '../../model/errors.ts'
import { handIn } from '../jobs/hand-in.ts'
import type { JobDeps } from '../jobs/runs.ts'
import { recognise, type ReceivedFile } from '../intake.ts'
import type { Tx } from '../ports.ts'
import { PERSON } from './through-link.ts'

const MOST_FILES = 10

/** Refuses what cannot be read before the link is used up, so that the person can send it in another form. */
export function refuseFiles(catalog: Catalog, files: readonly ReceivedFile[]): void {
  if (files.length > MOST_FILES)
    throw badUsage(`That are ${files.length} files; at most ${MOST_FILES} are taken. Put several into one document.`)
  for (const file of files) recognise(catalog.readers, file)
}

/** Writes the act down, and hands its files in for the same persona in the same transaction; `run` reads them. */
export async function withFiles(
  deps: JobDeps,
  catalog: Catalog,
  from: { readonly tenant: string; readonly persona: string; readonly files: readonly ReceivedFile[] },
  write: (tx: Tx, run: string | undefined) => Promise<void>,
): Promise<void> {
  const { tenant, persona, files } = from
  if (files.length === 0) return deps.store.tx(tenant, (tx) => write(tx, undefined))
  await handIn(deps, catalog, { tenant, id: PERSON }, { source: persona, files, to: persona, also: write })
}
