import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './modules.ts'

/**
 * Completes package-lock.json: a registry mirror that lacks some platforms' binaries makes `npm install` write a lock without
 * their rows, and `npm ci` then ends with "EUSAGE Missing: … from lock file" on every machine. For each optional dependency of
 * a locked package that has no row, one is added: version, optional, and the platform it says in its name. It has no integrity,
 * because nobody here could fetch it; a platform that needs it gets it checked by its own registry.
 *
 *   npm run lock           write
 *   npm run lock -- --check   red when a row is missing
 */

interface Row {
  version?: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  link?: boolean
  dev?: boolean
  optionalDependencies?: Record<string, string>
}

const PATH = join(ROOT, 'package-lock.json')
const OSES = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'sunos', 'aix', 'openharmony', 'emscripten', 'wasi']
const CPUS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

/** Where node would look for a package from inside another one: nested first, then every folder above. */
function resolved(rows: Readonly<Record<string, Row>>, from: string, name: string): boolean {
  for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    if (Object.hasOwn(rows, `${at === '' ? '' : `${at}/`}node_modules/${name}`)) return true
    if (at === '') return false
  }
}

/** `@img/sharp-linuxmusl-x64` → linux, x64, musl. Names are the only thing known of a package that cannot be fetched. */
function platformOf(name: string): Pick<Row, 'os' | 'cpu' | 'libc'> {
  const words = name.toLowerCase().split(/[^a-z0-9]+/)
  const os = OSES.filter((o) => words.some((w) => w === o || w === `${o}musl`))
  const cpu = CPUS.filter((c) => words.includes(c) || (c === 'arm' && (words.includes('armv7') || words.includes('arm'))))
  const libc = words.some((w) => w.includes('musl')) ? ['musl'] : words.includes('gnu') || words.includes('gnueabihf') ? ['glibc'] : []
  return { ...(os.length > 0 ? { os } : {}), ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}) }
}

const exact = (range: string): string => range.replace(/^[\^~=v]+/, '')

const lock = JSON.parse(readFileSync(PATH, 'utf8')) as { packages: Record<string, Row> }
const added: string[] = []
const looked = Object.entries(lock.packages).flatMap(([path, row]) =>
  Object.entries(row.optionalDependencies ?? {}).map(([name, range]) => ({ path, row, name, range })),
)
for (const { path, row, name, range } of looked) {
  if (resolved(lock.packages, path, name)) continue
  const version = exact(range)
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${path} wants ${name} ${range}: no exact version to write into the lock. Add the row by hand.`)
  lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(row.dev === true ? { dev: true } : {}), optional: true }
  added.push(`${name}@${version}`)
}
const check = process.argv.includes('--check')
if (added.length > 0 && !check) {
  const ordered = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'))),
  )
  writeFileSync(PATH, `${JSON.stringify({ ...lock, packages: ordered }, null, 2)}\n`)
}
for (const name of added) console.log(`${check ? 'missing' : 'added'} ${name}`)
console.log(
  `lock: ${Object.keys(lock.packages).length} packages, ${looked.length} optional dependencies, ${added.length} ${check ? 'missing' : 'added'}`,
)
if (looked.length === 0 || (check && added.length > 0)) process.exitCode = 1
