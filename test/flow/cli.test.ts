import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textPdf } from '../support/bad-files.ts'
import { bonafide, bonafideAlone, documentOf, type Ran, type ScreenJson } from '../support/command-line.ts'
import { putNewDatabase } from '../support/new-database.ts'
import { noServerHere, startServer } from '../support/postgres-server.ts'

/** Every command through the real program, in one data folder, in the order in which a recruiter would use them. */
const PROSE = [
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly, and wrote the runbook for it.',
  'Replaced a hand-kept spreadsheet of harbour slots with a small scheduling service that three terminals still use every morning.',
  'Led the move of the customs archive from tape to object storage without losing a single declaration or delaying one ship.',
]
const resume = (name: string, phone: string, prose: readonly string[] = PROSE): string =>
  `${name}\n${name.split(' ')[0]?.toLowerCase()}@example.com | ${phone}\n\nExperience\n\nBackend Engineer, Norrport Freight\nJan 2019 – Mar 2022\n${prose.map((p) => `- ${p}`).join('\n')}\n\nEducation\nBSc Computer Science, Lakeside Polytechnic, 2014 – 2018\n`
const TABLE =
  'Who,Post,Dial,Gender\nDana Example,dana@example.com,+1 202 555 0131,SECRETG\nEli Sample,eli@example.com,+1 202 555 0132,SECRETG\n'
const MAP = 'columns:\n  name: Who\n  email: Post\n  phone: Dial\n'

let cwd: string
let first: ScreenJson
const run = (...args: string[]): Promise<Ran> => bonafide(args, cwd)
const screen = (...args: string[]): Promise<Ran> => run('screen', '--accept-no-network-isolation', ...args)
const personaOf = (document: ScreenJson, source: string): string =>
  document.screened.find((s) => s.source === source)?.persona ?? `nobody from ${source}`
const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(join(cwd, path, '..'), { recursive: true })
  await writeFile(join(cwd, path), content)
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-cli-'))
  await put('in/ada.pdf', textPdf(resume('Ada Example', '+1 202 555 0101').replaceAll('–', '-').split('\n')))
  await put('in/ben.md', resume('Ben Sample', '(202) 555-0101'))
  await put(
    'in/cleo/resume.txt',
    resume('Cleo Test', '+1 202 555 0107', [
      'Tuned a search index for a library of old maps until readers stopped phoning about it being slow.',
    ]),
  )
  await put(
    'in/cleo/letter.txt',
    'Dear team,\nmy address is cleo.letters@example.com, and I would gladly tell you more about the library of old maps.\n',
  )
  await put('applicants.csv', TABLE)
  await put('map.yml', MAP)
  const ran = await bonafideAlone(['screen', '--accept-no-network-isolation', 'in', '--json', '--report', 'report'], cwd)
  first = documentOf(ran)
  expect([ran.code, ran.stdout.at(0), ran.stdout.at(-2)]).toEqual([0, '{', '}'])
}, 600_000)
afterAll(() => rm(cwd, { recursive: true, force: true }))

