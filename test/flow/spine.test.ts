import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../src/engine/audit.ts'
import { catalog } from '../../src/catalog/index.gen.ts'
import { rebuild } from '../../src/engine/rebuild.ts'
import { forget, sweep, withdraw } from '../../src/engine/retain.ts'
import { candidateOf, closeSandbox, openWorkshop, UNWATCHED, type Workshop } from '../support/workshop.ts'

const PROSE = [
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly, and wrote the runbook for it.',
  'Replaced a hand-kept spreadsheet of harbour slots with a small scheduling service that three terminals still use every morning.',
  'Led the move of the customs archive from tape to object storage without losing a single declaration or delaying one ship.',
]
const resume = (name: string, email: string, phone: string, prose: readonly string[] = PROSE): string =>
  `${name}\n${email} | ${phone}\n\nExperience\n\nBackend Engineer, Norrport Freight\nJan 2019 – Mar 2022\n${prose.map((p) => `- ${p}`).join('\n')}\n\nEducation\nBSc Computer Science, Lakeside Polytechnic, 2014 – 2018\n`

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
  return () => shop.close()
})
afterAll(closeSandbox)

describe('a candidate’s files in, an assessment out', () => {
  it('finds two different people with one phone and one text, with evidence on both sides', async () => {
    const { personas, failures } = await shop.screen(
      candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') }),
      candidateOf('b', { 'cv.md': resume('Ben Sample', 'ben@example.org', '(202) 555-0101') }),
      candidateOf('c', {
        'resume.txt': resume('Cleo Test', 'cleo@example.net', '+1 202 555 0107', [
          'Tuned a search index for a library of old maps until readers stopped phoning to complain about it being slow.',
        ]),
      }),
    )
    expect(failures).toEqual([])
    const [a, b, c] = await shop.dossiers(personas.map((p) => p.persona))
    expect([a?.assessment?.recommendation, b?.assessment?.recommendation]).toEqual(['escalate', 'escalate'])
    expect(['clear', 'ask']).toContain(c?.assessment?.recommendation)
    for (const d of [a, b]) {
      const families = d?.findings.filter((f) => f.finding.direction === 'raises').map((f) => f.finding.family)
      expect(families).toEqual(expect.arrayContaining(['contact', 'copied-content']))
      for (const f of d?.findings ?? []) expect(f.evidence).toHaveLength(f.finding.because.length)
    }
    const phone = a?.findings.find((f) => f.finding.family === 'contact' && f.finding.direction === 'raises')
    expect(phone?.evidence.map((e) => [e.statement.value, e.own]).toSorted()).toEqual([
      ['+12025550101', false],
      ['+12025550101', true],
    ])
  })

  it('knows the same applicant again, under another name too, and does not call it a copy', async () => {
    const { personas } = await shop.screen(
      candidateOf('first', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') }),
      candidateOf('again', { 'resume.txt': resume('Ada Othername', 'ada@example.com', '+1 202 555 0101') }),
    )
    const found = await shop.dossiers(personas.map((p) => p.persona))
    expect(found).toHaveLength(2)
    for (const d of found) expect(d.findings.filter((f) => f.finding.direction === 'raises')).toEqual([])
  })

  it('adds nothing when the same files come twice', async () => {
    const candidate = candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') })
    const count = () =>
      shop.deps.store.tx(shop.actor.tenant, async (tx) => ({
        personas: (await tx.personas({ limit: 10 })).length,
        statements: (await tx.statementsOf((await tx.personas({ limit: 10 })).map((p) => p.id))).length,
        audit: (await tx.auditHead())?.seq,
        hash: await tx.derivedHash(),
      }))
    const first = await shop.screen(candidate)
    const before = await count()
    expect(before.statements).toBeGreaterThan(5)
    expect(await shop.screen(candidate)).toEqual(first)
    expect(await count()).toEqual(before)
  })

  it('reads the rows of a table as candidates, drops protected columns by name and keeps the rest', async () => {
    const table =
      'Name,Email,Phone,Gender,Date of birth,Nationality\nAda Example,ada@example.com,+1 202 555 0101,SECRETG,1990-01-01,SECRETN\nBen Sample,ben@example.com,+1 202 555 0102,SECRETG,1991-01-01,SECRETN\n'
    const { personas, failures } = await shop.screen(candidateOf('table', { 'applicants.csv': table }))
    expect(failures).toEqual([])
    expect(personas).toHaveLength(2)
    const found = await shop.dossiers(personas.map((p) => p.persona))
    expect(JSON.stringify(found.map((d) => d.statements))).not.toMatch(/SECRET|1990-01-01/)
    const notes = found[0]?.submissions.flatMap((s) => s.read?.notes ?? []).filter((n) => n.kind === 'dropped-field') ?? []
    expect(notes.length).toBeGreaterThan(0)
    expect(await shop.screen(candidateOf('table', { 'applicants.csv': table }))).toEqual({ personas, woken: [], failures })
  })

  it('goes on past a bad file and says what is wrong with it', async () => {
    const { personas, failures } = await shop.screen(
      candidateOf('a', {
        'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101'),
        'empty.pdf': '',
        'program.exe': 'MZ\u0000\u0001',
      }),
    )
    expect(personas).toHaveLength(1)
    expect(failures.map((f) => f.code).toSorted()).toEqual(['empty-file', 'unsupported-type'])
    for (const f of failures) expect(f.detail.length).toBeGreaterThan(20)
  })

  it('adds files to a known persona', async () => {
    const { personas } = await shop.screen(candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') }))
    const to = personas[0]?.persona as string
    const second = await shop.screen(
      candidateOf(
        'more',
        { 'letter.txt': 'Dear team,\nplease reach me at ada.second@example.com from now on, thank you very much.\n' },
        { to },
      ),
    )
    expect(second.personas.map((p) => p.persona)).toEqual([to])
    const [d] = await shop.dossiers([to])
    expect(
      d?.statements
        .filter((s) => s.property === 'email')
        .map((s) => s.value)
        .toSorted(),
    ).toEqual(['ada.second@example.com', 'ada@example.com'])
  })
})

describe('forms on the right to work (R-012)', () => {
  const form =
    'Employment Eligibility Verification\nDepartment of Homeland Security\nU.S. Citizenship and Immigration Services\nSection 1. Employee Information and Attestation\n'
  it('keeps nothing of one, and reads the rest of the folder', async () => {
    const { personas, failures } = await shop.screen(
      candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101'), 'form.txt': form }),
      candidateOf('b', { 'form.txt': `${form} again` }),
    )
    expect(failures.map((f) => f.code)).toEqual(['refused-document', 'refused-document'])
    expect(personas).toHaveLength(1)
    const [d] = await shop.dossiers(personas.map((p) => p.persona))
    expect(d?.submissions.map((s) => s.file?.name)).toEqual(['resume.txt'])
    expect(await shop.deps.blobs.has(await shop.deps.blobs.idOf(new TextEncoder().encode(form)))).toBe(false)
    expect(await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.personas({ limit: 10 }))).toHaveLength(1)
  })
  it('does not take a résumé for one that says its author handled them', async () => {
    const { failures } = await shop.screen(
      candidateOf('a', {
        'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101', [
          'Ran I-9 audits and employment eligibility verification for four hundred new hires with E-Verify, working with counsel.',
        ]),
      }),
    )
    expect(failures).toEqual([])
  })
})

