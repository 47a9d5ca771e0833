import { execFile } from 'node:child_process'
import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findIsolation } from '../../src/adapters/sandbox/isolation.ts'
import { findTools, type Launcher } from '../../src/adapters/sandbox/launch.ts'
import { codePaths, view } from '../../src/adapters/sandbox/view.ts'
import { FIXTURES, SMALL, walls } from '../support/sandboxes.ts'

/**
 * The worst case: a file has taken over a compiled library, and Node's permission model is no longer in the way. Stood for
 * by plain Node started through the same launcher without `--permission`. What holds now is the kernel's wall alone.
 */

const ATTEMPTS = `
const fs = require('node:fs'), net = require('node:net'), cp = require('node:child_process')
const [folder, port, socket, parent] = process.argv.slice(1)
const said = {}
const attempt = (name, action) => { try { const got = action(); said[name] = 'done' + (got ?? '') } catch (error) { said[name] = error.code ?? String(error) } }
attempt('read a file', () => fs.readFileSync(folder + '/secret'))
attempt('write a file', () => fs.writeFileSync(folder + '/written', ''))
attempt('write to the root', () => fs.writeFileSync('/written', ''))
attempt('change our code', () => fs.appendFileSync(process.execPath, 'x'))
attempt('list people', () => fs.readFileSync('/etc/passwd'))
attempt('list processes', () => fs.readdirSync('/proc'))
attempt('signal us', () => process.kill(Number(parent), 0))
attempt('start a shell', () => { const { error } = cp.spawnSync('/bin/sh', ['-c', 'true']); if (error) throw error })
const connect = (name, to) => new Promise((resolve) => net.connect(to).once('connect', () => { said[name] = 'done'; resolve() }).once('error', (e) => { said[name] = e.code; resolve() }))
connect('tcp', { port: Number(port), host: '127.0.0.1' }).then(() => connect('local socket', { path: socket })).then(() => console.log(JSON.stringify(said)))
`

for (const wall of walls.filter((w) => w.network !== 'none')) {
  // A wall that this machine does not have is skipped with the reason in the suite's name.
  describe.skipIf(wall.missing !== undefined)(
    `compiled code taken over, behind ${wall.network}${wall.missing === undefined ? '' : ` – ${wall.missing}`}`,
    () => {
      let folder: string
      let launcher: Launcher
      let arrived = 0
      const servers = [net.createServer((s) => (arrived++, s.end())), net.createServer((s) => (arrived++, s.end()))] as const

      beforeAll(async () => {
        folder = await realpath(await mkdtemp(join(tmpdir(), 'bonafide-hostile-')))
        await writeFile(join(folder, 'secret'), 'secret')
        const tools = wall.options.tools ?? (await findTools())
        const shown = await view(await codePaths([FIXTURES.readersModule]), tools.setpriv === undefined ? [] : [tools.setpriv])
        launcher = (await findIsolation(tools, shown, { ...SMALL })).launcher
        await new Promise<void>((resolve) => servers[0].listen(0, '127.0.0.1', resolve))
        await new Promise<void>((resolve) => servers[1].listen(join(folder, 's.sock'), resolve))
      })
      afterAll(async () => {
        for (const server of servers) server.close()
        await rm(folder, { recursive: true, force: true })
      })

      test('it reads, writes, starts, signals and reaches nothing of ours', async () => {
        const { port } = servers[0].address() as net.AddressInfo
        const { file, args, env } = launcher(['-e', ATTEMPTS, folder, String(port), join(folder, 's.sock'), String(process.pid)])
        const { stdout } = await promisify(execFile)(file, args, { env, cwd: '/' })
        const said = JSON.parse(stdout) as Record<string, string>
        expect(Object.keys(said)).toHaveLength(10)
        expect(Object.entries(said).filter(([, outcome]) => outcome.startsWith('done'))).toEqual([])
        expect(await readdir(folder)).toEqual(['s.sock', 'secret'])
        expect(arrived).toBe(0)
      })

      test('the same attempts succeed outside the wall, so they are real', async () => {
        const { port } = servers[0].address() as net.AddressInfo
        const { stdout } = await promisify(execFile)(process.execPath, [
          '-e',
          ATTEMPTS.replace(/^attempt\('(write to the root|change our code)'.*$/gm, ''),
          folder,
          String(port),
          join(folder, 's.sock'),
          String(process.pid),
        ])
        expect(Object.entries(JSON.parse(stdout) as Record<string, string>).filter(([, outcome]) => !outcome.startsWith('done'))).toEqual(
          [],
        )
        expect(arrived).toBe(2)
      })
    },
  )
}

test('at least one such wall can be tested here', () => {
  expect(walls.filter((wall) => wall.network !== 'none' && wall.missing === undefined).length).toBeGreaterThan(0)
})
