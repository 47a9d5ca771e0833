import type { EventEmitter } from 'node:events'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/**
 * The real program, one command after another in one process, so that modules and the embedded database's code are loaded once.
 * A command is over when nothing is left to do, as for a process of its own: one that leaves something running never is, and one
 * that ends its process ends this one.
 */
export interface Command {
  readonly args: readonly string[]
  readonly cwd: string
}

/** Written to both streams when a command is over, before its exit code. No command prints it. */
export const OVER = '\u0000over '
/** What Node ends with when the program waits for something that nobody will do. */
const EXIT_UNSETTLED = 13

if (import.meta.main) stand()

function stand(): void {
  enableCompileCache()
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'bonafide.js')
  const emitters: readonly EventEmitter[] = [process, process.stdout, process.stderr]
  const own = new Set<unknown>()
  let count = 0
  let settled = false

  process.on('message', ({ args, cwd }: Command) => {
    process.chdir(cwd)
    process.argv = [process.execPath, bin, ...args]
    settled = false
    // From here on only the command keeps this process up.
    process.channel?.unref()
    // Another address, so that this module runs again; what it imports is there already. A fault of it ends the process.
    void import(`../../src/main.ts?command=${(count += 1)}`).then(() => (settled = true))
  })
  process.on('beforeExit', () => {
    const code = settled ? (process.exitCode ?? 0) : EXIT_UNSETTLED
    process.exitCode = undefined
    for (const { emitter, name, listener } of listening()) if (!own.has(listener)) emitter.off(name, listener)
    process.channel?.ref()
    for (const stream of [process.stdout, process.stderr]) stream.write(`${OVER}${code}\n`)
  })
  process.on('disconnect', () => process.exit())

  const listening = () =>
    emitters.flatMap((emitter) =>
      emitter
        .eventNames()
        .flatMap((name) => emitter.listeners(name).map((listener) => ({ emitter, name, listener: listener as () => void }))),
    )
  for (const { listener } of listening()) own.add(listener)
}
