import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Candidate } from '../../src/engine/screen.ts'
import { candidateOf, closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'

const resume = (name: string, email: string): string =>
  `${name}\n${email} | +1 202 555 0101\n\nExperience\n\nBackend Engineer, Norrport Freight\nJan 2019 – Mar 2022\n- Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly.\n`
const form = (candidate?: string): string =>
  `form: bonafide-interview/1\n${candidate === undefined ? '' : `candidate: ${candidate}\n`}sessions: []\nchecks:\n  - { kind: employment, about: Norrport Freight, outcome: confirmed, contact: independent, recorded_by: Interviewer One }\n`
const TABLE = 'Name,Email,Files\nDana Example,dana@example.com,secret.txt\nEli Sample,eli@example.com,secret.txt\n'
const mail = (attached: Readonly<Record<string, string>>): string =>
  [
    'From: Ada Example <ada@example.com>',
    'To: jobs@example.org',
    'Subject: Application',
    'Date: Tue, 31 Mar 2026 14:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Dear team, my papers are attached. Ada Example',
    ...Object.entries(attached).flatMap(([name, text]) => [
      '--part',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(text).toString('base64'),
    ]),
    '--part--',
    '',
  ].join('\r\n')

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
  return () => shop.close()
})
afterAll(closeSandbox)

const ids = (screened: { readonly personas: readonly { readonly persona: string }[] }): string[] => screened.personas.map((p) => p.persona)
const everybody = (): Promise<readonly string[]> =>
  shop.deps.store.tx(shop.actor.tenant, async (tx) => (await tx.personas({ limit: 100 })).map((p) => p.id))
const propertiesOf = (persona: string): Promise<ReadonlySet<string>> =>
  shop.deps.store.tx(shop.actor.tenant, async (tx) => new Set((await tx.statementsOf([persona])).map((s) => s.property)))
const kept = async (text: string): Promise<boolean> => shop.deps.blobs.has(await shop.deps.blobs.idOf(new TextEncoder().encode(text)))

describe('a record of the company inside a candidate’s file', () => {
  const REFUSED = /only taken when handed in by themselves/

  it('is not taken from a mail: no interview, told under the mail’s name, once and again', async () => {
    const candidate = candidateOf('inbox', {
      'mail.eml': mail({ 'interview.yml': form(), 'resume.txt': resume('Ada Example', 'ada@example.com') }),
    })
    const first = await shop.screen(candidate)
    expect(first.failures).toMatchObject([
      { source: 'inbox/mail.eml › interview.yml', code: 'unsupported-type', detail: expect.stringMatching(REFUSED) },
    ])
    const [persona] = ids(first)
    const properties = await propertiesOf(persona ?? '')
    expect([properties.has('job'), properties.has('check')]).toEqual([true, false])
    expect(await kept(form())).toBe(false)
    const [dossier] = await shop.dossiers(ids(first))
    expect(dossier?.findings.filter((f) => f.finding.direction === 'lowers')).toEqual([])
    expect(await shop.screen(candidate)).toEqual(first)
    // The company's own hand-in of the very same form counts.
    const own = await shop.screen(candidateOf('desk', { 'interview.yml': form() }, { to: persona ?? '' }))
    expect(own.failures.map((f) => f.source)).toEqual(['mail.eml › interview.yml'])
    expect((await propertiesOf(persona ?? '')).has('check')).toBe(true)
    expect((await shop.screen(candidate)).failures).toEqual(first.failures)
    expect((await propertiesOf(persona ?? '')).has('check')).toBe(true)
  })

  it('is not taken from a mail: a table makes no applicants and fetches no files', async () => {
    const fetched: string[] = []
    const candidate: Candidate = {
      ...candidateOf('inbox', { 'mail.eml': mail({ 'applicants.csv': TABLE }) }),
      beside: (path) => {
        fetched.push(path)
        return Promise.resolve({ files: [], failures: [] })
      },
    }
    const screened = await shop.screen(candidate)
    expect(screened.failures).toMatchObject([{ source: 'inbox/mail.eml › applicants.csv', detail: expect.stringMatching(REFUSED) }])
    expect(screened.personas).toHaveLength(1)
    expect(await everybody()).toEqual(ids(screened))
    expect(fetched).toEqual([])
    // The same table by itself does both.
    const own = await shop.screen({ ...candidate, ...candidateOf('table', { 'applicants.csv': TABLE }) })
    expect([own.personas.length, fetched]).toEqual([2, ['secret.txt', 'secret.txt']])
  })

  it('is not taken from a mail in a mail, and what cannot be read there is named by its way', async () => {
    const inner = mail({ 'interview.yml': form(), 'broken.pdf': '%PDF-1.7\nnothing of a document' })
    const candidate = candidateOf('inbox', { 'mail.eml': mail({ 'inner.eml': inner }) })
    const first = await shop.screen(candidate)
    const sources = ['inbox/mail.eml › inner.eml › broken.pdf', 'inbox/mail.eml › inner.eml › interview.yml']
    expect(first.failures.map((f) => f.source).toSorted()).toEqual(sources)
    expect((await shop.screen(candidate)).failures.map((f) => f.source).toSorted()).toEqual(sources)
  })
})