describe('screen', () => {
  test('prints one document of exactly the promised shape', () => {
    expect(Object.keys(first)).toEqual(['screened', 'failed'])
    expect(first.failed).toEqual([])
    expect(first.screened.map((s) => s.source)).toEqual(['in/ada.pdf', 'in/ben.md', 'in/cleo'])
    const findings = first.screened.flatMap((s) => s.findings)
    expect(findings.length).toBeGreaterThan(3)
    for (const s of first.screened) {
      expect(Object.keys(s)).toEqual(['persona', 'source', 'recommendation', 'findings', 'outcomes'])
      expect(Object.keys(s.outcomes)).toEqual(['fired', 'quiet', 'notApplicable', 'failed'])
    }
    for (const f of findings) {
      expect(Object.keys(f)).toEqual(['detector', 'version', 'family', 'strength', 'direction', 'room', 'says', 'next', 'evidence'])
      expect(f.evidence.length).toBeGreaterThan(0)
      for (const e of f.evidence) expect(Object.keys(e)).toEqual(['property', 'value', 'original', 'basis', 'artifact', 'at'])
    }
  })

  test('takes a subfolder as one candidate and finds what two different people share', () => {
    expect(first.screened.map((s) => s.recommendation).slice(0, 2)).toEqual(['escalate', 'escalate'])
    expect(['clear', 'ask']).toContain(first.screened[2]?.recommendation)
  })

  test('takes one file, more folders as one candidate, and a table by its column map', async () => {
    await put(
      'more/fay.txt',
      resume('Fay Alone', '+1 202 555 0141', ['Kept the seed bank of a botanical garden in order, and its database too.']),
    )
    await put('more/fay-letter.txt', 'Dear team,\nyou can reach me at fay@example.com; I look after the seed bank of a botanical garden.\n')
    const one = documentOf(await screen('--one', 'more/fay.txt', 'more/fay-letter.txt', '--json'))
    expect(one.screened).toHaveLength(1)
    const file = documentOf(await screen('in/ben.md', '--json'))
    expect(file.screened.map((s) => [s.persona, s.source])).toEqual([[personaOf(first, 'in/ben.md'), 'in/ben.md']])
    const table = await screen('applicants.csv', '--map', 'map.yml', '--json')
    expect([table.code, documentOf(table).screened.length]).toEqual([0, 2])
    expect(table.stdout).not.toContain('SECRETG')
    const shown = await run('show', documentOf(table).screened[0]?.persona ?? '')
    expect(shown.stdout).toMatch(/column "Gender".*dropped unread/)
    expect(shown.stdout).not.toContain('SECRETG')
  })

  test('prints a table for people when no document is asked for', async () => {
    const ran = await screen('in')
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout).toMatch(/Persona .*Says .*Strongest reason .*What to do next/)
    expect(ran.stdout).toMatch(/3 personas: 2 escalate/)
    // eslint-disable-next-line no-control-regex -- colours are control characters
    expect(ran.stdout).not.toMatch(/\u001b/)
  })

  test('goes on past a path that is not there, and refuses a persona or opening that is not known', async () => {
    const gone = await screen('in/cleo', 'nowhere.pdf', '--json')
    expect([gone.code, documentOf(gone).failed.map((f) => [f.source, f.code])]).toEqual([2, [['nowhere.pdf', 'not-found']]])
    const stranger = await screen('in/ben.md', '--to', 'p-0000000000000000', '--json')
    expect([stranger.code, stranger.stdout]).toEqual([64, ''])
    expect(stranger.stderr).toMatch(/Not found: There is no persona "p-0000000000000000" here/)
    const opening = await screen('in/ben.md', '--requisition', 'nope')
    expect([opening.code, opening.stderr]).toEqual([64, expect.stringContaining('no requisition "nope"')])
    await put('broken.yml', 'columns: [')
    expect((await screen('applicants.csv', '--map', 'broken.yml')).code).toBe(64)
  })
})

describe('the report', () => {
  test('is private, whole, and asks no network', async () => {
    const files = await readdir(join(cwd, 'report'))
    const [ada, ben] = [personaOf(first, 'in/ada.pdf'), personaOf(first, 'in/ben.md')].toSorted()
    const shared = ['hubs.html', `link-${ada}-${ben}.html`, files.find((name) => name.startsWith('c-')) ?? 'no cluster']
    expect(files.toSorted()).toEqual(['index.html', ...shared, ...first.screened.map((s) => `${s.persona}.html`)].toSorted())
    expect(((await stat(join(cwd, 'report'))).mode & 0o777).toString(8)).toBe('700')
    for (const name of files) {
      expect(((await stat(join(cwd, 'report', name))).mode & 0o777).toString(8), name).toBe('600')
      const text = await readFile(join(cwd, 'report', name), 'utf8')
      expect(text, name).toMatch(/^<!doctype html>[^]*<\/html>\s*$/)
      expect(
        text.match(/(?:src|href|action|data)\s*=\s*["']?\s*(?:https?:)?\/\/[^"'\s>]*|url\(\s*["']?(?!data:)[^)]*\)|@import|<script/gi),
        name,
      ).toBeNull()
      const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))
      for (const [, target = ''] of text.matchAll(/href="([^"]+)"/g)) {
        const [file, anchor] = target.split('#', 2)
        if (file !== '') expect(files, `${name} → ${target}`).toContain(file)
        else expect(ids.has(anchor), `${name} → ${target}`).toBe(true)
      }
    }
    const index = await readFile(join(cwd, 'report', 'index.html'), 'utf8')
    for (const { persona } of first.screened) expect(index).toContain(`href="${persona}.html"`)
  })

  test('shows the page that evidence stands on', async () => {
    const page = await readFile(join(cwd, 'report', `${personaOf(first, 'in/ada.pdf')}.html`), 'utf8')
    expect(page.includes('data:image/png;base64,')).toBe(true)
    expect(page.includes('202 555 0101')).toBe(true)
  })
})

