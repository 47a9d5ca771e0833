import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caps } from './caps.ts'
import type { Shown } from './view.ts'

/** How to start Node with these arguments inside the isolation. */
export type Launcher = (node: readonly string[]) => {
  readonly file: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

const TOOL_NAMES = ['sh', 'env', 'bwrap', 'unshare', 'setpriv', 'mount', 'chroot'] as const
export type Tools = { readonly [K in (typeof TOOL_NAMES)[number]]: string | undefined }

/** All that a child has of an environment. One time zone and one locale, so that reading gives the same on every machine; some libraries insist on a home. */
const CHILD_ENV = { TZ: 'UTC', LANG: 'C.UTF-8', HOME: '/nonexistent' }
const TOOL_PATH = '/usr/bin:/bin:/usr/sbin:/sbin'

/** Where the operator's PATH and the usual folders have them; no shell looks them up later. */
export async function findTools(): Promise<Tools> {
  const folders = [...(process.env['PATH'] ?? '').split(':'), ...TOOL_PATH.split(':')].filter((f) => f.startsWith('/'))
  const find = async (name: string): Promise<string | undefined> => {
    for (const folder of folders) {
      const path = join(folder, name)
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return path
    }
    return undefined
  }
  return Object.fromEntries(await Promise.all(TOOL_NAMES.map(async (name) => [name, await find(name)]))) as unknown as Tools
}

/**
 * Kernel limits that hold even if everything above them fails: no core file, no growing of any file, few open files,
 * processor time, and private memory. Private memory gets half a gigabyte above the cap, because thread stacks and
 * the engine's reserves count there without being used.
 */
const limits = (caps: Caps): string =>
  `ulimit -c 0 && ulimit -f 0 && ulimit -n 256 && ulimit -t ${Math.ceil(caps.seconds) * 4 + 30} && ulimit -d ${(caps.memoryMb + 512) * 1024} && exec "$@"`

const limited = (sh: string, caps: Caps, args: readonly string[]): { file: string; args: string[]; env: Record<string, string> } => ({
  file: sh,
  args: ['-c', limits(caps), 'sh', ...args],
  env: { PATH: TOOL_PATH, ...CHILD_ENV },
})

/** When the main process dies in whatever way, the kernel ends the child. */
const diesWithUs = (setpriv: string | undefined): string[] => (setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'KILL'])

export function bubblewrap(tools: Tools, shown: readonly Shown[], caps: Caps): Launcher | string {
  const { bwrap, sh } = tools
  if (bwrap === undefined || sh === undefined) return 'not installed'
  const binds = shown.flatMap((s) => ('linkTo' in s ? ['--symlink', s.linkTo, s.path] : ['--ro-bind', s.path, s.path]))
  const own = Object.entries(CHILD_ENV).flatMap(([key, value]) => ['--setenv', key, value])
  const flags = [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--clearenv',
    ...own,
    ...binds,
    '--remount-ro',
    '/',
    '--chdir',
    '/',
  ]
  return (node) => limited(sh, caps, [bwrap, ...flags, '--', process.execPath, ...node])
}

/**
 * The same with `unshare` and `mount`, for machines without bubblewrap: new namespaces, an empty read-only tree over
 * /sys (nothing we show lies there) with the shown paths bound into it, chroot, no capabilities. chroot rather than
 * pivot_root: a process without capabilities cannot leave it, and the kernel refuses it further user namespaces.
 */
export function unshare(tools: Tools, shown: readonly Shown[], caps: Caps, as: 'user' | 'root'): Launcher | string {
  const { sh, env, unshare: tool, setpriv, mount, chroot } = tools
  const missing = Object.entries({ sh, env, unshare: tool, setpriv, mount, chroot })
    .filter(([, path]) => path === undefined)
    .map(([name]) => name)
  if (sh === undefined || env === undefined || tool === undefined || setpriv === undefined || mount === undefined || chroot === undefined) {
    return `not installed: ${missing.join(', ')}`
  }
  if (as === 'root' && process.getuid?.() !== 0) return 'not root'
  const spaces = ['--net', '--pid', '--ipc', '--uts', '--mount', '--fork', '--kill-child=KILL']
  const user = as === 'user' ? ['--user', '--map-root-user'] : []
  const entries = shown.flatMap((s) => ('linkTo' in s ? ['link', s.linkTo, s.path] : ['bind', s.path]))
  const own = Object.entries(CHILD_ENV).map(([key, value]) => `${key}=${value}`)
  const inside = [env, '-i', ...own, chroot, '/sys', setpriv, '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', process.execPath]
  return (node) =>
    limited(sh, caps, [
      ...diesWithUs(setpriv),
      tool,
      ...user,
      ...spaces,
      '--',
      sh,
      '-c',
      BUILD_VIEW,
      'sh',
      ...entries,
      '--',
      ...inside,
      ...node,
    ])
}

/**
 * Submounts come along with `--rbind` and stay writable after the remount of their top, so each that is listed after our
 * own is remounted; one that cannot be named ends it.
 */
const BUILD_VIEW = `
set -e
mount -t tmpfs -o mode=755,size=1m bonafide /sys
while [ "$1" != -- ]; do
  if [ "$1" = link ]; then
    mkdir -p "/sys\${3%/*}"; ln -s "$2" "/sys$3"; shift 3
  else
    if [ -d "$2" ]; then mkdir -p "/sys$2"; else mkdir -p "/sys\${2%/*}"; : > "/sys$2"; fi
    mount --rbind "$2" "/sys$2"; mount -o remount,bind,ro,nosuid,nodev "/sys$2"; shift 2
  fi
done
shift
mount -o remount,bind,ro,nosuid,nodev /sys
ours=
while read -r what where _ how _; do
  [ "$what $where" != "bonafide /sys" ] || ours=yes
  [ -n "$ours" ] || continue
  case "$where $how" in
    /sys/*' ro'|/sys/*' ro,'*) ;;
    /sys/*\\\\*) echo "cannot make $where read-only" >&2; exit 1 ;;
    /sys/*) mount -o remount,bind,ro,nosuid,nodev "$where" ;;
  esac
done < /proc/self/mounts
exec "$@"`

/** No namespaces, limits only: used when the operator accepts it, and nowhere else. */
export function limitsOnly(tools: Tools, caps: Caps): Launcher | string {
  const { sh, env, setpriv } = tools
  if (sh === undefined || env === undefined) return 'no POSIX shell'
  const own = Object.entries(CHILD_ENV).map(([key, value]) => `${key}=${value}`)
  return (node) => limited(sh, caps, [...diesWithUs(setpriv), env, '-i', ...own, process.execPath, ...node])
}

/** Node with its permission model and nothing around it. */
export const bare: Launcher = (node) => ({ file: process.execPath, args: node, env: CHILD_ENV })

/**
 * Node's own arguments. Compiled code from strings is off: a parser that builds functions from a file's bytes is how
 * CVE-2024-4367 ran scripts out of fonts. The heap gets three quarters of the memory cap; the rest is buffers.
 */
export function nodeArguments(readable: readonly string[], native: boolean, caps: Caps): string[] {
  return [
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...(native ? ['--allow-addons'] : []),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${Math.max(32, Math.floor(caps.memoryMb * 0.75))}`,
    '--no-warnings',
  ]
}
