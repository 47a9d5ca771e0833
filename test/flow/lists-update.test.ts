import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { openNet } from '../../src/adapters/net/index.ts'
import type { TakenIn } from '../../src/engine/lists/put-in-force.ts'
import { updateList, type UpdateAsked } from '../../src/engine/lists/update.ts'
import type { List } from '../../src/kit/list.ts'
import { aliasesFile, fixtureList, knowing, partiesFile, someLines } from '../support/fixture-list.ts'
import { counts, file, openListDesk, type ListDesk } from '../support/list-desk.ts'
import { openPublisher, type Publisher } from '../support/publisher.ts'

/** Lists from a publisher on loopback, as it should be and as it goes wrong. */

let publisher: Publisher
let list: List
let desk: ListDesk
beforeAll(async () => {
  publisher = await openPublisher()
  list = fixtureList(publisher.base)
})
afterAll(() => publisher.close())
beforeEach(async () => {
  desk = await openListDesk(list)
  for (const path of ['/parties.txt', '/aliases.txt', '/alone.txt']) publisher.remove(path)
  publisher.asked.length = 0
})
afterEach(() => desk.close())

const update = (more: Partial<UpdateAsked> = {}, limits = {}): Promise<TakenIn> => desk.update(publisher.base, more, limits)

/** Two files of `n` parties, the first of which has an alias. */
function publish(n: number): void {
  publisher.put('/parties.txt', partiesFile(someLines(n)))
  publisher.put('/aliases.txt', aliasesFile([['p-0001', 'Sample Party']]))
}

