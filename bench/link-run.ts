import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Model } from '../src/compute/record-linkage/model.ts'
import { type Child, runChild } from './link-child.ts'

const PROGRAM = fileURLToPath(new URL('../bin/bonafide.js', import.meta.url))

export interface Run extends Child {
  readonly clusters: string
  readonly plan: SqlPlan
}

/** What the peer in SQL is told. */
export interface SqlPlan {
  readonly model: Model
  /** Fields that must all be equal, and the most records that may share them. */
  readonly rules: readonly { readonly fields: readonly number[]; readonly most: number }[]
}

/** `bonafide link`, as anybody calls it, in a process of its own from start to end. */
export async function linked(of: { input: string; map: string; out: string; threads: number }): Promise<Run> {
  const options = ['--input', of.input, '--map', of.map, '--out', of.out, '--threads', String(of.threads), '--json']
  const child = await runChild(process.execPath, [PROGRAM, 'link', ...options])
  return { ...child, clusters: join(of.out, 'clusters.parquet'), plan: planOf(JSON.parse(child.output) as Said) }
}

/** The part of `--json` that says by which rules pairs were proposed, and with what they were weighed. */
interface Said {
  readonly model: Model
  readonly rules: readonly { readonly name: string; readonly largest: number }[]
}

/** A rule is named by its columns. */
function planOf({ model, rules }: Said): SqlPlan {
  const field = (name: string): number => model.fields.findIndex((f) => f.name === name)
  return { model, rules: rules.map(({ name, largest }) => ({ fields: name.split(' and ').map(field), most: largest })) }
}