describe('what is kept and what is forgotten', () => {
  it('rebuilds to the same hash, twice', async () => {
    await shop.screen(
      candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') }),
      candidateOf('b', { 'resume.txt': resume('Ben Sample', 'ben@example.org', '+1 202 555 0101') }),
    )
    const before = await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.derivedHash())
    const first = await rebuild(shop.deps, catalog, shop.actor, UNWATCHED)
    expect(first.hash).toBe(before)
    expect(await rebuild(shop.deps, catalog, shop.actor, UNWATCHED)).toEqual(first)
  })

  it('forgets without residue and assesses again whom it touched', async () => {
    const { personas } = await shop.screen(
      candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') }),
      candidateOf('b', { 'resume.txt': resume('Ben Sample', 'ben@example.org', '+1 202 555 0101') }),
    )
    const [a, b] = personas.map((p) => p.persona) as [string, string]
    const artifact = (await shop.dossiers([a]))[0]?.submissions[0]?.artifact as string
    expect(await shop.deps.blobs.has(artifact)).toBe(true)
    await forget(shop.deps, catalog, shop.actor, { persona: a, watch: UNWATCHED })
    expect(await shop.dossiers([a])).toEqual([])
    expect(await shop.deps.blobs.has(artifact)).toBe(false)
    const [left] = await shop.dossiers([b])
    expect(left?.findings.filter((f) => f.finding.direction === 'raises')).toEqual([])
    const rows = await shop.deps.store.tx(shop.actor.tenant, (tx) => tx.auditRows(0, 100))
    expect(rows.at(-1)?.action).toBe('forgotten')
    expect(JSON.stringify(rows)).not.toMatch(/ada@|Example|202555|555-01/)
  })

  it('sweeps who is due and nobody else', async () => {
    const { personas } = await shop.screen(
      candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') }),
      candidateOf('b', { 'resume.txt': resume('Ben Sample', 'ben@example.org', '+1 202 555 0102') }),
    )
    const [a, b] = personas.map((p) => p.persona) as [string, string]
    await withdraw(shop.deps, shop.actor, a)
    const later = (days: number) => ({ ...shop.deps, clock: { now: () => new Date(Date.now() + days * 86_400_000).toISOString() } })
    expect((await sweep(later(170), catalog, shop.actor, UNWATCHED)).forgotten).toEqual([])
    expect((await sweep(later(181), catalog, shop.actor, UNWATCHED)).forgotten).toEqual([a])
    expect((await shop.dossiers([a, b])).map((d) => d.persona.id)).toEqual([b])
  })

  it('has a log that is whole', async () => {
    await shop.screen(candidateOf('a', { 'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101') }))
    const { rows, faults } = await verifyAudit(shop.deps, shop.actor)
    expect(rows).toBeGreaterThan(0)
    expect(faults).toEqual([])
  })
})