describe('a persona', () => {
  test('is listed and shown, and each finding explained down to the place', async () => {
    const persona = personaOf(first, 'in/ben.md')
    const list = await run('show')
    expect([list.code, list.stdout]).toEqual([0, expect.stringContaining(persona)])
    const shown = await run('show', persona)
    expect(shown.stdout).toMatch(/ESCALATE: /)
    const finding = /finding ([0-9a-f]{32})/.exec(shown.stdout)?.[1] ?? ''
    const explained = await run('explain', finding)
    expect(explained.code).toBe(0)
    expect(explained.stdout).toMatch(/this persona · \w+ · ben\.md at line=\d+/)
    for (const part of ['Question: ', 'Threshold (', 'Known innocent explanations:', 'What it cannot see:', 'Lawful use: ', 'Sources: '])
      expect(explained.stdout).toContain(part)
    expect([(await run('explain', 'f'.repeat(32))).code, (await run('show', 'p-1')).code]).toEqual([64, 64])
  })

  test('gets files later, and an interview: sheet, answers, and back in', async () => {
    const persona = personaOf(first, 'in/cleo')
    await put('later.txt', 'Dear team,\nmy new address is cleo.new@example.com; please write to me there about the library of old maps.\n')
    const later = documentOf(await screen('later.txt', '--to', persona, '--json'))
    expect(later.screened.map((s) => [s.persona, s.source])).toEqual([[persona, 'later.txt']])
    const printed = await run('interview', 'new', persona)
    expect(printed.stdout).toMatch(/form: bonafide-interview\/1/)
    expect(printed.stdout).toContain('“Norrport Freight”')
    const sheet = await run('interview', 'new', persona, '--out', 'sheet.yml')
    expect([sheet.code, ((await stat(join(cwd, 'sheet.yml'))).mode & 0o777).toString(8)]).toEqual([0, '600'])
    // Never over a sheet that may be filled in already.
    expect((await run('interview', 'new', persona, '--out', 'sheet.yml')).code).not.toBe(0)
    const filled = (await readFile(join(cwd, 'sheet.yml'), 'utf8'))
      .replace(/^(\s*interviewer:).*$/m, '$1 Ivy Asker')
      .replace('accommodation_asked: false', 'accommodation_asked: true')
      .replace(/^(\s*said:).*$/m, '$1 "Three years at the depot, billing"')
      .replace(/^(\s*agreement:).*$/m, '$1 matches')
    await put('sheet.yml', filled)
    const back = await screen('sheet.yml', '--to', persona, '--json')
    expect([back.code, documentOf(back).failed]).toEqual([0, []])
    const shown = await run('show', persona)
    expect(shown.stdout).toMatch(/sheet\.yml: read by interview@\d/)
  })

  test('belongs to an opening that says what is still to ask for', async () => {
    const added = await run(
      'requisition',
      'add',
      'depot-1',
      '--title',
      'Depot engineer',
      '--question',
      'What do you do when a depot settles twice?',
      '--document',
      'resume',
      'photo',
    )
    expect([added.code, added.stdout]).toEqual([0, expect.stringContaining('Opening depot-1: Depot engineer')])
    expect((await run('requisition', 'add', 'depot-2', '--title', 'x', '--document', 'passport')).code).toBe(64)
    const ran = await screen('in/ben.md', '--requisition', 'depot-1', '--json')
    expect(ran.code).toBe(0)
    const list = await run('requisition', 'list')
    expect(list.stdout).toMatch(
      new RegExp(`depot-1 +Depot engineer[^]*${personaOf(first, 'in/ben.md')} \\(open\\): still to ask for: photo`),
    )
    expect((await run('interview', 'new', personaOf(first, 'in/ben.md'))).stdout).toContain('What do you do when a depot settles twice?')
  })

  test('withdraws, is kept for its time, and is forgotten without residue', async () => {
    const [ada, ben] = [personaOf(first, 'in/ada.pdf'), personaOf(first, 'in/ben.md')]
    expect((await run('withdraw', ada)).stdout).toMatch(/has withdrawn. The record is kept until \d{4}-\d\d-\d\d/)
    expect((await run('sweep')).stdout).toMatch(/^0 candidates forgotten, 0 failed/)
    const forgotten = await run('forget', ada)
    expect([forgotten.code, forgotten.stdout]).toEqual([
      0,
      expect.stringMatching(/is forgotten: 1 files removed, [1-9]\d* others assessed again/),
    ])
    expect((await run('show', ada)).code).toBe(64)
    const left = await run('show', ben)
    expect(left.stdout).not.toContain(ada)
    expect(left.stdout).not.toMatch(/ESCALATE|REVIEW/)
  })
})

