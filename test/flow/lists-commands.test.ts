import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openReadingShelf } from '../../src/adapters/lists-fs/reading-shelf.ts'
import { lists } from '../../src/catalog/lists.gen.ts'
import { openNameIndex } from '../../src/compute/name-index/name-index.ts'
import { bonafide, bonafideAlone, startBonafide, type Ran } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'
import { openPublisher, type Publisher } from '../support/publisher.ts'

/** Every run that writes to the log opens a database, which takes a loaded machine long. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

/** `bonafide lists` through the real program, with the lists of the catalogue and a publisher on loopback. */

let cwd: string
let publisher: Publisher
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-lists-'))
  for (const data of ['stale', 'mirror', 'killed', 'real']) await putNewDatabase(join(cwd, data, 'db'))
  publisher = await openPublisher()
})
afterAll(async () => {
  await publisher.close()
  await rm(cwd, { recursive: true, force: true })
})

const run = (...args: string[]): Promise<Ran> => bonafide(['lists', ...args], cwd)
const put = (name: string, text: string): Promise<void> => writeFile(join(cwd, name), text)
const said = (ran: Ran): unknown => JSON.parse(ran.stdout)
const shelfOf = (data: string) => openReadingShelf(join(cwd, data, 'lists'))
const csv = (...rows: string[]): string => ['id,name,type,alias', ...rows, ''].join('\n')

describe('a list of one’s own, from file to delta', () => {
  let first: Ran
  let second: Ran
  beforeAll(async () => {
    await put(
      'one.csv',
      csv('1,Harbour Lantern Trading,organisation,Lantern Trade', '2,Ida Sample,person,', '3,Quay Nine Logistics,organisation,'),
    )
    await put(
      'two.csv',
      csv(
        '3,Quay Nine Logistics,organisation,Quay 9',
        '1,Harbour Lantern Trading,organisation,Lantern Trade',
        '4,Old Slip Holdings,organisation,',
      ),
    )
    first = await run('import', 'one.csv', '--as', 'our-own', '--published', '2025-10-01', '--data', 'own')
    second = await run('import', 'two.csv', '--as', 'our-own', '--published', '2025-11-01', '--data', 'own')
  })

  test('import says what is in force and what changed', () => {
    expect([first.code, second.code]).toEqual([0, 0])
    expect(first.stderr).toContain('a list of your own')
    // That is for those who judge candidates, and is said when the first one comes in.
    expect(first.stderr).not.toContain('candidate')
    expect(first.stdout).toMatch(/our-own {2}[0-9a-f]{12}, published 2025-10-01, 3 entries, 4 names: in force now\./)
    expect(second.stdout).toContain('1 added, 1 removed, 1 changed, 1 as before')
  })

  test('status and delta open no database', async () => {
    await mkdir(join(cwd, 'no-database'))
    await mkdir(join(cwd, 'no-database', 'lists'))
    const status = await run('status', '--data', 'no-database', '--json')
    const delta = await run('delta', 'one.csv', 'two.csv', '--data', 'no-database', '--json')
    expect([status.code, delta.code]).toEqual([0, 0])
    expect((said(status) as { lists: { list: string; loaded: boolean }[] }).lists).toEqual(
      lists.map((list) => expect.objectContaining({ list: list.id, loaded: false, stale: false }) as unknown),
    )
    expect(await readdir(join(cwd, 'no-database'))).toEqual(['lists'])
    expect(existsSync(join(cwd, '.bonafide'))).toBe(false)
  })

  test.each([
    ['2025-10-15', 'current'],
    ['one.csv', 'two.csv'],
    ['one.csv', '2025-11-01'],
  ])('delta of %s and %s', async (a, b) => {
    const ran = await run('delta', a, b, '--list', 'our-own', '--data', 'own', '--json')
    expect(ran.code).toBe(0)
    expect(said(ran)).toMatchObject({
      from: { list: 'our-own', entries: 3 },
      to: { list: 'our-own', entries: 3 },
      added: [{ id: '4', name: 'Old Slip Holdings' }],
      removed: [{ id: '2', name: 'Ida Sample' }],
      changed: [{ id: '3', fields: [{ field: 'names', removed: [], added: [{ full: 'Quay 9', kind: 'alias', quality: 'strong' }] }] }],
      unchanged: 1,
    })
  })

  test('the index of names leads to the entry', async () => {
    const shelf = shelfOf('own')
    const version = (await shelf.current('our-own'))!
    const [hit] = openNameIndex(await shelf.index(version)).search('Quay 9', { limit: 1, least: 0.5 })
    expect((await shelf.rows(version, [hit!.party]))[0]?.id).toBe('3')
  })

  test('status of one list has its versions; `use` goes back to one', async () => {
    const before = said(await run('status', 'our-own', '--data', 'own', '--json')) as { versions: { hash: string; inForce: boolean }[] }
    expect(before.versions.map((version) => version.inForce)).toEqual([false, true])
    const back = await run('use', 'our-own', before.versions[0]!.hash.slice(0, 8), '--data', 'own')
    expect([back.code, back.stdout]).toEqual([0, expect.stringContaining('in force now, after') as string])
    expect((await shelfOf('own').current('our-own'))?.hash).toBe(before.versions[0]!.hash)
  })

  test('what is left out is named, and is exit code 2', async () => {
    await put('odd.csv', csv('1,Harbour Lantern Trading,organisation,', '5,,person,'))
    const ran = await run('import', 'odd.csv', '--as', 'our-odd', '--data', 'own')
    expect(ran.code).toBe(2)
    expect(ran.stdout).toMatch(/left out; nobody is compared with these/)
  })

  test('a list that is stale or damaged is said loudly, and is exit code 2', async () => {
    await put('old.csv', csv('1,Harbour Lantern Trading,organisation,'))
    await run('import', 'old.csv', '--as', 'our-old', '--published', '2019-01-01', '--data', 'stale')
    const stale = await run('status', '--data', 'stale')
    expect([stale.code, stale.stdout]).toEqual([2, expect.stringMatching(/STALE: more than \d+ days old/) as string])
    const version = (await shelfOf('stale').current('our-old'))!
    await writeFile(join(cwd, 'stale', 'lists', 'our-old', version.hash, 'names.index'), 'x')
    const damaged = await run('status', '--data', 'stale')
    expect([damaged.code, damaged.stdout]).toEqual([2, expect.stringContaining('DAMAGED') as string])
  })
})

