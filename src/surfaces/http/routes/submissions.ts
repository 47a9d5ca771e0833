import { z } from 'zod'
import type { ReceivedFile } from '../../../engine/intake.ts'
import { handIn, type HandedIn } from '../../../engine/jobs/hand-in.ts'
import type { Failure } from '../../../engine/read.ts'
import { notFound } from '../../../model/errors.ts'
import { route } from '../route.ts'
import { failure, failureOf } from './shapes.ts'

const taken = z.object({ persona: z.string(), run: z.string(), files: z.array(z.string()) })

const submit = route({
  method: 'POST',
  path: '/api/submissions',
  says: 'Hands in files of candidates. They are kept at once; reading and comparing them is a run that can be watched and stopped.',
  may: 'persona:submit',
  files: true,
  query: z.object({
    /** `one`: all files are of one candidate. `each`: each file is a candidate, and a table one for each row. */
    as: z.enum(['one', 'each']).default('one'),
    /** The candidate who hands in more; only with `as=one`. */
    to: z.string().max(100).optional(),
    requisition: z.string().max(200).optional(),
    /** What this is called in lists, such as the name of a folder; else the first file's name. */
    source: z.string().min(1).max(300).optional(),
  }),
  // The same files are one candidate however often they come.
  once: false,
  status: 202,
  reply: z.object({ taken: z.array(taken), failures: z.array(failure) }),
  async handle({ deps, catalog, caller, parts, upload }, { query }) {
    await deps.store.tx(caller.tenant, async (tx) => {
      if (query.to !== undefined && (await tx.persona(query.to)) === undefined) throw notFound('persona', query.to)
      if (query.requisition !== undefined && (await tx.requisition(query.requisition)) === undefined)
        throw notFound('requisition', query.requisition)
    })
    const all: z.infer<typeof taken>[] = []
    const failures: Failure[] = []
    const give = async (source: string, files: readonly ReceivedFile[]): Promise<void> => {
      const { to, requisition } = query
      const handed: HandedIn = await handIn({ ...deps, jobs: parts.jobs }, catalog, caller, {
        source,
        files,
        ...(to === undefined ? {} : { to }),
        ...(requisition === undefined ? {} : { requisition }),
      })
      failures.push(...handed.failures)
      if (handed.taken === undefined) return
      const refused = new Set(handed.failures.map((one) => one.source))
      all.push({ ...handed.taken, files: files.map((file) => file.name).filter((name) => !refused.has(name)) })
    }
    const files: ReceivedFile[] = []
    for await (const sent of upload())
      if ('failure' in sent) failures.push(sent.failure)
      else if (query.as === 'each' && query.to === undefined) await give(sent.file.name, [sent.file])
      else files.push(sent.file)
    if (files[0] !== undefined) await give(query.source ?? files[0].name, files)
    return { taken: all, failures: failures.map(failureOf) }
  },
})

export const submissionRoutes = [submit] as const
