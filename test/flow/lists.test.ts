import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findVersion } from '../../src/engine/lists/find-version.ts'
import { notYetLooked } from '../../src/engine/lists/not-yet-looked.ts'
import { listStatuses } from '../../src/engine/lists/status.ts'
import { putInForce, type ListDeps } from '../../src/engine/lists/put-in-force.ts'
import { takeIn } from '../../src/engine/lists/take-in.ts'
import { aliasesFile, fixtureList, knowing, partiesFile, someLines } from '../support/fixture-list.ts'
import { counts, file, openListDesk, type ListDesk } from '../support/list-desk.ts'

/** Versions of lists: what is taken in, what is refused, and what stays in force meanwhile. */

const list = fixtureList('https://lists.example.com')
let desk: ListDesk
beforeEach(async () => (desk = await openListDesk(list)))
afterEach(() => desk.close())

describe('import', () => {
  test('the first version, by content and not by name; twice the same is nothing new', async () => {
    const taken = await desk.hand([
      file(partiesFile(someLines(5), '2026-10-01'), 'renamed.dat'),
      file(aliasesFile([['p-0001', 'Sample']]), 'x'),
    ])
    expect([taken.state, taken.previous, taken.delta, taken.notes]).toEqual(['new', undefined, undefined, []])
    expect(taken.version).toMatchObject({
      list: list.id,
      published: '2026-10-01',
      format: 'with-aliases',
      reader: 'example-list@1',
      entries: 5,
      names: 6,
    })
    expect((await desk.shelf.parties(taken.version))[0]?.names[1]).toEqual({ full: 'Sample', kind: 'alias', quality: 'weak' })
    const again = await desk.hand([
      file(aliasesFile([['p-0001', 'Sample']]), 'b.txt'),
      file(partiesFile(someLines(5), '2026-10-01'), 'a.txt'),
    ])
    expect([again.state, again.version.hash]).toEqual(['known', taken.version.hash])
    expect((await desk.log()).map((row) => [row.action, row.subject])).toEqual([['list-in-force', taken.version.hash]])
  })

  test('a new version says exactly what it changes', async () => {
    const first = await desk.hand(partiesFile(someLines(5), '2026-10-01'))
    const lines = someLines(6).filter((line) => line.id !== 'p-0002')
    lines[0] = { ...lines[0]!, programme: 'OTHER' }
    const second = await desk.hand(partiesFile(lines, '2026-10-08'))
    expect([second.state, second.previous, counts(second)]).toEqual(['new', first.version, [1, 1, 1, 3]])
    expect(second.delta?.changed[0]?.fields).toEqual([{ field: 'programmes', removed: ['EXAMPLE'], added: ['OTHER'] }])
    const [, row] = await desk.log()
    expect(row?.detail).toMatchObject({ list: list.id, previous: first.version.hash, entries: 5, added: 1, removed: 1, changed: 1 })
    // Counts, ids and hashes only.
    expect(JSON.stringify(await desk.log())).not.toContain('Example Party')
  })

  test('a file of the past fills in the past and stays out of force', async () => {
    const today = await desk.hand(partiesFile(someLines(10), '2026-10-01'))
    const past = await desk.hand(partiesFile(someLines(3), '2023-05-19'))
    expect([past.state, past.delta, await desk.inForce()]).toEqual(['past', undefined, today.version.hash])
    expect((await desk.shelf.versions(list.id)).map((v) => v.published)).toEqual(['2023-05-19', '2026-10-01'])
    expect((await desk.hand(partiesFile(someLines(3), '2023-05-19'))).state).toBe('past')
    expect((await desk.log()).map((row) => row.action)).toEqual(['list-in-force', 'list-kept'])
  })

  test('the day that a person says holds where the files say none', async () => {
    expect((await desk.hand(partiesFile(someLines(3)), { published: '2023-05-19' })).version.published).toBe('2023-05-19')
    expect((await desk.hand(partiesFile(someLines(4), '2023-06-01'), { published: '2023-05-19' })).version.published).toBe('2023-06-01')
  })

  test('a publisher’s file that nobody dates takes the place of no dated one; a list of one’s own is of its import', async () => {
    const dated = await desk.hand(partiesFile(someLines(3), '2026-10-01'))
    await expect(desk.hand(partiesFile(someLines(4)))).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(/Say it with --published/),
    })
    expect((await desk.shelf.versions(list.id)).length).toBe(1)
    expect((await desk.hand(partiesFile(someLines(4)), { published: '2023-05-19' })).state).toBe('past')
    expect(await desk.inForce()).toBe(dated.version.hash)
    await desk.hand(partiesFile(someLines(3)), { as: 'our-own', published: '2026-10-01' })
    expect((await desk.hand(partiesFile(someLines(4)), { as: 'our-own' })).state).toBe('new')
  })

  test('a day that was said wrongly is corrected by the same files, is written to the log, and the newest is in force then', async () => {
    const old = await desk.hand(partiesFile(someLines(5)), { published: '2026-09-01' })
    const wrong = await desk.hand(partiesFile(someLines(6)), { published: '2026-10-08' })
    const corrected = await desk.hand(partiesFile(someLines(6)), { published: '2021-07-15' })
    expect(corrected).toMatchObject({
      state: 'new',
      corrected: { from: '2026-10-08', version: { hash: wrong.version.hash, published: '2021-07-15' } },
    })
    expect([corrected.version.hash, counts(corrected), await desk.inForce()]).toEqual([old.version.hash, [0, 1, 0, 5], old.version.hash])
    expect((await desk.shelf.versions(list.id)).map((v) => v.published)).toEqual(['2021-07-15', '2026-09-01'])
    await desk.shelf.check(corrected.corrected!.version)
    const back = await desk.hand(partiesFile(someLines(6)), { published: '2026-10-09' })
    expect([back.state, await desk.inForce()]).toEqual(['new', wrong.version.hash])
    const [still] = [await desk.hand(partiesFile(someLines(5)), { published: '2026-09-02' })]
    expect([still.state, still.corrected?.from, await desk.inForce()]).toEqual(['past', '2026-09-01', wrong.version.hash])
    const rows = (await desk.log()).filter((row) => row.action === 'list-dated')
    expect(rows.map((row) => [row.subject, row.detail])).toEqual([
      [wrong.version.hash, { list: list.id, from: '2026-10-08', to: '2021-07-15', room: 'sanctions' }],
      [wrong.version.hash, { list: list.id, from: '2021-07-15', to: '2026-10-09', room: 'sanctions' }],
      [old.version.hash, { list: list.id, from: '2026-09-01', to: '2026-09-02', room: 'sanctions' }],
    ])
  })

  test('what the files say of their day is nobody else’s to correct', async () => {
    const taken = await desk.hand(partiesFile(someLines(5), '2026-10-01'))
    const again = await desk.hand(partiesFile(someLines(5), '2026-10-01'), { published: '2020-01-01' })
    expect([again.state, again.version, again.corrected]).toEqual(['known', taken.version, undefined])
  })

  test('a day that has not come is not believed: it would keep every later version out of force', async () => {
    const taken = await desk.hand(partiesFile(someLines(3), '2099-01-01'))
    expect([taken.version.published, taken.notes.map((note) => note.kind)]).toEqual([undefined, ['odd']])
    expect((await desk.hand(partiesFile(someLines(4), '2026-11-01'))).state).toBe('new')
  })

  test('a list of one’s own needs no publisher', async () => {
    const taken = await desk.hand(partiesFile(someLines(2)), { as: 'our-own' })
    expect(taken.version).toMatchObject({ list: 'our-own', reader: 'our-own@1' })
    expect(await desk.shelf.lists()).toEqual(['our-own'])
    await expect(desk.hand(partiesFile(someLines(2)), { as: '../outside' })).rejects.toThrow(/cannot name a list/)
  })

  test('a new reading of the same files is another version', async () => {
    const text = partiesFile(someLines(3), '2026-10-01')
    const first = await desk.hand(text)
    const second = await takeIn(desk.deps, knowing(fixtureList('https://lists.example.com', 2)), desk.actor, {
      as: list.id,
      files: [file(text)],
    })
    expect([second.state, second.version.reader, second.version.hash === first.version.hash]).toEqual(['new', 'example-list@2', false])
    expect(counts(second)).toEqual([0, 0, 0, 3])
  })

  test('what is left out is told with its place, kept, and told again', async () => {
    const lines = [...someLines(3), { id: 'p-0003', name: 'Twice' }, { id: 'p-9', name: '' }, { id: 'p-10', name: 'x'.repeat(10_000) }]
    const taken = await desk.hand([file(partiesFile(lines)), file('something else', 'read-me.txt')])
    expect(taken.version.entries).toBe(3)
    expect(taken.notes.map(({ kind, at }) => [kind, at])).toEqual([
      ['left-out', 'parties.txt line 6'],
      ['left-out', 'parties.txt line 5'],
      ['left-out', 'parties.txt line 7'],
      ['left-out', 'read-me.txt'],
    ])
    expect(await desk.shelf.notes(taken.version)).toEqual(taken.notes)
    expect((await desk.hand([file(partiesFile(lines))])).notes).toEqual(taken.notes)
  })
})

