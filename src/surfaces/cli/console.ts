import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { codeOf } from '../../adapters/keys/durable-file.ts'
import { AppError } from '../../model/errors.ts'
import { loadConsole, type Console } from '../http/console.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const BUILT = join(ROOT, 'build/console')
const STAMP = 'sources.sha256'
/** What ends up in the bundle, and what says with which versions it is made. */
const SOURCES = ['src/surfaces/console', 'src/surfaces/client', 'src/model/errors.ts', 'src/model/in-words.ts', 'package.json']

/** The console, built first where it is absent or older than its sources. */
export async function builtConsole(say: (line: string) => void): Promise<Console> {
  const stamp = await stampOf(SOURCES)
  if ((await readFile(join(BUILT, STAMP), 'utf8').catch(() => '')) !== stamp) {
    say('Building the console, once; this takes some seconds.')
    await build(stamp)
  }
  return loadConsole(BUILT)
}

async function stampOf(paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map((path) => filesOf(join(ROOT, path))))).flat().toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${relative(ROOT, file)}\0`).update(await readFile(file))
  return hash.digest('hex')
}

async function filesOf(path: string): Promise<string[]> {
  if (/\.\w+$/.test(path)) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Beside first, then put in place by a rename: two processes that start at once do not see half of it. */
async function build(stamp: string): Promise<void> {
  const beside = `${BUILT}-${process.pid}`
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  await mkdir(dirname(BUILT), { recursive: true })
  try {
    await run([vite, 'build', '--config', join(ROOT, 'src/surfaces/console/vite.config.ts'), '--outDir', beside, '--logLevel', 'warn'])
    await writeFile(join(beside, STAMP), stamp)
    await rm(BUILT, { recursive: true, force: true })
    await rename(beside, BUILT).catch((error: unknown) => {
      // Another process that started at the same moment has put the same there.
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
    })
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

function run(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new AppError({
              code: 'console-build',
              status: 500,
              title: 'The console could not be built',
              detail: `${said.trim().slice(0, 2_000)}\nRun \`npm ci\` and start again; until then only the API is served.`,
            }),
          ),
    )
  })
}
