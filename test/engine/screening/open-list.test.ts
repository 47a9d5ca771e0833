import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openShelf } from '../../../src/adapters/lists-fs/index.ts'
import { indexNames } from '../../../src/engine/lists/index-names.ts'
import type { ListVersion } from '../../../src/engine/lists/ports.ts'
import { openForName, openWhole } from '../../../src/engine/screening/open-list.ts'
import type { OpenList } from '../../../src/engine/screening/ports.ts'
import { aParty } from '../../support/opened-list.ts'

/** A kept version answers whatever became of its index: the entries are held to their hash, and the index follows from them. */
const parties = [aParty({ id: '1' }), aParty({ id: '2', name: 'SAMPLE, Bonaventura' })]
const good = indexNames(parties)
const version: ListVersion = {
  list: 'example-list',
  hash: 'a'.repeat(64),
  imported: '2026-01-02T00:00:00.000Z',
  reader: 'own@1',
  format: 'plain-csv',
  entries: 2,
  names: 2,
  notes: 0,
  files: [],
}
const ASK = { limit: 5, least: 0.8 }
const NAME = 'Bonaventura Sample'
const found = (list: OpenList): readonly string[] => list.index.search(NAME, ASK).map((one) => list.party(one.party).id)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-open-'))
  await openShelf(folder).keep(version, { files: [], parties, notes: [], index: good })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const damaged = (at: number): Uint8Array => good.map((byte, i) => (i === at ? byte ^ 0xff : byte))

test.each([
  ['sound', good],
  ['damaged in its header', damaged(9)],
  ['damaged further in', damaged(good.length - 1)],
  ['cut short', good.subarray(0, good.length - 4)],
  ['something else', new TextEncoder().encode('<html>')],
])('an index that is %s', async (_, bytes) => {
  await writeFile(join(folder, version.list, version.hash, 'names.index'), bytes)
  const shelf = openShelf(folder)
  expect(found(await openWhole(shelf, version))).toEqual(['2'])
  if (bytes !== good && bytes.length === good.length && bytes[9] === good[9]) return
  expect(
    found(
      await openForName(shelf, version, {
        subject: { id: '1', type: 'unknown', names: [NAME], births: [], identifiers: [], wallets: [], addresses: [] },
        least: ASK.least,
      }),
    ),
  ).toEqual(['2'])
})