describe('files that are refused leave everything as it was', () => {
  const PAGE = '<!DOCTYPE html>\n<html><body>Sign in</body></html>'
  test.each<[string, string | Uint8Array, RegExp]>([
    ['a page of HTML', PAGE, /is a web page and no list/],
    ['a page with a byte order mark', `\uFEFF\n${PAGE}`, /is a web page and no list/],
    ['an XHTML page', `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>`, /is a web page/],
    ['nothing', '', /is empty/],
    ['a list without an entry', partiesFile([]), /no entry/],
    ['a list that is cut off', partiesFile(someLines(9)).slice(0, 100), /ends before its last line/],
    ['another encoding', Buffer.from(partiesFile(someLines(3)), 'utf16le'), /not recognised/],
    ['noise', Buffer.from([0, 1, 2, 255]), /not recognised/],
    ['a version that shrank', partiesFile(someLines(7)), /has 7 entries and had 10 before; it shrank by more than 20 %/],
  ])('%s', async (_, content, says) => {
    const before = await desk.hand(partiesFile(someLines(10)))
    await expect(desk.hand([file(content)])).rejects.toThrow(says)
    expect([await desk.inForce(), (await desk.shelf.versions(list.id)).length, (await desk.log()).length]).toEqual([
      before.version.hash,
      1,
      1,
    ])
  })

  test('two files of one name', async () => {
    await expect(desk.hand([file(partiesFile(someLines(2)), 'a.TXT'), file(aliasesFile([]), 'a.txt')])).rejects.toThrow(/Two of the files/)
  })

  test('a version that shrank by 20 % exactly is taken, and a smaller one by force', async () => {
    await desk.hand(partiesFile(someLines(10)))
    expect((await desk.hand(partiesFile(someLines(8)))).state).toBe('new')
    expect(counts(await desk.hand(partiesFile(someLines(2)), { force: true }))).toEqual([0, 6, 0, 2])
  })
})

