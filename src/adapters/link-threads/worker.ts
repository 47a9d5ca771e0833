import { parentPort, workerData } from 'node:worker_threads'
import { type ScoreJob, scoreSlice } from '../../engine/batch-link/score-slice.ts'
import type { Slice } from './index.ts'

const job = workerData as ScoreJob

parentPort?.on('message', ({ from, to }: Slice) => {
  const kept = scoreSlice(job, from, to)
  parentPort?.postMessage(kept, [
    kept.left.buffer,
    kept.right.buffer,
    kept.odds.buffer,
    kept.linked.buffer,
    kept.pattern.buffer,
    kept.levels.buffer,
  ] as ArrayBuffer[])
})