describe('a set without one of its files', () => {
  const sample = resolve(import.meta.dirname, '../../src/catalog/lists/ofac-sdn/samples/csv')
  const LACKS = /ALT\.CSV is not among the files: nobody is found by another name/

  test('is said on import, each time, by status and with every answer, and ends with 2 until it is whole', async () => {
    await copyFile(join(sample, 'sdn.csv'), join(cwd, 'sdn.csv'))
    const main = () => run('import', 'sdn.csv', '--as', 'ofac-sdn', '--published', '2026-11-01', '--data', 'partly')
    for (const ran of [await main(), await main()]) expect([ran.code, ran.stdout]).toEqual([2, expect.stringMatching(LACKS) as string])
    const status = await run('status', '--data', 'partly')
    expect([status.code, status.stdout]).toEqual([2, expect.stringMatching(/INCOMPLETE: ALT\.CSV/) as string])
    await put('ask.csv', 'id,name\n1,Somebody Else\n')
    const file = await bonafide(['names', 'screen', '--query', 'ask.csv', '--json', '--data', 'partly'], cwd)
    expect(said(file)).toMatchObject({ coverage: { incomplete: ['ofac-sdn'], says: expect.stringMatching(LACKS) as string } })
    const one = await bonafide(['names', 'screen', 'Somebody Else', '--data', 'partly'], cwd)
    expect(one.stdout).toMatch(LACKS)
    const whole = await run('import', sample, '--as', 'ofac-sdn', '--published', '2026-11-02', '--data', 'partly')
    expect(whole.stdout).not.toMatch(/is not among the files/)
    const after = await run('status', '--data', 'partly')
    expect(after.stdout).not.toContain('INCOMPLETE')
  })
})

