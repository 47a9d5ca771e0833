import process from 'node:process'
import { storage } from '../../model/errors.ts'
import { complain, EXIT } from './session.ts'

/** Whoever reads our output may stop early, as `head` does: the work goes on to its end and nothing more is said. A full disk is a fault. */
export function allowClosedPipe(): void {
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') return
    process.exit(complain(storage(`What was asked for cannot be written to standard output (${fault.message}).`, fault)) || EXIT.fault)
  })
  // There is nobody left to tell.
  process.stderr.on('error', () => undefined)
}