describe('the house', () => {
  test('rebuilds twice to the same hash', async () => {
    const hashes = [await run('rebuild'), await run('rebuild')].map((ran) => /[0-9a-f]{64}/.exec(ran.stdout)?.[0])
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(hashes[1]).toBe(hashes[0])
  })

  test('rotates its keys and still reads what it kept', async () => {
    expect((await run('keys', 'rotate')).stdout).toMatch(/New keys are in use; [1-9]\d* stored files were encrypted anew/)
    const ran = await run('show', personaOf(first, 'in/ben.md'), '--report', 'again')
    expect([ran.code, await readdir(join(cwd, 'again'))]).toEqual([0, ['hubs.html', 'index.html', `${personaOf(first, 'in/ben.md')}.html`]])
  })

  test('has a whole log and says what protects it', async () => {
    const log = await run('audit', 'verify')
    expect([log.code, log.stdout]).toEqual([0, expect.stringMatching(/^The log is whole: [1-9]\d* rows/)])
    const doctor = await bonafideAlone(['doctor'], cwd)
    for (const line of [/Node \d+/, /network/, /The log is whole/, /detectors, \d+ readers; [1-9]\d* personas/])
      expect(doctor.stdout).toMatch(line)
    expect(doctor.code).toBe(/NOT cut off the network/.test(doctor.stdout) ? 1 : 0)
  })

  test('prints its catalogue, its notices and its help without a data folder', async () => {
    const empty = join(cwd, 'empty')
    await mkdir(empty)
    const list = await bonafide(['catalog', 'list'], empty)
    const id = /^application\/\S+/m.exec(list.stdout)?.[0] ?? ''
    expect(list.stdout).toMatch(/[1-9]\d+ detectors\./)
    const card = await bonafide(['catalog', 'show', id], empty)
    for (const part of [id, 'Threshold (', 'Would clear it:', 'Blind spots:', 'Sources:']) expect(card.stdout).toContain(part)
    expect((await bonafide(['catalog', 'show', 'application/nothing-such'], empty)).code).toBe(64)
    const help = await bonafide(['--help'], empty)
    expect([help.code, help.stdout]).toEqual([0, expect.stringMatching(/Usage: bonafide[^]*screen[^]*explain[^]*doctor[^]*notice/)])
    expect((await bonafide(['--version'], empty)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const notice = await bonafide(['notice'], empty)
    expect([notice.code, notice.stdout.length > 300]).toEqual([0, true])
    const unknown = await bonafide(['notice', 'nowhere'], empty)
    expect([unknown.code, unknown.stderr]).toEqual([64, expect.stringContaining('general')])
    expect(await readdir(empty)).toEqual([])
  })

  test.each([
    [[]],
    [['frobnicate']],
    [['screen']],
    [['screen', 'in', '--no-such-option']],
    [['explain']],
    [['interview', 'renew']],
    [['screen', 'in', '--database-url', 'not a url']],
  ])('ends with 64 when it is called as %j', async (args) => {
    const ran = await bonafideAlone(args, cwd)
    expect([ran.code, ran.stdout]).toEqual([64, ''])
    expect(ran.stderr.length).toBeGreaterThan(20)
    expect(ran.stderr).not.toMatch(/\n\s+at /)
  })
})

const skip = noServerHere()
describe.skipIf(skip !== undefined)(`on PostgreSQL${skip === undefined ? '' : ` (not here: ${skip})`}`, () => {
  test('the document is the same, byte for byte', async () => {
    const server = await startServer()
    try {
      const elsewhere = join(cwd, 'elsewhere')
      await putNewDatabase(join(elsewhere, '.bonafide', 'db'))
      const args = ['screen', '--accept-no-network-isolation', '../in', '../applicants.csv', '--map', '../map.yml', '--json']
      const embedded = await bonafide(args, elsewhere)
      const onServer = await bonafide([...args, '--data', 'other', '--database-url', await server.database()], elsewhere)
      expect([onServer.code, onServer.stdout]).toEqual([0, embedded.stdout])
      expect(documentOf(onServer).screened).toHaveLength(5)
    } finally {
      await server.stop()
    }
  }, 300_000)
})