describe('wrong usage says what to do and makes nothing', () => {
  test.each<[string[], RegExp]>([
    [['import', 'nowhere.csv', '--as', 'x1'], /There is no file or folder "nowhere.csv"/],
    [['import', 'one.csv', '--as', 'x1', '--published', '2026-02-30'], /is no day/],
    [['import', 'one.csv', '--as', 'x1', '--published', '2999-01-01'], /has not come yet/],
    [['import', 'one.csv', '--as', '../x'], /cannot name a list/],
    [['update', '--from', 'https://lists.example.com/a'], /Name that list with --list/],
    [['update', '--list', 'no-such-list'], /is no list that the program knows/],
    [['update', '--list', lists[0]!.id, '--from', 'file:///etc/hosts'], /no address that starts with/],
    [['delta', 'current', '2026-01-01'], /is no version of any list/],
    [['status', 'our-own'], /No version of "our-own" is kept/],
  ])('%j', async (args, says) => {
    const ran = await run(...args, '--data', 'wrong')
    expect([ran.code, ran.stderr]).toEqual([64, expect.stringMatching(says) as string])
    expect(await shelfOf('wrong').lists()).toEqual([])
  })
})

describe('update', () => {
  const sample = (list: string, ...path: string[]): string =>
    resolve(import.meta.dirname, '../../src/catalog/lists', list, 'samples', ...path)

  test('from a mirror: 200, then 304, then a page instead of the list', async () => {
    publisher.put('/consolidated.xml', await readFile(sample('un-security-council', 'three-entries', 'list.xml')))
    const update = () => run('update', '--list', 'un-security-council', '--from', `${publisher.base}/consolidated.xml`, '--data', 'mirror')
    const [first, second] = [await update(), await update()]
    // The sample has an entry that cannot be used, and says so both times.
    expect([first.code, second.code, first.stderr + second.stderr]).toEqual([2, 2, expect.stringContaining('consolidated.xml') as string])
    expect(first.stdout).toContain('in force now')
    expect(second.stdout).toContain('in force already, nothing new')
    expect(publisher.asked.map((one) => one.status)).toEqual([200, 304])
    publisher.put('/consolidated.xml', '<!doctype html><title>Maintenance</title>')
    const page = await update()
    expect([page.code, page.stderr]).toEqual([64, expect.stringContaining('web page and no list') as string])
    expect((await shelfOf('mirror').versions('un-security-council')).length).toBe(1)
  })

  test('of several goes on past one that cannot be had, says which, and what is in force', async () => {
    // Nothing listens there, so that the publisher is not reached and nobody else is either.
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    for (const name of ['HTTPS_PROXY', 'https_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9')
    for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '')
    // Of its own: a process that stands by has the environment that it was started with.
    const args = ['lists', 'update', '--list', 'eu-consolidated', 'public-designations', '--data', 'several']
    const ran = await bonafideAlone(args, cwd).finally(() => vi.unstubAllEnvs())
    expect([ran.code, ran.stdout]).toEqual([2, expect.stringContaining('in force now') as string])
    expect(ran.stderr).toMatch(/Not updated: eu-consolidated\. In force: eu-consolidated not at all.*; public-designations of 20\d\d-/)
  })

  test('of a list that comes with the program asks nobody', async () => {
    const before = publisher.asked.length
    const ran = await run('update', '--list', 'public-designations', '--data', 'mirror')
    expect([ran.code, ran.stdout, publisher.asked.length - before]).toEqual([0, expect.stringContaining('in force now') as string, 0])
  })
})

