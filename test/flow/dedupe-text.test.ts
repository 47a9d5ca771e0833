import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/surfaces/cli/dedupe-text/outcome.ts'
import { textPdf } from '../support/bad-files.ts'
import { bonafide, startBonafide, type Ran } from '../support/command-line.ts'

/** `bonafide dedupe-text` through the real program: what it finds, and that bad input ends in words. */
const LETTER =
  'Rebuilt the freight invoicing pipeline so that twelve depots could settle nightly instead of weekly and wrote the runbook for it. ' +
  'Replaced a hand kept spreadsheet of harbour slots with a small scheduling service that three terminals still use every morning. ' +
  'Led the move of the customs archive from tape to object storage without losing a single declaration or delaying one ship.'
const EDITED = LETTER.replace('twelve depots', 'nine depots').replace('three terminals', 'all terminals')
const OTHER =
  'Tuned a search index for a library of old maps until readers stopped phoning about it being slow, then taught two colleagues how to keep it so and left a page of notes behind.'

let cwd: string
const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(join(cwd, path, '..'), { recursive: true })
  await writeFile(join(cwd, path), content)
}
const run = (...args: string[]): Promise<Ran> => bonafide(['dedupe-text', '--accept-no-network-isolation', ...args], cwd)
const outcome = async (...args: string[]): Promise<Outcome & { readonly code: number | null }> => {
  const ran = await run(...args, '--json')
  return { ...(JSON.parse(ran.stdout) as Outcome), code: ran.code }
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'bonafide-dedupe-'))
  await put('in/a.txt', LETTER)
  await put('in/below/b.md', EDITED)
  await put('in/c.pdf', textPdf(['Experience', ...LETTER.split('. ').flatMap((sentence) => sentence.match(/.{1,70}(?: |$)/g) ?? [])]))
  await put('in/d.txt', OTHER)
  await put('in/e.txt', LETTER.toUpperCase())
  await put('in/empty.txt', '')
  await put('in/marks.txt', '*** --- ***')
  await put('in/what.bin', new Uint8Array([0, 1, 2]))
  await put(
    'records.jsonl',
    `${[LETTER, EDITED, OTHER].map((text, i) => JSON.stringify({ id: `r${i}`, note: 'x', text })).join('\n')}\n{"id":"cut","te\n{"id":"bare"}\n[]\n`,
  )
  await put('records.csv', `Key;Letter\n1;"${LETTER}"\n2;${EDITED}\n3;${OTHER}\n4\n`)
  await put('lines.txt', `${LETTER}\n\n${EDITED}\n${OTHER}\n`)
}, 60_000)
afterAll(() => rm(cwd, { recursive: true, force: true }))

describe('of a folder', () => {
  test('finds copies across formats and subfolders, with what they share', async () => {
    const found = await outcome('in')
    expect(found.code).toBe(2)
    expect(found.documents).toBe(6)
    expect(found.groups.map((g) => [...g.documents].sort())).toEqual([['a.txt', 'below/b.md', 'c.pdf', 'e.txt']])
    expect(found.groups[0]?.equal).toContainEqual(expect.arrayContaining(['a.txt', 'e.txt']))
    const pair = found.groups[0]?.pairs.find((p) => p.a === 'a.txt' && p.b === 'below/b.md')
    expect(pair?.jaccard).toBeGreaterThan(0.7)
    expect(pair?.passages?.[0]?.text).toContain('depots could settle nightly')
    expect(found.leftOut.withoutWords).toEqual(['marks.txt'])
    expect(found.leftOut.failed.map((f) => [f.source, f.code])).toEqual([
      ['empty.txt', 'empty-file'],
      ['what.bin', 'unsupported-type'],
    ])
  }, 60_000)

  test('says so when there is nothing in it', async () => {
    await mkdir(join(cwd, 'nothing'), { recursive: true })
    const ran = await run('nothing')
    expect([ran.code, ran.stdout]).toEqual([64, ''])
    expect(ran.stderr).toContain('No document was found in "nothing"')
  })

  test('keeps nothing and makes no data folder', async () => {
    await expect(readFile(join(cwd, '.bonafide'))).rejects.toThrow('ENOENT')
  })
})