describe('a run that is stopped', () => {
  /** The shelf fails at one step, as if the process had been killed there. */
  const dying = (step: 'use' | 'keep'): ListDeps => ({
    ...desk.deps,
    shelf: { ...desk.shelf, [step]: () => Promise.reject(new Error('killed')) },
  })

  test.each(['keep', 'use'] as const)('before it could %s leaves the old version in force, and the next run finishes it', async (step) => {
    const before = await desk.hand(partiesFile(someLines(5), '2026-10-01'))
    const files = [file(partiesFile(someLines(6), '2026-10-08'))]
    await expect(takeIn(dying(step), knowing(list), desk.actor, { as: list.id, files })).rejects.toThrow('killed')
    expect(await desk.inForce()).toBe(before.version.hash)
    const after = await desk.hand(files)
    expect([after.state, after.previous?.hash, counts(after)]).toEqual(['new', before.version.hash, [1, 0, 0, 5]])
    expect(await desk.inForce()).toBe(after.version.hash)
  })

  test('nothing comes in force that is not in the log', async () => {
    const store = { ...desk.deps.store, tx: () => Promise.reject(new Error('no database')) }
    await expect(
      takeIn({ ...desk.deps, store }, knowing(list), desk.actor, { as: list.id, files: [file(partiesFile(someLines(5)))] }),
    ).rejects.toThrow()
    expect(await desk.inForce()).toBeUndefined()
  })
})

describe('who is still to be looked at', () => {
  test('what came in force since the last look, also after a run that was stopped before it looked', async () => {
    const { shelf } = desk
    const first = await desk.hand(partiesFile(someLines(5), '2026-10-01'))
    expect(await notYetLooked(shelf, first)).toBe(first)
    await shelf.noteLooked(first.version)
    expect(await notYetLooked(shelf, first)).toBeUndefined()
    const second = await desk.hand(partiesFile(someLines(6), '2026-10-08'))
    expect(await notYetLooked(shelf, second)).toBe(second)
    // Killed here. The next run finds nothing new, and there is still somebody to look at.
    const again = await desk.hand(partiesFile(someLines(6), '2026-10-08'))
    const left = await notYetLooked(shelf, again)
    expect([again.state, left?.version.hash, left?.previous?.hash, left?.delta]).toEqual([
      'known',
      second.version.hash,
      first.version.hash,
      second.delta,
    ])
    // Another version on top: what is looked at is the way from the last look to now, not the last step.
    const third = await desk.hand(partiesFile(someLines(7), '2026-10-15'))
    expect((await notYetLooked(shelf, third))?.delta?.added.map((party) => party.id)).toEqual(['p-0006', 'p-0007'])
    await shelf.noteLooked(third.version)
    const past = await desk.hand(partiesFile(someLines(2), '2020-01-01'))
    expect([past.state, await notYetLooked(shelf, past)]).toEqual(['past', undefined])
  })

  test('everybody, where the version of the last look is damaged', async () => {
    const first = await desk.hand(partiesFile(someLines(5), '2026-10-01'))
    await desk.shelf.noteLooked(first.version)
    await writeFile(join(desk.folder, 'lists', list.id, first.version.hash, 'parties.jsonl'), '')
    const second = await desk.hand(partiesFile(someLines(6), '2026-10-08'))
    expect(await notYetLooked(desk.shelf, second)).toMatchObject({ delta: undefined })
  })
})

