import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEgress } from '../../src/adapters/net/egress.ts'
import { openNet } from '../../src/adapters/net/index.ts'
import type { Fetched } from '../../src/engine/lists/ports.ts'
import { openPublisher, type Publisher } from '../support/publisher.ts'

/** The one way out: to whom, how much, how long, and what is said when it goes wrong. */

let publisher: Publisher
beforeAll(async () => (publisher = await openPublisher()))
afterAll(() => publisher.close())

const inside = (base: string) => openEgress({ on: true, inside: [new URL(base).host] })
const net = (limits = {}) => openNet({ to: [publisher.base], egress: inside(publisher.base), limits })
const get = (path: string, limits = {}): Promise<Fetched> => net(limits).get({ url: `${publisher.base}${path}` })
const textOf = (answer: Fetched): string => (answer.kind === 'fetched' ? new TextDecoder().decode(answer.bytes) : answer.kind)

describe('an answer', () => {
  test('comes with its marks and its progress, and 304 where it is known', async () => {
    publisher.put('/list.txt', 'a list')
    const seen: unknown[] = []
    const first = await net().get({ url: `${publisher.base}/list.txt`, progress: (...at) => seen.push(at) })
    expect(textOf(first)).toBe('a list')
    expect(seen.at(-1)).toEqual([6, 6])
    const known = first.kind === 'fetched' ? first.validators : {}
    expect(known).toEqual({ etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) as string, lastModified: 'Thu, 01 Oct 2026 12:00:00 GMT' })
    expect(await net().get({ url: `${publisher.base}/list.txt`, known })).toEqual({ kind: 'unchanged' })
  })

  test('is asked for as it is; one that is compressed all the same is counted and handed out as it was before', async () => {
    const packed = gzipSync('x'.repeat(100_000))
    publisher.answer('/packed', (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed),
    )
    expect(textOf(await get('/packed'))).toHaveLength(100_000)
    await expect(get('/packed', { bytes: 50_000 })).rejects.toMatchObject({
      code: 'remote',
      detail: expect.stringContaining('larger than') as string,
    })
  })

  test('that says there is no such file is missing', async () => {
    expect(await get('/nowhere')).toEqual({ kind: 'missing' })
  })

  test('never carried credentials', async () => {
    expect(publisher.asked.length).toBeGreaterThan(3)
    for (const { headers } of publisher.asked)
      expect([headers.authorization, headers.cookie, headers.referer]).toEqual([undefined, undefined, undefined])
  })
})

describe('whom it asks', () => {
  test('only hosts that were named, and nothing is sent elsewhere', async () => {
    const before = publisher.asked.length
    const other = openNet({ to: ['https://lists.example.com/list.xml'], egress: inside(publisher.base) })
    await expect(other.get({ url: `${publisher.base}/list.txt` })).rejects.toThrow(/not among the hosts/)
    expect(publisher.asked).toHaveLength(before)
  })

  test.each([
    ['ftp://lists.example.com/a', /no address/],
    ['file:///etc/hosts', /no address/],
    ['https://user:secret@lists.example.com/a', /Lists are fetched without signing in/],
  ])('not %s', (url, says) => {
    expect(() => openNet({ to: [url], egress: openEgress({ on: true }) })).toThrow(says)
  })

  test('a password in an address is not repeated', () => {
    expect(() => openNet({ to: ['https://user:secret@lists.example.com/a'], egress: openEgress({ on: true }) })).toThrow(/^(?!.*secret)/)
  })
})

