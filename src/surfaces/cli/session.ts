import process from 'node:process'
import pc from 'picocolors'
import { asAppError } from '../../model/errors.ts'
import { plain } from './plain.ts'
import type { Progress } from '../../engine/screen.ts'
import type { Entry, OpenOptions, Workplace } from './workplace.ts'

export const EXIT = { done: 0, fault: 1, someFailed: 2, usage: 64, interrupted: 130 } as const

/** Shown once, when a data folder is made (R-015). */
export const FIRST_USE =
  'Before the first candidate: refugees, asylees, South Korean citizens and people of Korean ancestry are not targets. Origin is not evidence. Tell candidates that this program is used: `bonafide notice` has the texts.'

/** Options that every command on the data folder has. */
export type DataOptions = OpenOptions

/**
 * Opens the workplace, runs the command, closes it, and turns a fault into a message on standard error and an exit code.
 * Ctrl-C cancels between two steps; a second one ends at once.
 */
export async function inWorkplace(
  entry: Entry,
  options: DataOptions,
  run: (workplace: Workplace, signal: AbortSignal) => Promise<number>,
): Promise<void> {
  const cancel = new AbortController()
  const onSignal = (): void => {
    if (cancel.signal.aborted) process.exit(EXIT.interrupted)
    cancel.abort()
    process.stderr.write('\nStopping after the files under way. Press Ctrl-C again to stop at once.\n')
  }
  process.on('SIGINT', onSignal)
  let workplace: Workplace | undefined
  try {
    workplace = await entry.open(options)
    if (workplace.firstUse) process.stderr.write(`${FIRST_USE}\n\n`)
    process.exitCode = await run(workplace, cancel.signal)
  } catch (error) {
    process.exitCode = complain(error)
  } finally {
    await workplace?.close()
    process.off('SIGINT', onSignal)
  }
}

/** Says what went wrong and returns the exit code for it. */
export function complain(error: unknown): number {
  const fault = asAppError(error)
  process.stderr.write(`${pc.red(fault.title)}: ${plain(fault.detail)}\n`)
  if (fault.status >= 500 && fault.cause instanceof Error && process.env['BONAFIDE_DEBUG'] !== undefined)
    process.stderr.write(`${fault.cause.stack ?? ''}\n`)
  if (fault.code === 'cancelled') return EXIT.interrupted
  return fault.status < 500 && fault.code !== 'in-use' ? EXIT.usage : EXIT.fault
}

/** A line on a terminal that is written over as the work goes on; nothing in a pipe. */
export function progressLine(): { show(event: Progress): void; end(): void } {
  const terminal = process.stderr.isTTY
  let drawn = false
  return {
    show(event) {
      if (!terminal) return
      const what = { received: 'Reading files', compared: 'Comparing', assessed: 'Assessing' }[event.step]
      process.stderr.write(
        `\r\u001B[2K${what} ${event.done}/${event.total}${'source' in event ? pc.dim(`  ${plain(event.source).slice(-60)}`) : ''}`,
      )
      drawn = true
    },
    end() {
      if (drawn) process.stderr.write('\r\u001B[2K')
    },
  }
}
