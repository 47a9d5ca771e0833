import { findTools, type Tools } from '../../src/adapters/sandbox/launch.ts'
import { openSandbox, type ReadingSandbox, type SandboxOptions } from '../../src/adapters/sandbox/index.ts'

/** Small caps, so that what runs into one does so soon; not the time, which a busy machine would run into first. */
export const SMALL = { seconds: 60, memoryMb: 300, outputMb: 2, startSeconds: 60 }

export const FIXTURES = {
  readersModule: new URL('fixture-readers.ts', import.meta.url),
  renderModule: new URL('fixture-render.ts', import.meta.url),
}

export const openFixtures = (more: Partial<SandboxOptions> = {}): ReadingSandbox =>
  openSandbox({ ...FIXTURES, caps: SMALL, size: 2, ...more })

const tools = await findTools()
const without = (...names: readonly (keyof Tools)[]): Tools => ({ ...tools, ...Object.fromEntries(names.map((name) => [name, undefined])) })

export interface Wall {
  readonly network: 'bubblewrap' | 'unshare' | 'none'
  readonly options: Partial<SandboxOptions>
  /** Why it cannot be tested on this machine; undefined when it can. */
  readonly missing: string | undefined
}

/** Every way of isolation, each forced by hiding the tools of the others, and whether this machine has it. */
export const walls: readonly Wall[] = await Promise.all(
  (
    [
      ['bubblewrap', { tools: without('unshare') }],
      ['unshare', { tools: without('bwrap') }],
      ['none', { tools: without('bwrap', 'unshare'), acceptNoNetworkIsolation: true }],
    ] as const
  ).map(async ([network, options]) => {
    const sandbox = openFixtures(options)
    const found = await sandbox.isolation()
    await sandbox.close()
    const why = found.tried.map(({ by, why }) => `${by}: ${why}`).join('; ')
    return { network, options, missing: found.network === network ? undefined : `this machine cannot isolate by ${network} (${why})` }
  }),
)