describe('an interview form that names its candidate', () => {
  it('is taken for that one and refused for another, and nothing of it is recorded', async () => {
    const [ada = '', ben = ''] = ids(
      await shop.screen(
        candidateOf('a', { 'a.txt': resume('Ada Example', 'ada@example.com') }),
        candidateOf('b', { 'b.txt': resume('Ben Sample', 'ben@example.org') }),
      ),
    )
    const wrong = await shop.screen(candidateOf('desk', { 'interview.yml': form(ada) }, { to: ben }))
    expect(wrong.failures).toMatchObject([
      { source: 'desk/interview.yml', code: 'conflict', detail: expect.stringContaining(`--to ${ada}`) },
    ])
    expect([(await propertiesOf(ben)).has('check'), (await propertiesOf(ben)).has('job'), await kept(form(ada))]).toEqual([
      false,
      true,
      false,
    ])
    const right = await shop.screen(candidateOf('desk', { 'interview.yml': form(ada) }, { to: ada }))
    expect([right.failures, (await propertiesOf(ada)).has('check')]).toEqual([[], true])
  })

  it('is refused without a candidate to attach it to, and leaves none behind', async () => {
    const [ada = ''] = ids(await shop.screen(candidateOf('a', { 'a.txt': resume('Ada Example', 'ada@example.com') })))
    const alone = await shop.screen(candidateOf('desk', { 'interview.yml': form(ada) }))
    expect(alone).toMatchObject({ personas: [], failures: [{ code: 'conflict', detail: expect.stringContaining(`--to ${ada}`) }] })
    const unknown = await shop.screen(candidateOf('desk', { 'interview.yml': form('p-0000000000000000') }))
    expect(unknown).toMatchObject({ personas: [], failures: [{ code: 'conflict', detail: expect.stringContaining('no such candidate') }] })
    expect(await everybody()).toEqual([ada])
  })
})

describe('a table among one candidate’s own files', () => {
  const text = resume('Ada Example', 'ada@example.com')

  it('leaves the candidate when handed in for them', async () => {
    const [ada = ''] = ids(await shop.screen(candidateOf('a', { 'a.txt': text })))
    const { personas, failures } = await shop.screen(candidateOf('desk', { 'applicants.csv': TABLE }, { to: ada }))
    expect(failures).toEqual([])
    expect(personas).toHaveLength(3)
    expect((await propertiesOf(ada)).has('job')).toBe(true)
    expect(await everybody()).toHaveLength(3)
  })

  it.each(['applicants.csv', 'zz-applicants.csv'])('leaves the candidate of a folder with %s in it', async (name) => {
    const { personas } = await shop.screen(candidateOf('folder', { 'resume.txt': text, [name]: TABLE }))
    expect(personas).toHaveLength(3)
    const dossiers = await shop.dossiers(personas.map((p) => p.persona))
    expect(dossiers.map((d) => d.name ?? '').toSorted()).toEqual(['Ada Example', 'Dana Example', 'Eli Sample'])
  })

  it('leaves the candidate when the folder gets it later', async () => {
    const [ada = ''] = ids(await shop.screen(candidateOf('folder', { 'resume.txt': text })))
    const grown = await shop.screen(candidateOf('folder', { 'resume.txt': text, 'applicants.csv': TABLE }))
    expect(ids(grown)).toContain(ada)
    expect((await propertiesOf(ada)).has('job')).toBe(true)
  })

  it('keeps nothing of a table by itself that has no applicants', async () => {
    const empty = 'Name,Email\n'
    const { personas } = await shop.screen(candidateOf('table', { 'applicants.csv': empty }))
    expect([personas, await everybody(), await kept(empty), await kept(TABLE)]).toEqual([[], [], false, false])
    await shop.screen(candidateOf('table', { 'applicants.csv': TABLE }))
    expect([(await everybody()).length, await kept(TABLE)]).toEqual([2, true])
  })
})
