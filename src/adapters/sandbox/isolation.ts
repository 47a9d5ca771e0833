import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Caps } from './caps.ts'
import { bare, bubblewrap, limitsOnly, unshare, type Launcher, type Tools } from './launch.ts'
import type { Shown } from './view.ts'

/** What protects this machine from the files it reads, as found by trying it. For `doctor`. */
export interface Isolation {
  /** Node's permission model: no other program, no thread, no file outside the product's own code, no compiled library in plain children. */
  readonly permissionModel: true
  /** What cuts the network off, unix sockets included. `none`: nothing does. */
  readonly network: 'bubblewrap' | 'unshare' | 'none'
  /** `mounts`: the child sees only the product's code and system libraries, all read-only. `permission-model`: Node alone refuses. */
  readonly readOnly: 'mounts' | 'permission-model'
  /** Kernel limits on memory, processor time and file size, beside the caps that the main process watches. */
  readonly kernelLimits: boolean
  readonly caps: Caps
  /** What was tried before, and why it was not taken. */
  readonly tried: readonly { readonly by: string; readonly why: string }[]
}

export interface Found {
  readonly isolation: Isolation
  readonly launcher: Launcher
}

/** Tries the strongest first, each with the very command that children will be started with, and takes the first that works. */
export async function findIsolation(tools: Tools, shown: readonly Shown[], caps: Caps): Promise<Found> {
  const tried: { by: string; why: string }[] = []
  const candidates: readonly Candidate[] = [
    {
      by: 'bubblewrap',
      launcher: bubblewrap(tools, shown, caps),
      offers: { network: 'bubblewrap', readOnly: 'mounts', kernelLimits: true },
    },
    {
      by: 'unshare',
      launcher: unshare(tools, shown, caps, 'user'),
      offers: { network: 'unshare', readOnly: 'mounts', kernelLimits: true },
    },
    {
      by: 'unshare as root',
      launcher: unshare(tools, shown, caps, 'root'),
      offers: { network: 'unshare', readOnly: 'mounts', kernelLimits: true },
    },
    { by: 'limits only', launcher: limitsOnly(tools, caps), offers: { network: 'none', readOnly: 'permission-model', kernelLimits: true } },
  ]
  for (const { by, launcher, offers } of candidates) {
    const why = typeof launcher === 'string' ? launcher : await failure(launcher)
    if (typeof launcher !== 'string' && why === undefined) return { launcher, isolation: { permissionModel: true, ...offers, caps, tried } }
    tried.push({ by, why: why ?? '' })
  }
  return {
    launcher: bare,
    isolation: { permissionModel: true, network: 'none', readOnly: 'permission-model', kernelLimits: false, caps, tried },
  }
}

interface Candidate {
  readonly by: string
  /** Or why there is none. */
  readonly launcher: Launcher | string
  readonly offers: Pick<Isolation, 'network' | 'readOnly' | 'kernelLimits'>
}

/** Starts Node inside it, so that a missing library or a refused mount is found now and not with the first file. */
async function failure(launcher: Launcher): Promise<string | undefined> {
  const { file, args, env } = launcher(['--version'])
  try {
    await promisify(execFile)(file, args, { env, timeout: 10_000, killSignal: 'SIGKILL' })
    return undefined
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    return (stderr?.trim().split('\n')[0] || message).slice(0, 300)
  }
}
