import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { describe, expect, it } from 'vitest'

describe('tests stay on this machine', () => {
  it('refuses a connection to another host', async () => {
    const outcome = new Promise((done) => {
      net.connect({ host: '192.0.2.1', port: 443 }).once('error', done)
    })
    expect(String(await outcome)).toContain('192.0.2.1')
  })

  it('refuses a fetch of another host', async () => {
    const failure: unknown = await fetch('http://192.0.2.1/').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(TypeError)
    expect(String((failure as TypeError).cause)).toContain('192.0.2.1')
  })

  it('allows loopback', async () => {
    const server = createServer((_, response) => response.end('here'))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const text = await (await fetch(`http://127.0.0.1:${port}/`)).text()
    await new Promise((closed) => server.close(closed))
    expect(text).toBe('here')
  })
})
