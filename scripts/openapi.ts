import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { httpApp } from '../src/surfaces/http/app.ts'
import { LIMITS, type Parts } from '../src/surfaces/http/parts.ts'
import { ROOT } from './modules.ts'

/** The API's document as it is committed: from the routes alone, nothing is opened for it. */
export async function openApiText(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  const parts = { version, limits: LIMITS, reach: { origin: 'http://127.0.0.1:8787', proxies: [] } }
  // No request is answered, so what answers them is not needed.
  const app = await httpApp(parts as unknown as Parts)
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 1)}\n`
  await app.close()
  return text
}
