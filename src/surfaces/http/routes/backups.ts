import { z } from 'zod'
import { startBackup } from '../../../engine/jobs/backup.ts'
import { route } from '../route.ts'
import { instant } from './shapes.ts'

const list = route({
  method: 'GET',
  path: '/api/backups',
  says: 'Backups that were asked for here and lie in the data folder, newest first. They are copied away and restored at the machine.',
  may: 'system:operate',
  reply: z.object({ items: z.array(z.object({ name: z.string(), bytes: z.number().int(), made: instant })) }),
  async handle({ parts }) {
    return { items: [...(await parts.backups())] }
  },
})

const start = route({
  method: 'POST',
  path: '/api/backups',
  says: 'Writes a backup of everything, encrypted, into the data folder. It is a run that can be watched and stopped; no key is told.',
  may: 'system:operate',
  status: 202,
  reply: z.object({ run: z.string() }),
  async handle({ deps, parts, caller, location }) {
    const run = await startBackup({ ...deps, jobs: parts.jobs }, caller)
    location(`/api/runs/${run}`)
    return { run }
  },
})

export const backupRoutes = [list, start] as const