describe('damage', () => {
  test('to the version in force: the next one is taken, and what changed is not made up', async () => {
    const first = await desk.hand(partiesFile(someLines(5), '2026-10-01'))
    await writeFile(join(desk.folder, 'lists', list.id, first.version.hash, 'parties.jsonl'), '')
    const second = await desk.hand(partiesFile(someLines(6), '2026-10-08'))
    expect([second.state, second.previous?.hash, second.delta]).toEqual(['new', first.version.hash, undefined])
  })

  test('is mended by the same files', async () => {
    const text = partiesFile(someLines(5), '2026-10-01')
    const first = await desk.hand(text)
    await writeFile(join(desk.folder, 'lists', list.id, first.version.hash, 'version.json'), '{}')
    await expect(desk.shelf.current(list.id)).rejects.toThrow(/damaged/)
    expect((await desk.hand(text)).version.hash).toBe(first.version.hash)
    expect((await desk.shelf.parties(first.version)).length).toBe(5)
  })
})

describe('versions by what a person calls them', () => {
  test('digits, days and `current`; what can mean two is asked back', async () => {
    const first = (await desk.hand(partiesFile(someLines(5), '2024-01-10'))).version
    const second = (await desk.hand(partiesFile(someLines(6), '2024-06-10'))).version
    await desk.hand(partiesFile(someLines(2), '2024-06-10'), { as: 'our-own' })
    const found = async (asked: string, of?: string) => (await findVersion(desk.shelf, asked, of)).hash
    expect(await found(first.hash.slice(0, 12))).toBe(first.hash)
    expect([await found('2024-06-09', list.id), await found('2024-06-10', list.id), await found('current', list.id)]).toEqual([
      first.hash,
      second.hash,
      second.hash,
    ])
    expect(await found('2024-02-01')).toBe(first.hash)
    await expect(found('current')).rejects.toThrow(/can mean .* Say which list/)
    for (const nothing of ['2020-01-01', 'ffff', 'abc', 'x'.repeat(70), '..']) await expect(found(nothing)).rejects.toThrow(/is no version/)
  })

  test('another kept version is put in force, and says what that changes', async () => {
    const first = await desk.hand(partiesFile(someLines(5), '2024-01-10'))
    const second = await desk.hand(partiesFile(someLines(6), '2024-06-10'))
    const back = await putInForce(desk.deps, desk.actor, first.version)
    expect([back.state, back.previous?.hash, counts(back), await desk.inForce()]).toEqual([
      'new',
      second.version.hash,
      [0, 1, 0, 5],
      first.version.hash,
    ])
    expect((await putInForce(desk.deps, desk.actor, first.version)).state).toBe('known')
    expect((await desk.log()).map((row) => row.action)).toEqual(['list-in-force', 'list-in-force', 'list-in-force'])
  })
})

describe('status', () => {
  const status = async (at: string) =>
    (await listStatuses(desk.shelf, knowing(list), at)).map(({ list: id, age, stale, kept, fault }) => ({
      id,
      age,
      stale,
      kept,
      damaged: fault !== undefined,
    }))

  test('not loaded, fresh, stale, confirmed by the publisher, damaged', async () => {
    expect(await status(desk.now)).toEqual([{ id: list.id, age: undefined, stale: false, kept: 0, damaged: false }])
    const { version } = await desk.hand(partiesFile(someLines(5), '2026-10-30'))
    await desk.shelf.noteFetched(list.id, { version: version.hash, checked: desk.now, marks: [] })
    expect(await status('2026-11-02T00:00:00.000Z')).toEqual([{ id: list.id, age: 3, stale: false, kept: 1, damaged: false }])
    // What the publisher confirmed on the first is good for three days from then.
    expect(await status('2026-11-04T10:00:00.000Z')).toEqual([{ id: list.id, age: 5, stale: false, kept: 1, damaged: false }])
    expect(await status('2026-11-05T10:00:00.000Z')).toEqual([{ id: list.id, age: 6, stale: true, kept: 1, damaged: false }])
    await writeFile(join(desk.folder, 'lists', list.id, version.hash, 'files', 'parties.txt'), 'x')
    expect(await status(desk.now)).toMatchObject([{ damaged: true }])
    expect((await readdir(join(desk.folder, 'lists', list.id))).length).toBeGreaterThan(1)
  })
})
