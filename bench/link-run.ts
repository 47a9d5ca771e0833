import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Child, runChild } from './link-child.ts'

const PROGRAM = fileURLToPath(new URL('../bin/bonafide.js', import.meta.url))

export interface Run extends Child {
  readonly clusters: string
  readonly model: string
}

/** `bonafide link`, as anybody calls it, in a process of its own from start to end. */
export async function linked(of: { input: string; map: string; out: string; threads: number }): Promise<Run> {
  const options = ['--input', of.input, '--map', of.map, '--out', of.out, '--threads', String(of.threads), '--json']
  const child = await runChild(process.execPath, [PROGRAM, 'link', ...options])
  return { ...child, clusters: join(of.out, 'clusters.parquet'), model: join(of.out, 'model.json') }
}
