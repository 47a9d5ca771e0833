import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPublic } from '../../src/adapters/net/addresses.ts'
import { openEgress, type EgressSettings } from '../../src/adapters/net/egress.ts'

/** Nobody can make us talk to a machine that is not theirs to reach. */

let server: Server
let port: number
const asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`)
    if (request.url === '/moved') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
    else if (request.url === '/large') response.end('x'.repeat(1 << 20))
    else if (request.url === '/slow') response.writeHead(200).write('…')
    else request.on('data', () => {}).on('end', () => response.end('taken'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const hook = (url: string, settings: Partial<EgressSettings> = {}) =>
  openEgress({ on: true, ...settings }).send({ method: 'POST', url, headers: {}, body: '{}' })

describe('addresses', () => {
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.100.100.200', '0.0.0.0', '255.255.255.255'],
    ...['224.0.0.1', '192.0.0.170', '198.18.0.1', '192.0.2.1', '192.88.99.1'],
    ...[
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::a00:1',
      '2002:7f00:1::',
      '2001::1',
    ],
    ...['fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', '3fff::1', 'fec0::1', '100::1', 'localhost', ''],
  ])('%s is not public', (address) => expect(isPublic(address)).toBe(false))

  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is', (address) =>
    expect(isPublic(address)).toBe(true),
  )
})

describe('what is refused before anybody is asked', () => {
  const never = (): Promise<never> => Promise.reject(new Error('asked for a name'))
  test.each([
    ...[
      'http://hooks.example.com/',
      'ftp://hooks.example.com/',
      'file:///etc/passwd',
      'gopher://hooks.example.com/',
      'data:,x',
      'hooks.example.com',
    ],
    ...['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0177.0.0.1/', 'https://127.1/', 'https://0/'],
    ...[
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://[::ffff:7f00:1]/',
      'https://[64:ff9b::7f00:1]/',
      'https://８.８.８.８/',
      'https://①②⑦.0.0.1/',
    ],
    ...[
      'https://localhost/',
      'https://localhost./',
      'https://x.localhost/',
      'https://metadata.google.internal/',
      'https://printer.local/',
      'https://intranet/',
    ],
    ...[
      'https://hooks.example.com:22/',
      'https://hooks.example.com:6379/',
      'https://hooks.example.com:80/',
      'https://user:pw@hooks.example.com/',
    ],
    ...['https://hooks.example.com@127.0.0.1/', 'https://127.0.0.1#@hooks.example.com/', String.raw`https://127.0.0.1\@hooks.example.com/`],
  ])('%s', async (url) => {
    await expect(hook(url, { resolve: never })).rejects.toMatchObject({ code: 'usage' })
  })

  test('a password is not repeated', async () => {
    await expect(hook('https://user:hush@hooks.example.com/')).rejects.toThrow(/^(?!.*hush)/)
  })

  test('everything, where it is switched off', async () => {
    await expect(hook('https://hooks.example.com/', { on: false, resolve: never })).rejects.toThrow('switched off')
  })
})

describe('names', () => {
  const dialled: string[] = []
  const dial = (address: string, to: number) => {
    dialled.push(`${address}:${to}`)
    return connect({ host: '127.0.0.1', port })
  }

  test.each([
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['8.8.8.8', '10.0.0.1']],
    [['::ffff:10.0.0.1']],
    [['2002:a00:1::']],
    [['64:ff9b::a00:1']],
  ])('one that leads to %j is refused, and nobody is connected to', async (addresses) => {
    dialled.length = 0
    await expect(hook('https://hooks.example.com/', { resolve: async () => addresses, dial })).rejects.toThrow('private network')
    expect(dialled).toEqual([])
  })

  test('one that changes its answer is asked once, and the first answer is gone to', async () => {
    dialled.length = 0
    const answers = [['8.8.8.8'], ['127.0.0.1']]
    let questions = 0
    const rebinding = async () => answers[Math.min(questions++, 1)] as string[]
    // TLS against a plain server fails after the connection was made, which is all that matters here.
    await expect(hook('https://rebind.example.com/', { resolve: rebinding, dial })).rejects.toMatchObject({ code: 'remote' })
    expect(questions).toBe(1)
    expect(dialled).toEqual(['8.8.8.8:443'])
  })

  test('over TLS the certificate is held against the name, not against the address', async () => {
    const { cert, key } = await selfSigned()
    const tls = createTlsServer({ cert, key }, (_, response) => response.end('secret'))
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve))
    const at = (tls.address() as AddressInfo).port
    await expect(
      hook('https://hooks.example.com/', { resolve: async () => ['8.8.8.8'], dial: () => connect({ host: '127.0.0.1', port: at }) }),
    ).rejects.toThrow('does not prove that it is that host')
    tls.close()
  })

  test('one that has no address is told', async () => {
    await expect(hook('https://hooks.example.com/', { resolve: async () => [] })).rejects.toThrow('no address')
  })
})

describe('hosts inside that somebody named', () => {
  const inside = (path: string, settings: Partial<EgressSettings> = {}) =>
    hook(`http://127.0.0.1:${port}${path}`, { inside: [`127.0.0.1:${port}`], ...settings })

  test('are sent to, and only at that port', async () => {
    const answer = await inside('/in')
    expect([answer.status, answer.body.toString()]).toEqual([200, 'taken'])
    expect(asked.at(-1)).toBe(`POST 127.0.0.1:${port} /in`)
    await expect(inside('/in', { inside: ['127.0.0.1:1'] })).rejects.toMatchObject({ code: 'usage' })
  })

  test('a redirect is an answer and is not followed', async () => {
    const before = asked.length
    const answer = await inside('/moved')
    expect(answer.status).toBe(302)
    expect(asked.length).toBe(before + 1)
  })

  test('an answer that is too large or too slow is not waited for', async () => {
    await expect(inside('/large')).rejects.toThrow('larger than 64 KB')
    await expect(inside('/slow', { limits: { total: 200 } })).rejects.toThrow('did not answer within')
  })
})

/** From the fixtures of nobody: made when the test runs. */
async function selfSigned(): Promise<{ cert: string; key: string }> {
  const { execFileSync } = await import('node:child_process')
  const { mkdtempSync, readFileSync, rmSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-tls-'))
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=8.8.8.8',
        '-addext',
        'subjectAltName=IP:8.8.8.8',
        '-keyout',
        join(folder, 'k'),
        '-out',
        join(folder, 'c'),
      ],
      { stdio: 'ignore' },
    )
    return { cert: readFileSync(join(folder, 'c'), 'utf8'), key: readFileSync(join(folder, 'k'), 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