describe('of a file', () => {
  test('takes JSON lines, and goes on after bad ones', async () => {
    const found = await outcome('records.jsonl')
    expect(found.groups.map((g) => g.documents)).toEqual([['r0', 'r1']])
    expect(found.leftOut.failed.map((f) => f.source)).toEqual(['line 4', 'line 5', 'line 6'])
    expect(found.code).toBe(2)
  })

  test('takes a table by its columns, and names them when one is missing', async () => {
    const found = await outcome('records.csv', '--text', 'letter', '--id', 'key')
    expect(found.groups.map((g) => g.documents)).toEqual([['1', '2']])
    expect(found.leftOut.failed.map((f) => f.source)).toEqual(['row 4'])
    const ran = await run('records.csv', '--text', 'words')
    expect([ran.code, ran.stdout]).toEqual([64, ''])
    expect(ran.stderr).toContain('has no column "words" (--text). Its columns are "Key", "Letter"')
  })

  test('takes a document a line, and bytes that are no UTF-8', async () => {
    expect((await outcome('lines.txt')).groups.map((g) => g.documents)).toEqual([['line 1', 'line 3']])
    await put(
      'broken.txt',
      Buffer.concat([Buffer.from(`${LETTER} caf`), Buffer.from([0xe9, 0x20]), Buffer.from(`bar\n${LETTER} cafe bar\n`)]),
    )
    const found = await outcome('broken.txt')
    expect(found.groups.map((g) => g.documents.length)).toEqual([2])
    expect(found.notes.join()).toContain('One line holds bytes that are no UTF-8')
  })

  test('writes what it found', async () => {
    const ran = await run('records.csv', '--text', 'Letter', '--out', 'out')
    expect(ran.stdout).toContain('Written to out')
    expect(await readFile(join(cwd, 'out/groups.csv'), 'utf8')).toBe('group,documents_in_group,document\r\n1,2,1\r\n1,2,2\r\n')
    expect(await readFile(join(cwd, 'out/pairs.csv'), 'utf8')).toMatch(/^group,a,b,jaccard,longest_shared_passage\r\n1,1,2,0\.\d{4},/)
    expect((JSON.parse(await readFile(join(cwd, 'out/near-duplicates.json'), 'utf8')) as Outcome).documents).toBe(3)
  })

  test('knows one document that stands there very often, and one that is one huge line', async () => {
    await put('same.txt', `${LETTER}\n`.repeat(20_000))
    const same = await outcome('same.txt')
    expect([same.documents, same.different, same.groups.map((g) => g.documents.length)]).toEqual([20_000, 1, [20_000]])
    await put('huge.txt', LETTER.repeat(20_000))
    const huge = await outcome('huge.txt')
    expect([huge.documents, huge.groups]).toEqual([1, []])
  }, 60_000)

  test('names what very many share and does not count it', async () => {
    const footer = 'this letter was written with the careers page of the company and sent from it on the day of the interview to the team'
    const lines = Array.from({ length: 300 }, (_, i) => `${footer} ${Array.from({ length: 40 }, (_, k) => `w${i}x${k}`).join(' ')}`)
    await put('template.txt', `${lines.join('\n')}\n${lines[7]} and more\n`)
    const found = await outcome('template.txt', '--least', '0.2')
    expect(found.groups.map((g) => g.documents)).toEqual([['line 8', 'line 301']])
    expect(found.notCounted).toEqual([{ text: footer, words: 24, documents: 301, of: 301 }])
  })

  test('refuses what it cannot do, in words', async () => {
    for (const [args, says] of [
      [['lines.txt', '--least', '2'], '--least takes a number from 0.2 to 1'],
      [['lines.txt', '--text', 'x'], 'has no columns'],
      [['in', '--text', 'x'], 'is a folder'],
      [['in/c.pdf'], 'is not plain text'],
      [['not-there'], 'There is no file or folder "not-there"'],
    ] as const) {
      const ran = await run(...args)
      expect([ran.code, ran.stdout]).toEqual([64, ''])
      expect(ran.stderr).toContain(says)
    }
  })

  test('stops when it is told to', async () => {
    await put('many.txt', Array.from({ length: 60_000 }, (_, i) => `${LETTER} n${i} ${OTHER} m${i}\n`).join(''))
    const running = startBonafide(['dedupe-text', 'many.txt', '--out', 'stopped'], cwd)
    running.process.stderr?.once('data', () => running.process.kill('SIGINT'))
    const ran = await running.ended
    expect([ran.code, ran.stdout]).toEqual([130, ''])
    expect(ran.stderr).toContain('Nothing was written')
    await expect(readFile(join(cwd, 'stopped/groups.csv'))).rejects.toThrow('ENOENT')
  }, 60_000)

  test('a quotation mark that is never closed names its row, and says that what follows was not read', async () => {
    await put('open.csv', `id,text\r\n1,"${LETTER}"\r\n2,"${OTHER}\r\n3,${EDITED}\r\n`)
    const { leftOut, documents } = await outcome('open.csv')
    expect(documents).toBe(1)
    expect(leftOut.failed.map((f) => f.source)).toEqual(['row 2'])
    expect(leftOut.failed[0]!.detail).toContain('all rows after it were not read')
  })
})