describe('where the name of a publisher leads', () => {
  const url = 'https://lists.example.com/list.xml'
  test.each([['10.0.0.1'], ['169.254.169.254'], ['127.0.0.1'], ['::1']])('to %s: nobody is connected to', async (address) => {
    let dialled = 0
    const egress = openEgress({
      on: true,
      resolve: async () => [address],
      dial: (_, port) => {
        dialled++
        return connect({ host: '127.0.0.1', port })
      },
    })
    await expect(openNet({ to: [url], egress }).get({ url })).rejects.toThrow('leads into a private network')
    expect(dialled).toBe(0)
  })

  test('to one address and then to another: asked once, and gone to the first', async () => {
    const dialled: string[] = []
    let questions = 0
    const egress = openEgress({
      on: true,
      resolve: async () => (questions++ === 0 ? ['8.8.8.8'] : ['127.0.0.1']),
      dial(address, port) {
        dialled.push(`${address}:${port}`)
        return connect({ host: '127.0.0.1', port: Number(new URL(publisher.base).port) })
      },
    })
    // TLS against a plain server fails after the connection was made.
    await expect(openNet({ to: [url], egress }).get({ url })).rejects.toMatchObject({ code: 'remote' })
    expect([questions, dialled]).toEqual([1, ['8.8.8.8:443']])
  })

  test('is the proxy’s to say where one is named; a host of one’s own is reached without it', async () => {
    const connected: string[] = []
    const proxy = createServer().on('connect', ({ url: to, headers }, socket) => {
      connected.push(`${to} ${headers['proxy-authorization'] ?? ''}`)
      socket.end('HTTP/1.1 403 No\r\n\r\n')
    })
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
    const at = `http://me:hush@127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const never = (): Promise<never> => Promise.reject(new Error('asked for a name'))
    const own = new URL(publisher.base).host
    const egress = openEgress({ on: true, inside: [own], proxy: at, resolve: never })
    await expect(openNet({ to: [url], egress }).get({ url })).rejects.toThrow(/: The proxy .*it answered 403/)
    expect(connected).toEqual([`lists.example.com:443 Basic ${Buffer.from('me:hush').toString('base64')}`])
    publisher.put('/own.txt', 'own')
    expect(textOf(await openNet({ to: [publisher.base], egress }).get({ url: `${publisher.base}/own.txt` }))).toBe('own')
    expect(connected).toHaveLength(1)
    proxy.close()
  })
})

describe('redirects', () => {
  const to = (location: string) => publisher.answer('/moved', (response) => response.writeHead(302, { location }).end())

  test('are followed within the host', async () => {
    to('/list.txt')
    expect(textOf(await get('/moved'))).toBe('a list')
  })

  test.each([
    'http://192.0.2.1/list.txt',
    'http://lists.example.com/list.txt',
    'https://127.0.0.1/list.txt',
    'https://[::1]/list.txt',
    'https://localhost/list.txt',
    'https://intranet/list.txt',
    'https://user:secret@lists.example.com/',
    'file:///etc/hosts',
    'http://',
  ])('are not followed to %s', async (location) => {
    to(location)
    await expect(get('/moved')).rejects.toMatchObject({ code: 'remote', detail: expect.stringContaining('redirects to') as string })
  })

  test('to another port of the host are to another host', async () => {
    to('http://127.0.0.1:9/list.txt')
    await expect(get('/moved')).rejects.toThrow(/Only redirects to HTTPS/)
  })

  test('in a circle end', async () => {
    to('/moved')
    const before = publisher.asked.length
    await expect(get('/moved')).rejects.toThrow(/redirects more than 5 times/)
    expect(publisher.asked.length - before).toBeLessThanOrEqual(7)
  })
})

describe('what goes wrong', () => {
  test.each([
    [403, /refuses to hand out/],
    [401, /refuses to hand out/],
    [500, /answered 500/],
    [206, /answered 206/],
  ])('status %i', async (status, says) => {
    publisher.answer('/status', (response) => response.writeHead(status).end('x'))
    await expect(get('/status')).rejects.toThrow(says)
  })

  test('a file that is cut off', async () => {
    publisher.answer('/cut', (response) => {
      response.writeHead(200, { 'content-length': 1000 })
      response.write('half of it', () => response.destroy())
    })
    await expect(get('/cut')).rejects.toThrow(/ended before all/)
  })

  test('a file that is too large, said or found out', async () => {
    publisher.answer('/large', (response) => response.writeHead(200, { 'content-length': 5000 }).end('x'.repeat(5000)))
    await expect(get('/large', { bytes: 4999 })).rejects.toThrow(/larger than/)
    publisher.answer('/large', (response) => {
      response.writeHead(200)
      response.write('x'.repeat(5000))
      response.end()
    })
    await expect(get('/large', { bytes: 4999 })).rejects.toThrow(/larger than/)
    expect(textOf(await get('/large', { bytes: 5000 }))).toHaveLength(5000)
  })

  test('a server that accepts and says nothing', async () => {
    publisher.answer('/mute', () => undefined)
    await expect(get('/mute', { idle: 100 })).rejects.toThrow(/sent nothing for 0.1 seconds/)
  })

  test('a server that goes silent in the middle', async () => {
    publisher.answer('/stops', (response) => response.writeHead(200, { 'content-length': 100 }).write('half'))
    await expect(get('/stops', { idle: 100 })).rejects.toThrow(/sent nothing/)
  })

  test('a server that drips without end', async () => {
    publisher.answer('/drips', (response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 20)
      response.once('close', () => clearInterval(drip))
    })
    await expect(get('/drips', { total: 300 })).rejects.toThrow(/had not sent all/)
  })

  test('nobody there', async () => {
    const gone = await openPublisher()
    await gone.close()
    await expect(openNet({ to: [gone.base], egress: inside(gone.base) }).get({ url: `${gone.base}/a` })).rejects.toThrow(
      /cannot be reached \(ECONNREFUSED\)/,
    )
  })

  test('a person who stops it', async () => {
    publisher.answer('/mute', () => undefined)
    const stop = new AbortController()
    const answer = net().get({ url: `${publisher.base}/mute`, signal: stop.signal })
    stop.abort()
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
  })
})
