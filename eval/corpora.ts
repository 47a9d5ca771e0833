import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const corpus = z.strictObject({
  title: z.string(),
  found: z.string(),
  labels: z.string().optional(),
  origin: z.string(),
  split: z.string(),
  licence: z.string(),
  holds: z.string(),
})
const manifest = z.strictObject({
  resumes: corpus,
  'honest-accounts': corpus,
  'alleged-accounts': corpus,
  'second-company': corpus,
  names: corpus,
})

const ROOT = resolve(import.meta.dirname, '..')
export const CORPORA = manifest.parse(parse(readFileSync(join(import.meta.dirname, 'corpora.yml'), 'utf8')))

/** Where the real data lies; undefined where it is not present. */
export function sharedFolder(): string | undefined {
  const folder = resolve(ROOT, process.env['BONAFIDE_SHARED_DATA'] ?? '../shared/data')
  return existsSync(join(folder, CORPORA.resumes.found)) ? folder : undefined
}