describe('update', () => {
  test('200, then 304 and nothing is read; the version in force is confirmed', async () => {
    publish(5)
    const first = await update()
    expect([first.state, first.version.entries, first.version.names, first.version.published]).toEqual(['new', 5, 6, '2026-10-01'])
    desk.now = '2026-11-02T10:00:00.000Z'
    const second = await update()
    expect([second.state, second.version]).toEqual(['known', first.version])
    expect(publisher.asked.map(({ path, status, conditional }) => [path, status, conditional])).toEqual([
      ['/parties.txt', 200, false],
      ['/aliases.txt', 200, false],
      ['/parties.txt', 304, true],
      ['/aliases.txt', 304, true],
    ])
    expect((await desk.shelf.fetched(list.id))?.checked).toBe(desk.now)
    expect(await desk.log()).toHaveLength(1)
  })

  test('of two files only the one that changed comes over the wire', async () => {
    publish(5)
    await update()
    publisher.put('/aliases.txt', aliasesFile([['p-0002', 'Another Party']]), 'Fri, 02 Oct 2026 12:00:00 GMT')
    const taken = await update()
    expect(publisher.asked.slice(2).map((one) => one.status)).toEqual([304, 200])
    expect([taken.state, taken.version.published, counts(taken)]).toEqual(['new', '2026-10-02', [0, 0, 2, 3]])
  })

  test('without a mark nobody is asked whether it changed: another version was put in force by hand, or this program reads otherwise', async () => {
    publish(5)
    const first = await update()
    const other = await desk.hand(partiesFile(someLines(6), '2026-10-20'))
    await expect(update()).rejects.toThrow(/older than the version in force/)
    expect(publisher.asked.at(-1)).toMatchObject({ status: 200, conditional: false })
    expect(await desk.inForce()).toBe(other.version.hash)
    const forced = await update({ force: true })
    expect([forced.state, forced.version.hash]).toEqual(['new', first.version.hash])
    expect(counts(await update({ list: fixtureList(publisher.base, 2) }))).toEqual([0, 0, 0, 5])
    expect(publisher.asked.at(-1)).toMatchObject({ status: 200, conditional: false })
  })

  test('a file that shrank is refused, and taken by force', async () => {
    publish(10)
    const before = await update()
    publish(7)
    await expect(update()).rejects.toMatchObject({ code: 'conflict', detail: expect.stringContaining('--force') as string })
    expect(await desk.inForce()).toBe(before.version.hash)
    expect(await desk.shelf.versions(list.id)).toHaveLength(1)
    expect(counts(await update({ force: true }))).toEqual([0, 3, 0, 7])
    expect(await desk.shelf.versions(list.id)).toHaveLength(2)
  })

  test('a format that the publisher has no more gives way to the next, and is kept to from then on', async () => {
    publisher.put('/alone.txt', partiesFile(someLines(4)))
    expect((await update()).version.format).toBe('alone')
    publish(4)
    expect((await update()).version.format).toBe('alone')
    publisher.remove('/alone.txt')
    expect((await update()).version.format).toBe('with-aliases')
    for (const path of ['/parties.txt', '/aliases.txt']) publisher.remove(path)
    await expect(update()).rejects.toThrow(/not to be had: there is no file at/)
  })

  test('an outage is no reason for another format', async () => {
    publish(4)
    publisher.put('/alone.txt', partiesFile(someLines(4)))
    publisher.answer('/aliases.txt', (response) => response.writeHead(503).end())
    await expect(update()).rejects.toThrow(/answered 503/)
  })

  test('a mirror is recognised by content', async () => {
    publisher.put('/mirror/latest?of=list', partiesFile(someLines(4)))
    const taken = await update({ from: [`${publisher.base}/mirror/latest?of=list`] })
    expect([taken.version.format, taken.version.files.map((f) => f.name)]).toEqual(['alone', ['latest']])
  })

  test('a list that comes with the program is fetched from nobody', async () => {
    const shipped: List = { ...list, from: [], ships: () => [file(partiesFile(someLines(3), '2026-10-01'))] }
    const take = () =>
      updateList({ ...desk.deps, net: openNet({ to: [], egress: openEgress({ on: false }) }) }, knowing(shipped), desk.actor, {
        list: shipped,
      })
    expect([(await take()).state, (await take()).state]).toEqual(['new', 'known'])
    expect(publisher.asked).toEqual([])
  })

  test('a clock of the publisher that is ahead does not make a version of tomorrow', async () => {
    publisher.put('/alone.txt', partiesFile(someLines(4)), 'Thu, 01 Jan 2099 12:00:00 GMT')
    expect((await update()).version.published).toBe('2026-11-01')
  })

  describe('what is not a list leaves the old version in force', () => {
    const answers: Record<string, [(publisher: Publisher) => void, RegExp]> = {
      'a download that is cut off': [
        (p) =>
          p.answer('/parties.txt', (response) => {
            response.writeHead(200, { 'content-length': 5000 })
            response.write('#parties', () => response.destroy())
          }),
        /ended before all/,
      ],
      'a file that was cut off before': [
        (p) => p.put('/parties.txt', partiesFile(someLines(9)).slice(0, 100)),
        /ends before its last line/,
      ],
      'an error page with status 200': [
        (p) => p.put('/parties.txt', '<html><head><title>Error</title></head></html>'),
        /web page and no list/,
      ],
      'a refusal': [(p) => p.answer('/parties.txt', (response) => response.writeHead(403).end('no')), /refuses to hand out/],
      'a redirect in a circle': [
        (p) => p.answer('/parties.txt', (response) => response.writeHead(302, { location: '/parties.txt' }).end()),
        /redirects more than 5 times/,
      ],
      'a server that is too slow': [(p) => p.answer('/parties.txt', () => undefined), /sent nothing for/],
      'a wrong encoding': [(p) => p.put('/parties.txt', Buffer.from(partiesFile(someLines(9)), 'utf16le')), /not recognised/],
      '304 that was not asked for': [
        (p) => p.answer('/parties.txt', (response) => response.writeHead(304).end()),
        /it was not asked|not recognised/,
      ],
    }
    test.each(Object.keys(answers))('%s', async (name) => {
      const [prepare, says] = answers[name]!
      const before = await desk.hand(partiesFile(someLines(9), '2026-09-01'))
      publish(9)
      prepare(publisher)
      await expect(update({}, { idle: 300 })).rejects.toThrow(says)
      expect([await desk.inForce(), (await desk.shelf.versions(list.id)).length, await desk.shelf.fetched(list.id)]).toEqual([
        before.version.hash,
        1,
        undefined,
      ])
      publish(10)
      expect((await update()).state).toBe('new')
    })
  })
})
