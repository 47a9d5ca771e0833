import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadingSandbox } from '../../src/adapters/sandbox/index.ts'
import { AppError } from '../../src/model/errors.ts'
import { openFixtures, walls } from '../support/sandboxes.ts'

/**
 * A hostile file has taken over the reader, and the reader tries everything (R-121). The fixture readers stand for it:
 * whatever they try must come to nothing outside, and to "unreadable" with a reason, or to the harmless rest, inside.
 */

const bytes = new TextEncoder().encode('some bytes')

/** Words about the file are allowed; words about whoever sent it are not. */
const ACCUSING = /\b(suspect|suspicious|fraud|fake|attack|malicious|hostile|candidate|applicant|person)\b/i

async function refusal(sandbox: ReadingSandbox, reader: string, options: unknown = {}): Promise<AppError> {
  try {
    await sandbox.read(reader, { bytes, name: 'file.bin', options })
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${reader} was not refused`)
}

async function lines(sandbox: ReadingSandbox, reader: string, options: unknown = {}): Promise<readonly string[]> {
  const { statements } = await sandbox.read(reader, { bytes, name: 'file.bin', options })
  return statements.map((s) => (s.value as { text: string }).text)
}

test('at least one way of isolation can be tested here', () => {
  expect(walls.filter((wall) => wall.missing === undefined).length).toBeGreaterThan(0)
})

for (const wall of walls) {
  const isolated = wall.network !== 'none'
  // A wall that this machine does not have is skipped with the reason in the suite's name.
  describe.skipIf(wall.missing !== undefined)(`isolation: ${wall.network}${wall.missing === undefined ? '' : ` – ${wall.missing}`}`, () => {
    let sandbox: ReadingSandbox
    let folder: string
    const connections: string[] = []
    const listening: net.Server[] = []

    const listen = async (name: string, on: { port: number; host: string } | { path: string }): Promise<net.Server> => {
      const server = net.createServer((socket) => {
        connections.push(name)
        socket.end()
      })
      listening.push(server)
      await new Promise<void>((resolve) => server.listen(on, resolve))
      return server
    }

    beforeAll(async () => {
      sandbox = openFixtures(wall.options)
      folder = await mkdtemp(join(tmpdir(), 'bonafide-hostile-'))
      await writeFile(join(folder, 'secret'), 'secret')
    })
    afterAll(async () => {
      await sandbox.close()
      for (const server of listening) server.close()
      await rm(folder, { recursive: true, force: true })
    })

    test('it is the isolation that is meant', async () => {
      expect((await sandbox.isolation()).network).toBe(wall.network)
      expect((await sandbox.isolation()).readOnly).toBe(isolated ? 'mounts' : 'permission-model')
    })

    test('starting programs, threads and processes is refused', async () => {
      expect(await lines(sandbox, 'fork-bomb')).toEqual([
        'spawn: ERR_ACCESS_DENIED',
        'thread: ERR_ACCESS_DENIED',
        'cluster: ERR_ACCESS_DENIED',
      ])
      const error = await refusal(sandbox, 'starts-a-program', { folder })
      expect(error.code).toBe('unreadable')
      expect(error.detail).toContain('starting another program')
      expect(await readdir(folder)).toEqual(['secret'])
    })

    // Only a namespace takes the network away; without one the product refuses files unless the operator accepts that.
    test.skipIf(!isolated)('no connection arrives, by TCP, HTTP or a local socket', async () => {
      const tcp = await listen('tcp', { port: 0, host: '127.0.0.1' })
      const socket = join(folder, 'listening.sock')
      await listen('unix', { path: socket })
      const { port } = tcp.address() as net.AddressInfo
      const tried = await lines(sandbox, 'calls-home', { port, socket })
      expect(tried).toHaveLength(5)
      for (const line of tried) expect(line).not.toMatch(/: done$/)
      const error = await refusal(sandbox, 'fetches', { port })
      expect(error.code).toBe('unreadable')
      expect(error.detail).toContain('network connection')
      // The servers do answer: what did not arrive was stopped by the wall.
      await new Promise<void>((resolve) => net.connect(port, '127.0.0.1').once('close', resolve).resume())
      await new Promise<void>((resolve) => net.connect(socket).once('close', resolve).resume())
      expect(connections).toEqual(['tcp', 'unix'])
      await rm(socket, { force: true })
    })

    test('nothing is written', async () => {
      const own = new URL('../support/fixture-readers.ts', import.meta.url)
      const before = await readFile(own, 'utf8')
      for (const line of await lines(sandbox, 'writes', { folder })) expect(line).toMatch(/: (ERR_ACCESS_DENIED|EROFS)$/)
      expect(await readdir(folder)).toEqual(['secret'])
      expect(await readFile(own, 'utf8')).toBe(before)
    })

    test('no other file and no environment is seen', async () => {
      const [file, passwd, root, env] = await lines(sandbox, 'looks-around', { file: join(folder, 'secret') })
      expect([file, passwd, root]).toEqual(['file: ERR_ACCESS_DENIED', 'passwd: ERR_ACCESS_DENIED', 'root: ERR_ACCESS_DENIED'])
      // bubblewrap sets PWD to the child's own root.
      expect(env).toMatch(/^env: HOME LANG (PWD )?TZ$/)
    })

    test('signals reach nobody else', async () => {
      // The child may well end itself by this; whoever reads this line was not reached.
      await sandbox.read('signals', { bytes, name: 'x' }).catch((error: unknown) => expect((error as AppError).code).toBe('unreadable'))
      expect(await lines(sandbox, 'lines')).toEqual(['some bytes'])
    })

    test.each([
      ['heap-hog', /more than 300 MB of memory/],
      ['buffer-hog', /more than 300 MB of memory/],
      ['giant-answer', /more than 2 MB of results/],
      ['giant-enclosed', /more than 2 MB of results/],
      ['forges-a-length', /more than 2 MB of results/],
      ['exits', /stopped before it had finished \(exit code 0\)/],
      // bubblewrap turns a signal into an exit code.
      ['aborts', /stopped before it had finished \((SIG[A-Z]+|exit code 13\d)\)/],
      ['throws-a-string', /could not make sense of it/],
      ['throws-nothing', /could not make sense of it/],
      ['throws-late', /could not make sense of it \(TypeError\)/],
      ['rejects-unseen', /could not make sense of it \(RangeError\)/],
      ['forges-the-wire', /makes no sense/],
      ['wrong-shape', /could not make sense of it/],
      ['wrong-role', /makes no sense/],
      ['unknown-property', /makes no sense/],
      ['compiled-without-leave', /loading a compiled library/],
    ])('%s: unreadable, with the reason', async (reader, says) => {
      const error = await refusal(sandbox, reader)
      expect(error.code).toBe('unreadable')
      expect(error.detail).toMatch(says)
      expect(error.detail).not.toMatch(ACCUSING)
    })

    test.each(['loops', 'never-answers'])('%s: unreadable, with the reason', async (reader) => {
      const hasty = openFixtures({ ...wall.options, caps: { seconds: 1 }, size: 1 })
      const error = await refusal(hasty, reader)
      await hasty.close()
      expect(error.code).toBe('unreadable')
      expect(error.detail).toContain('could not be read within 1 seconds')
      expect(error.detail).not.toMatch(ACCUSING)
    })

    test('what a library prints is not taken for an answer', async () => {
      expect(await lines(sandbox, 'noisy')).toEqual(['some bytes'])
    })

    test('no code is made from strings', async () => {
      expect(await lines(sandbox, 'makes-functions')).toEqual(['function: EvalError'])
    })

    test('pages that are no pictures are not handed on', async () => {
      await expect(sandbox.renderPages(new Uint8Array([0]), [1], 1)).rejects.toThrow(/makes no sense/)
    })

    test('after all of it, an honest file is read', async () => {
      expect(await lines(sandbox, 'lines')).toEqual(['some bytes'])
    })
  })
}