describe('a table among a candidate’s files', () => {
  it('gives its own applicants and leaves the candidate, once and again', async () => {
    const table = 'Name,Email,Phone\nDana Example,dana@example.com,+1 202 555 0131\nEli Sample,eli@example.com,+1 202 555 0132\n'
    const candidate = candidateOf('folder', {
      'applicants.csv': table,
      'resume.txt': resume('Ada Example', 'ada@example.com', '+1 202 555 0101'),
    })
    const first = await shop.screen(candidate)
    expect(first.failures).toEqual([])
    const found = await shop.dossiers(first.personas.map((p) => p.persona))
    expect(found.map((d) => d.name ?? '').toSorted()).toEqual(['Ada Example', 'Dana Example', 'Eli Sample'])
    const again = await shop.screen(candidate)
    expect(again.personas.map((p) => p.persona).toSorted()).toEqual(first.personas.map((p) => p.persona).toSorted())
  })

  it('is known again when its folder has grown', async () => {
    const text = resume('Ada Example', 'ada@example.com', '+1 202 555 0101')
    const { personas } = await shop.screen(candidateOf('folder', { 'resume.txt': text }))
    const grown = await shop.screen(
      candidateOf('folder', { 'resume.txt': text, 'letter.txt': 'Dear team,\nyou reach me at ada.second@example.com from now on.\n' }),
    )
    expect(grown.personas).toEqual(personas)
  })
})
