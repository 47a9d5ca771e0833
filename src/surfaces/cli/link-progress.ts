import process from 'node:process'
import type { StageName } from '../../engine/batch-link/ports.ts'

const WORDS: Readonly<Record<StageName, readonly [doing: string, things: string]>> = {
  read: ['Reading', 'records'],
  columns: ['Loading columns', 'records'],
  candidates: ['Finding candidates', 'rules'],
  train: ['Training', 'pairs'],
  score: ['Scoring', 'pairs'],
  cluster: ['Clustering', 'records'],
  write: ['Writing', 'records'],
}
/** A line is drawn anew at most so often, in milliseconds. */
const OFTEN = 150

/** A line a stage with its rate, on standard error; on a terminal the line under way is written over. */
export function linkProgress(): { show(stage: StageName, done: number, total: number): void; end(): void } {
  const terminal = process.stderr.isTTY
  let current: StageName | undefined
  let began = 0
  let drawn = 0
  const clear = (): void => {
    if (terminal && drawn > 0) process.stderr.write('\r\u001B[2K')
    drawn = 0
  }
  return {
    show(stage, done, total) {
      const now = performance.now()
      if (stage !== current) {
        current = stage
        began = now
      }
      const [doing, things] = WORDS[stage]
      const seconds = (now - began) / 1000
      if (total > 0 && done >= total) {
        clear()
        const rate = seconds > 0.001 && things !== 'rules' ? `, ${grouped(done / seconds)} a second` : ''
        process.stderr.write(`${doing}: ${grouped(done)} ${things} in ${seconds.toFixed(1)} s${rate}\n`)
        current = undefined
      } else if (terminal && now - drawn >= OFTEN) {
        clear()
        const rate = done > 0 && seconds > 0.5 ? `, ${grouped(done / seconds)} a second` : ''
        process.stderr.write(`${doing}${total > 0 ? ` ${grouped(done)} of ${grouped(total)} ${things}` : ''}${rate}`)
        drawn = now
      }
    },
    end: clear,
  }
}

const grouped = (n: number): string => Math.round(n).toLocaleString('en-US')
