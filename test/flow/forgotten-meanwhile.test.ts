import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { catalog } from '../../src/catalog/index.gen.ts'
import { forget } from '../../src/engine/retain.ts'
import { screen } from '../../src/engine/screen.ts'
import type { Deps } from '../../src/engine/ports.ts'
import { candidateOf, closeSandbox, openWorkshop, UNWATCHED, type Workshop } from '../support/workshop.ts'

/** Somebody is forgotten while a file of theirs is being read: nothing that was read is written down afterwards. */

let workshop: Workshop
beforeEach(async () => (workshop = await openWorkshop()))
afterEach(() => workshop.close())
afterAll(closeSandbox)

const letter = [
  'From: Ada Example <ada@example.com>',
  'To: jobs@example.org',
  'Subject: Application',
  'Date: Mon, 2 Mar 2026 10:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="part"',
  '',
  '--part',
  'Content-Type: text/plain',
  '',
  'My résumé is attached.',
  '--part',
  'Content-Type: text/plain; name="resume.txt"',
  'Content-Disposition: attachment; filename="resume.txt"',
  '',
  'Ada Example',
  'ada@example.com',
  'Engineer, Halyard Works, 2019 - 2023',
  '--part--',
  '',
].join('\r\n')

test('neither its statements nor what lay in it stay', async () => {
  const { deps, actor } = workshop
  const put: string[] = []
  const forgotten: string[] = []
  const meanwhile: Deps = {
    ...deps,
    blobs: {
      ...deps.blobs,
      get: (id) => deps.blobs.get(id),
      delete: (id) => deps.blobs.delete(id),
      async put(bytes) {
        const id = await deps.blobs.put(bytes)
        put.push(id)
        return id
      },
    },
    sandbox: {
      ...deps.sandbox,
      async read(reader, file) {
        const reading = await deps.sandbox.read(reader, file)
        if (forgotten.length > 0) return reading
        const [one] = await deps.store.tx(actor.tenant, (tx) => tx.personas({ limit: 1 }))
        forgotten.push(one?.id ?? '')
        await forget(deps, catalog, actor, { persona: one?.id ?? '', watch: UNWATCHED })
        return reading
      },
    },
  }
  const done = await screen(meanwhile, catalog, actor, { candidates: [candidateOf('ada', { 'letter.eml': letter })], watch: UNWATCHED })
  expect(forgotten[0]).toMatch(/^p-/)
  expect([done.personas, done.failures]).toEqual([[], []])
  expect(put.length).toBe(2)
  await deps.store.tx(actor.tenant, async (tx) => {
    expect(await tx.personas({ limit: 10 })).toEqual([])
    expect(await tx.statementsOf(forgotten)).toEqual([])
    expect(await tx.submissions(forgotten)).toEqual([])
    expect(await tx.artifacts(put)).toEqual([])
    expect(await tx.findings(forgotten)).toEqual([])
    expect(await tx.assessments(forgotten)).toEqual([])
  })
  for (const id of put) await expect(deps.blobs.get(id)).rejects.toThrow()
})
