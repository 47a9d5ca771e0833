import { parentPort, workerData } from 'node:worker_threads'
import type { Pieces } from '../../engine/batch-link/pieces.ts'
import { asAppError } from '../../model/errors.ts'
import { DOERS, type Doer } from './doers.ts'
import type { Answer, Start } from './index.ts'

type Some = keyof Pieces

const port = parentPort!
port.on('message', (piece: Pieces[Some]['piece'] | undefined) => void (piece === undefined ? end() : work(piece)))
const doer = begun(workerData as Start<Some>)

/** Whoever cancels ends the thread. */
async function begun({ kind, job }: Start<Some>): Promise<Doer<'score'>> {
  return (DOERS[kind] as (typeof DOERS)['score'])(job as Pieces['score']['job'], new AbortController().signal)
}

async function work(piece: Pieces[Some]['piece']): Promise<void> {
  try {
    const result = await (await doer).one(piece as Pieces['score']['piece'])
    port.postMessage({ result } satisfies Answer<'score'>, ownBuffers(result))
  } catch (error) {
    const { code, status, title, detail, cause } = asAppError(error)
    port.postMessage({ fault: { code, status, title, detail, cause } } satisfies Answer<Some>)
  }
}

async function end(): Promise<void> {
  await (await doer).close?.()
  port.close()
}

/** What is not shared is handed over rather than copied. */
function ownBuffers(result: object): ArrayBuffer[] {
  const arrays: unknown[] = Object.values(result)
  return arrays.flatMap((value) => (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : []))
}
