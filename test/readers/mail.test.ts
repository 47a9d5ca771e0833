import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownLines, textOfHtml } from '../../src/catalog/readers/mail/body.ts'
import { hopOf, offsetOf } from '../../src/catalog/readers/mail/headers.ts'
import reader from '../../src/catalog/readers/mail/reader.ts'
import type { Reading } from '../../src/kit/reader.ts'
import { AppError } from '../../src/model/errors.ts'
import type { Property, ValueOf } from '../../src/model/vocabulary.ts'

const SAMPLES = resolve(import.meta.dirname, '../../src/catalog/readers/mail/samples')
const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content.replaceAll('\n', '\r\n')) : content
const read = (content: string | Uint8Array, name = 'mail.eml') => reader.read({ bytes: bytesOf(content), name })
const sample = (name: string) => read(new Uint8Array(readFileSync(join(SAMPLES, name))), name)
const allOf = <P extends Property>(reading: Reading, property: P) =>
  reading.statements.filter((s) => s.property === property).map((s) => ({ value: s.value as ValueOf<P>, at: s.at }))

async function refusal(content: string | Uint8Array, name = 'mail.eml'): Promise<AppError> {
  const error: unknown = await read(content, name).then(
    () => new Error('it was read'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('a mail', () => {
  it('states who sent it, when, from which zone and by which way', async () => {
    const reading = await sample('application.eml')
    expect(allOf(reading, 'mail')).toEqual([
      {
        value: {
          from: 'marta.invented@example.org',
          date: '2025-03-04T09:15:00.000Z',
          offsetMinutes: -300,
          messageId: '<abc-1@out.example.org>',
          returnPath: 'marta.invented@example.org',
          replyTo: 'marta@example.net',
        },
        at: 'header=From&index=1',
      },
    ])
    expect(allOf(reading, 'received-hop')).toEqual([
      {
        value: { by: 'store.example.com', from: 'mx.example.com', ip: '198.51.100.20', at: '2025-03-04T09:15:04.000Z' },
        at: 'header=Received&index=1',
      },
      {
        value: { by: 'mx.example.com', from: 'out.example.org', ip: '192.0.2.25', at: '2025-03-04T09:15:03.000Z' },
        at: 'header=Received&index=2',
      },
      {
        value: { by: 'out.example.org', from: '[192.0.2.130]', ip: '192.0.2.130', at: '2025-03-04T09:15:01.000Z' },
        at: 'header=Received&index=3',
      },
    ])
    expect(reading.statements.find((s) => s.property === 'email')).toMatchObject({
      value: 'marta.invented@example.org',
      original: 'Marta.Invented@example.org',
      basis: 'observed',
    })
    expect(allOf(reading, 'document-metadata')[0]?.value).toEqual({ format: 'mail', creator: 'Sample Mail 5.1' })
    expect(reading.role).toBe('mail')
  })

  it('reads contacts and prose of its own text, not of the quoted one, and no career', async () => {
    const reading = await sample('application.eml')
    expect(allOf(reading, 'phone').map(({ value }) => value)).toEqual(['+12025550123'])
    expect(allOf(reading, 'link')[0]?.value).toMatchObject({ handle: 'marta-invented' })
    expect(allOf(reading, 'passage').some(({ value }) => value.text.includes('booking service of a freight company'))).toBe(true)
    expect(reading.statements.some((s) => ['job', 'education', 'skill'].includes(s.property))).toBe(false)
    expect(reading.notes).toContainEqual({ kind: 'skipped', says: 'Lines quoted from earlier mails', count: 3 })
  })

  it('hands on its attachments under a bare name', async () => {
    const { enclosed } = await sample('application.eml')
    expect(enclosed.map(({ name, at, about }) => [name, at, about])).toEqual([['cv.txt', 'attachment=1', 'self']])
    expect(new TextDecoder().decode(enclosed[0]!.bytes)).toBe('Marta Invented\nmarta.invented@example.org\n')
  })

  it('reads text that is only HTML', async () => {
    const reading = await sample('web.eml')
    expect(allOf(reading, 'link').map(({ value }) => value.url)).toEqual(['https://otto.example.net/work'])
    expect(allOf(reading, 'passage').map(({ value }) => value.text)).toContain('Wrote the timetable service for the mills')
    expect(JSON.stringify(reading.statements)).not.toContain('somebody.else')
  })

  it('states nothing about the candidate when somebody or something else sent it', async () => {
    const mail = (head: string) =>
      `${head}\nMessage-ID: <a@example.com>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nRita, +1 202 555 0188\n--b\nContent-Type: message/rfc822\n\nFrom: marta@example.org\nSubject: Application\n\nDear team\n--b--\n`
    const others = [
      'From: rita@example.com\nSubject: Fwd: Application',
      'From: rita@example.com\nSubject: Re: WG: Bewerbung',
      'From: no-reply@example.com\nSubject: New application',
      'From: jobs@example.com\nAuto-Submitted: auto-generated\nSubject: x',
      'From: a@example.com\nList-Id: <l.example.com>\nSubject: x',
    ]
    for (const head of others) {
      const reading = await read(mail(head))
      expect(reading.statements, head).toEqual([])
      expect(reading.notes[0]?.kind).toBe('skipped')
      expect(reading.enclosed.map(({ name }) => name)).toEqual(['attachment-1.eml'])
    }
    expect(others).toHaveLength(5)
    expect((await read(mail('From: rita@example.com\nSubject: Re: Information'))).statements.length).toBeGreaterThan(0)
  })
})

describe('parts of a mail', () => {
  it('zones', () => {
    expect(offsetOf('Tue, 4 Mar 2025 04:15:00 -0530')).toBe(-330)
    expect(offsetOf('4 Mar 25 04:15 GMT')).toBe(0)
    expect(offsetOf('Tue, 4 Mar 2025 04:15:00 EDT')).toBe(-240)
    for (const unknown of [
      'Tue, 4 Mar 2025 04:15:00 -0000',
      'Tue, 4 Mar 2025 04:15:00 +9900',
      'Tue, 4 Mar 2025 04:15:00 K',
      'never',
      undefined,
    ])
      expect(offsetOf(unknown)).toBeUndefined()
  })

  it('hops of other spellings', () => {
    expect(hopOf('by 192.0.2.9 with SMTP id x; Tue, 04 Mar 2025 01:00:00 -0800 (PST)')).toEqual({
      by: '192.0.2.9',
      at: '2025-03-04T09:00:00.000Z',
    })
    expect(hopOf('from laptop ([IPv6:2001:DB8::1]) by a.example with ESMTPSA; nonsense')).toEqual({
      by: 'a.example',
      from: 'laptop',
      ip: '2001:db8::1',
    })
    expect(hopOf('nonsense')).toEqual({})
  })

  it('ends at what Outlook puts above an earlier mail', () => {
    const kept = (text: string) => ownLines(text).lines.map((line) => line.text)
    expect(kept('mine\n\nFrom: Other <o@example.com>\nSent: Monday\nTo: me\n\ntheirs')).toEqual(['mine'])
    expect(kept('mine\n-----Original Message-----\ntheirs')).toEqual(['mine'])
    expect(kept('Am Mo., 3. März 2025 um 10:00 Uhr schrieb Otto <o@example.com>:\n> theirs\nmine')).toEqual(['mine'])
    expect(kept('From: the start I wrote:\nmine')).toEqual(['From: the start I wrote:', 'mine'])
  })

  it('HTML as text', () => {
    expect(
      textOfHtml('<p>a<br>b</p><script>x</script><!-- y --><ul><li>c &amp; &#100; &unknown;</li></ul>1 < 2')
        .split('\n')
        .map((l) => l.trim())
        .filter((l) => l !== ''),
    ).toEqual(['a', 'b', '• c & d &unknown;', '1 < 2'])
    expect(textOfHtml('<'.repeat(200_000)).length).toBe(200_000)
  })
})

describe('recognising a mail', () => {
  const recognised = (content: string | Uint8Array, name: string) => reader.recognise(bytesOf(content), name)
  it('goes by header fields that programs write', () => {
    expect(recognised('From: a@example.com\nMessage-ID: <x>\n\nhello', 'x.txt')).toBe('yes')
    expect(recognised('From: Marta\nTo: You\nDate: today\n\nDear team', 'letter.txt')).toBe('no')
    expect(recognised('From: a@example.com\nSubject: x\n\nhello', 'x.eml')).toBe('maybe')
    expect(recognised('Dear team\nMessage-ID: <x>\nFrom: a', 'x.eml')).toBe('no')
    expect(recognised('{"From": 1}', 'x.eml')).toBe('no')
  })

  it('asks for another format of an Outlook mail', async () => {
    const outlook = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)
    expect(recognised(outlook, 'mail.msg')).toBe('yes')
    expect((await refusal(outlook, 'mail.msg')).code).toBe('unsupported-type')
  })
})

describe('hostile mails', () => {
  it('are refused in words', async () => {
    expect((await refusal('')).code).toBe('empty-file')
    expect((await refusal('Dear team')).code).toBe('unreadable')
    expect((await refusal(new Uint8Array(4096))).code).toBe('unreadable')
    const nested = Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`).join('')
    expect((await refusal(`From: a@example.com\nMessage-ID: <x>\n${nested}`)).code).toBe('unreadable')
    expect((await refusal(`From: a@example.com\nX: ${'x'.repeat(2 << 20)}\n\nhello`)).code).toBe('unreadable')
  })

  it('cut short, with zero bytes or of mixed encodings are read as far as they go', async () => {
    const whole = new Uint8Array(readFileSync(join(SAMPLES, 'application.eml')))
    expect(allOf(await read(whole.subarray(0, 1500)), 'mail')).toHaveLength(1)
    const odd = await read(
      new Uint8Array([
        ...bytesOf('From: a@example.com\nMessage-ID: <x>\nContent-Type: text/plain; charset=utf-8\n\nI looked after '),
        0xe9,
        0x00,
        0xff,
        ...bytesOf(' the mills by the river for years'),
      ]),
    )
    expect(allOf(odd, 'mail')[0]?.value.from).toBe('a@example.com')
  })

  it('a thousand hops and attachments are capped', async () => {
    const hops = 'Received: by a.example; Tue, 4 Mar 2025 01:00:00 +0000\n'.repeat(1000)
    const parts = Array.from({ length: 300 }, (_, i) => `--b\nContent-Disposition: attachment; filename="a${i}.txt"\n\nx\n`).join('')
    const reading = await read(
      `${hops}From: a@example.com\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`,
    )
    expect(allOf(reading, 'received-hop')).toHaveLength(100)
    expect(reading.enclosed).toHaveLength(100)
    expect(reading.notes.find((note) => note.count === 200)?.kind).toBe('skipped')
  })
})
