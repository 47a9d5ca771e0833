import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyPersona } from '../../src/engine/rebuild.ts'
import { bombDocx, encryptedPdf, gifar, manyPagesPdf, textPdf } from '../support/bad-files.ts'
import { overHttp, type OverHttp } from '../support/over-http.ts'
import { closeSandbox, openWorkshop, type Workshop } from '../support/workshop.ts'
import { zipOf } from '../support/zip.ts'

/** What is sent to the service as a candidate's file, and forms that are no forms: each is answered, nothing ends the service, an honest file is read after all of it. */

let shop: Workshop
let service: OverHttp
let key: string
beforeAll(async () => {
  shop = await openWorkshop()
  service = await overHttp(shop)
  key = service.key(shop.actor.tenant, 'recruiter')
})
afterAll(async () => {
  await service?.close()
  await shop?.close()
  await closeSandbox()
})

const BORDER = 'border'
const part = (disposition: string, bytes: Uint8Array | string): Buffer =>
  Buffer.concat([Buffer.from(`--${BORDER}\r\nContent-Disposition: ${disposition}\r\n\r\n`), Buffer.from(bytes), Buffer.from('\r\n')])
const file = (name: string, bytes: Uint8Array | string): Buffer => part(`form-data; name="file"; filename="${name}"`, bytes)
const form = (...parts: readonly Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from(`--${BORDER}--\r\n`)])

const send = (payload: Buffer, type = `multipart/form-data; boundary=${BORDER}`, query = '?as=each') =>
  service.call(key, { method: 'POST', url: `/api/submissions${query}`, headers: { 'content-type': type }, payload })

const HONEST = 'Gwen Example\ngwen@example.com\n\nExperience\nEngineer, Halyard Works, 2019 - 2023\n'
const LINES = ['Tina Example', 'tina@example.com']

/** Refused at once, or by the worker: of which code. */
const FILES: Readonly<Record<string, readonly [bytes: Uint8Array | string, code: string]>> = {
  'empty.pdf': ['', 'empty-file'],
  'program.pdf': ['MZ\u0090\u0000This program cannot be run in DOS mode.', 'unsupported-type'],
  'page.html': ['<!doctype html><script>alert(1)</script>', 'unsupported-type'],
  'drawing.svg': ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'unsupported-type'],
  'gifar.gif': [gifar(), 'unreadable'],
  'pdf-and-zip.pdf': [new Uint8Array([...textPdf(LINES), ...zipOf([{ name: 'word/document.xml', bytes: '<x/>' }])]), 'unreadable'],
  'truncated.pdf': [textPdf(LINES).subarray(0, 400), 'unreadable'],
  'encrypted.pdf': [encryptedPdf(), 'unreadable'],
  'bomb.docx': [bombDocx(300, 300 << 20), 'too-large'],
  'lying-bomb.docx': [bombDocx(100, 100), 'unreadable'],
  'noise.bin': [randomBytes(4_096), 'unsupported-type'],
}

test('bad files are told one by one, and the good one beside them is read', { timeout: 300_000 }, async () => {
  const all = Object.entries(FILES).map(([name, [bytes]]) => file(name, bytes))
  const answer = await send(form(...all, file('pages.pdf', manyPagesPdf(100_000)), file('good.txt', HONEST)))
  expect(answer.statusCode).toBe(202)
  const { taken, failures } = answer.json() as {
    taken: { run: string; files: string[] }[]
    failures: { source: string; code: string }[]
  }
  await service.work()
  const told = new Map(failures.map((one) => [one.source, one.code]))
  const whole: string[] = []
  for (const one of taken) {
    const run = (await service.call(key, { method: 'GET', url: `/api/runs/${one.run}` })).json()
    expect(run.state).toBe('done')
    for (const failure of run.failures) told.set(failure.source, failure.code)
    if (run.failures.length === 0) whole.push(...one.files)
  }
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(Object.entries(FILES).map(([name, [, code]]) => [name, code])))
  expect(whole.sort()).toEqual(['good.txt', 'pages.pdf'])
})

test.each([
  ['../../../../etc/cron.d/x.txt', 'x.txt'],
  ['C:\\\\Windows\\\\System32\\\\y.txt', 'y.txt'],
  ['a\u0000b\u0007.txt', 'ab.txt'],
  ['=HYPERLINK(1).txt', '=HYPERLINK(1).txt'],
  [`${'long'.repeat(500)}.txt`, `${'long'.repeat(500)}.txt`.slice(-255)],
])('a file that calls itself %j is kept under a hash and never under a path', async (sent, shown) => {
  const answer = await send(form(file(sent, `${HONEST}${sent.length}`)))
  expect(answer.statusCode).toBe(202)
  expect(answer.json().taken.map((one: { files: string[] }) => one.files)).toEqual([[shown]])
})

test.each([
  ['no files', form(), undefined, 400],
  ['a field in place of a file', form(part('form-data; name="file"', 'words')), undefined, 400],
  ['no form at all', Buffer.from('words'), 'text/plain', 415],
  ['JSON', Buffer.from('{"file":"x"}'), 'application/json', 400],
  ['a form without its border', form(file('a.txt', HONEST)), 'multipart/form-data', 400],
  ['a form that breaks off', form(file('a.txt', HONEST)).subarray(0, 120), undefined, 400],
  ['a form of another border', form(file('a.txt', HONEST)), 'multipart/form-data; boundary=other', 400],
  ['a thousand fields', form(...Array.from({ length: 1_000 }, (_, n) => part(`form-data; name="f${n}"`, 'x'))), undefined, 413],
  ['a thousand files', form(...Array.from({ length: 1_000 }, (_, n) => file(`${n}.txt`, `${HONEST}${n}`))), undefined, 413],
  ['a field as long as a book', form(part('form-data; name="note"', 'x'.repeat(3 << 20)), file('a.txt', HONEST)), undefined, 413],
] as const)('%s: refused with what is wrong, and nobody is kept of it', async (_, payload, type, status) => {
  const before = await everyPersona(shop.deps, shop.actor)
  const answer = await send(payload, type, '?as=one')
  expect(answer.json()).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/\S/) })
  expect(answer.statusCode).toBe(status)
  expect(await everyPersona(shop.deps, shop.actor)).toEqual(before)
})

test('after all of it an honest file is taken and read', async () => {
  const answer = await send(form(file('last.txt', HONEST.replace('Gwen', 'Last'))))
  expect(answer.statusCode).toBe(202)
  await service.work()
  const [{ run }] = answer.json().taken
  expect((await service.call(key, { method: 'GET', url: `/api/runs/${run}` })).json()).toMatchObject({ state: 'done', failures: [] })
})
