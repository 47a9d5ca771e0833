import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reachOf } from '../../src/surfaces/cli/serve-reach.ts'

const refused = (options: Partial<Parameters<typeof reachOf>[0]>): string => {
  try {
    reachOf({ host: '127.0.0.1', port: '8787', ...options })
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('beyond this machine only over HTTPS, or where somebody says otherwise', () => {
  expect(refused({})).toBe('')
  expect(refused({ host: '0.0.0.0' })).toMatch(/--origin/)
  expect(refused({ host: '0.0.0.0', origin: 'http://bonafide.example.com' })).toMatch(/HTTPS/)
  expect(refused({ origin: 'http://bonafide.example.com' })).toMatch(/HTTPS/)
  expect(refused({ host: '0.0.0.0', origin: 'https://bonafide.example.com' })).toBe('')
  expect(refused({ host: '0.0.0.0', origin: 'http://10.0.0.7:8787', withoutHttps: true })).toBe('')
  expect(refused({ origin: 'bonafide.example.com' })).toMatch(/--origin/)
  expect(refused({ port: '99999' })).toMatch(/--port/)
})

/** Two starts of the whole program; on a machine that does much else each takes half a minute. */
const STARTS = 240_000

const cli = (args: readonly string[]) => spawn(process.execPath, ['bin/bonafide.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

test(
  'it starts from nothing, prints one link, keeps the folder for itself, and stops when asked',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bonafide-serve-'))
    const server = cli(['serve', '--data', join(folder, 'd'), '--port', '0', '--accept-no-network-isolation'])
    try {
      let said = ''
      const ended = new Promise<number | null>((resolve) => server.once('close', resolve))
      await new Promise<void>((resolve, reject) => {
        server.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString()
          if (said.includes('/enter#')) resolve()
        })
        server.once('close', () => reject(new Error(said)))
      })
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
      expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n')
      expect((await fetch(`${url}/api/personas`)).status).toBe(401)
      expect(await (await fetch(`${url}/metrics`)).text()).toContain('bonafide_jobs')
      const other = cli(['show', '--data', join(folder, 'd')])
      let complained = ''
      other.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
      expect(await new Promise((resolve) => other.once('close', resolve))).toBe(1)
      expect(complained).toContain(`--server ${url}`)
      server.kill('SIGTERM')
      expect(await ended).toBe(0)
    } finally {
      server.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    }
  },
  STARTS,
)
