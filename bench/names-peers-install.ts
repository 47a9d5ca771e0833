import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runChild } from './link-child.ts'

const NOMENKLATURA = 'nomenklatura==4.17.4'
/** PyICU with its ICU in one wheel, for machines without the headers that PyICU itself is built with. */
const PREBUILT_ICU = 'icukit-pyicu==78.3.1'
/** The last release with the search that its users know as 0.x; proxies that hand out a later one are rarer. */
const WATCHMAN = 'github.com/moov-io/watchman@v0.31.3'

/** A program of the field that reads the path of a work document and prints its answers. */
export interface Installed {
  run(work: string): Promise<string>
  /** Version, and how it could be had here. */
  readonly by: string
}

/** OpenSanctions' matcher in a virtual environment of its own. */
export async function nomenklaturaIn(folder: string): Promise<Installed | Error> {
  const python = join(folder, 'bin', 'python')
  const pip = (...args: readonly string[]) => runChild(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...args])
  const run = async (work: string) => (await runChild(python, [join(import.meta.dirname, 'names-nomenklatura.py'), work])).output
  try {
    await runChild('python3', ['-m', 'venv', folder])
    const refused = await failure(pip(NOMENKLATURA))
    if (refused === undefined) return { run, by: NOMENKLATURA }
    if (!/icu/i.test(refused.message)) return refused
    await pip('--only-binary', ':all:', PREBUILT_ICU)
    await callItPyicu(python)
    await pip('--only-binary', ':all:', NOMENKLATURA)
    return { run, by: `${NOMENKLATURA} on the prebuilt ${PREBUILT_ICU}, since PyICU cannot be built here` }
  } catch (error) {
    return asError(error)
  }
}

/** pip knows the wheel by another name than the one that is required. */
async function callItPyicu(python: string): Promise<void> {
  const tell = 'import icu, sysconfig; print(icu.VERSION, sysconfig.get_paths()["purelib"])'
  const [, version, packages] = /^(\S+) (.+)$/m.exec((await runChild(python, ['-c', tell])).output) ?? []
  const mark = join(packages!, `pyicu-${version}.dist-info`)
  await mkdir(mark)
  await writeFile(join(mark, 'METADATA'), `Metadata-Version: 2.1\nName: pyicu\nVersion: ${version}\n`)
}

/** watchman's own program with one more file in it, since no other program may call its search. */
export async function watchmanIn(folder: string): Promise<Installed | Error> {
  const environment = {
    GOMODCACHE: join(folder, 'modules'),
    GOCACHE: join(folder, 'built'),
    // Else nothing may be removed from the folder afterwards.
    GOFLAGS: '-modcacherw',
  }
  const source = join(folder, 'watchman')
  const program = join(folder, 'program')
  try {
    const { output } = await runChild('go', ['mod', 'download', '-json', WATCHMAN], { cwd: folder, environment })
    await cp((JSON.parse(output) as { Dir: string }).Dir, source, { recursive: true })
    const ours = await readFile(join(import.meta.dirname, 'names-watchman.go'))
    await writeFile(join(source, 'cmd', 'server', 'bonafide.go'), ours)
    await runChild('go', ['build', '-o', program, './cmd/server'], { cwd: source, environment })
  } catch (error) {
    return asError(error)
  }
  return {
    run: async (work) => (await runChild(program, [], { environment: { BONAFIDE_WORK: work } })).output,
    by: WATCHMAN.replace('github.com/', ''),
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const failure = (work: Promise<unknown>): Promise<Error | undefined> => work.then(() => undefined, asError)