test('a run that is killed in the middle leaves the old version in force; the next one finishes', async () => {
  await put('small.csv', csv('1,Harbour Lantern Trading,organisation,'))
  await put('large.csv', csv(...Array.from({ length: 20_000 }, (_, i) => `${i + 1},Example Party ${i + 1} of ${i % 997},organisation,`)))
  await run('import', 'small.csv', '--as', 'our-large', '--published', '2025-10-01', '--data', 'killed')
  const before = (await shelfOf('killed').current('our-large'))!
  const folder = join(cwd, 'killed', 'lists', 'our-large')
  const running = startBonafide(['lists', 'import', 'large.csv', '--as', 'our-large', '--published', '2025-11-01', '--data', 'killed'], cwd)
  const begun = async (): Promise<boolean> => (await readdir(folder)).some((name) => name.startsWith('.new-'))
  while (!(await begun()) && running.process.exitCode === null) await new Promise((next) => setTimeout(next, 1))
  running.process.kill('SIGKILL')
  expect((await running.ended).signal).toBe('SIGKILL')
  expect(await shelfOf('killed').current('our-large')).toEqual(before)
  await shelfOf('killed').check(before)
  const again = await run('import', 'large.csv', '--as', 'our-large', '--published', '2025-11-01', '--data', 'killed')
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('20,000 entries') as string])
  expect((await shelfOf('killed').current('our-large'))?.entries).toBe(20_000)
})

const real = resolve(import.meta.dirname, '../..', process.env['BONAFIDE_SHARED_DATA'] ?? '../shared/data', 'sanctions')

/** Skipped where the real files are not: they are nobody's to pass on with the program. */
describe.skipIf(!existsSync(real))('the publishers’ own files', () => {
  const OLD = join(real, 'ofac/sdn_2023-05-19.csv')
  const NEW = join(real, 'ofac/sdn_2023-05-25.csv')

  test('two versions of a week apart, from loopback: 37 added, 18 removed, and the same from the files', async () => {
    const update = () => run('update', '--list', 'ofac-sdn', '--from', `${publisher.base}/sdn.csv`, '--data', 'real')
    publisher.put('/sdn.csv', await readFile(OLD), 'Fri, 19 May 2023 15:00:00 GMT')
    expect((await update()).stdout).toContain('published 2023-05-19, 12,538 entries')
    publisher.put('/sdn.csv', await readFile(NEW), 'Thu, 25 May 2023 15:00:00 GMT')
    expect((await update()).stdout).toContain('37 added, 18 removed, 0 changed, 12,520 as before')
    expect((await update()).stdout).toContain('nothing new')
    publisher.put('/sdn.csv', (await readFile(NEW)).subarray(0, 2_000_000), 'Fri, 26 May 2023 15:00:00 GMT')
    expect((await update()).code).not.toBe(0)
    expect((await shelfOf('real').current('ofac-sdn'))?.published).toBe('2023-05-25')
    const delta = said(await run('delta', OLD, NEW, '--list', 'ofac-sdn', '--json')) as Record<string, unknown[]>
    expect([delta['added']?.length, delta['removed']?.length, delta['changed']?.length]).toEqual([37, 18, 0])
  })

  test('a folder with the set of files is one version', async () => {
    await mkdir(join(cwd, 'set'))
    for (const name of ['full_2021-07_sdn.csv', 'full_2021-07_alt.csv', 'full_2021-07_add.csv', 'full_2021-07_sdn_comments.csv'])
      await copyFile(join(real, 'ofac', name), join(cwd, 'set', name))
    const ran = await run('import', 'set', '--as', 'ofac-sdn', '--published', '2021-07-15', '--data', 'real')
    expect(ran.stdout).toContain('kept for questions about its time')
    expect((await shelfOf('real').versions('ofac-sdn')).map((version) => [version.published, version.files.length])).toEqual([
      ['2021-07-15', 4],
      ['2023-05-19', 1],
      ['2023-05-25', 1],
    ])
  })
})
