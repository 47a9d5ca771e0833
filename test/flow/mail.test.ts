import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailer } from '../../src/adapters/mail/index.ts'
import { tell, type Waiting } from '../../src/engine/notify/tell.ts'
import { openTestStore } from '../support/databases.ts'
import { openWorkerShop, type WorkerShop } from '../support/worker-shop.ts'
import { closeSandbox } from '../support/workshop.ts'

/** Mails say that something waits and where to look. What it is, no mail says. */

let shop: WorkerShop
beforeAll(async () => {
  shop = await openWorkerShop()
  for (const person of ['u-one', 'u-two', 'u-digest', 'u-none', 'u-gone-box']) shop.addresses.set(person, `${person}@example.com`)
  shop.mail.unknown.add('u-gone-box@example.com')
})
afterAll(async () => {
  await shop?.close()
  await closeSandbox()
})

const say = (waiting: Partial<Waiting> & { person: string }): Promise<void> =>
  shop.deps.store.tx(shop.tenant, (tx) => tell(shop.deps, tx, { path: '/inbox', quiet: false, ...waiting }))
const states = async (): Promise<unknown> => {
  const rows = await (
    await openTestStore()
  ).connection.direct.execute(`select person, state from mail where tenant = '${shop.tenant}' order by made, id`)
  return rows.rows
}

describe('a mail', () => {
  test('goes out at once, with a link and no content', async () => {
    await say({ person: 'u-one', path: '/cases/k-1' })
    await shop.drain()
    expect(shop.mail.taken).toHaveLength(1)
    const [{ to, text }] = shop.mail.taken as [{ to: string[]; text: string }]
    expect(to).toEqual(['u-one@example.com'])
    expect(text).toMatch(/^Subject: Bonafide: something waits for you\r$/m)
    expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/im)
    expect(text.split('\r\n\r\n').slice(1).join('\n').trim()).toBe(
      'Something waits for you in Bonafide.\n\nhttps://bonafide.example.com/cases/k-1'.replace('\n\n', '\n'),
    )
  })

  test('of a quiet case, or to somebody who wants none, does not exist', async () => {
    await shop.deps.store.tx(shop.tenant, (tx) => tx.putMailMode('u-none', 'none'))
    shop.mail.taken.length = 0
    await say({ person: 'u-one', quiet: true })
    await say({ person: 'u-none' })
    await shop.drain()
    expect(shop.mail.taken).toEqual([])
    expect(await states()).toEqual([{ person: 'u-one', state: 'sent' }])
  })

  test('to a box that does not exist is tried once and written down', async () => {
    await say({ person: 'u-gone-box' })
    await say({ person: 'u-without-address' })
    await shop.drain(2)
    expect(await states()).toEqual([
      { person: 'u-one', state: 'sent' },
      { person: 'u-gone-box', state: 'refused' },
      { person: 'u-without-address', state: 'given-up' },
    ])
    expect(shop.failures).toEqual([])
  })

  test('waits while the server is away, and is sent once when it is back', async () => {
    shop.mail.taken.length = 0
    await shop.mail.stop()
    await say({ person: 'u-two' })
    await shop.drain(2)
    expect(shop.mail.taken).toEqual([])
    expect(shop.failures.length).toBeGreaterThanOrEqual(2)
    expect(shop.failures.every((one) => one.job === 'notify' && one.code === 'remote')).toBe(true)
    await shop.mail.start()
    await shop.drain(1)
    await shop.drain(1)
    expect(shop.mail.taken.map((one) => one.to)).toEqual([['u-two@example.com']])
  })

  test('of a digest is one for all that waits, in the morning', async () => {
    await shop.deps.store.tx(shop.tenant, (tx) => tx.putMailMode('u-digest', 'digest'))
    shop.mail.taken.length = 0
    for (let n = 0; n < 3; n++) await say({ person: 'u-digest', path: `/cases/k-${n}` })
    await shop.drain()
    expect(shop.mail.taken).toEqual([])
    const { direct } = (await openTestStore()).connection
    const { rows } = await direct.execute(
      `update jobs.job set start_after = now() where name = 'notify' and state = 'created' and data ->> 'tenant' = '${shop.tenant}'
       returning to_char(start_after at time zone 'UTC', 'HH24') as hour`,
    )
    expect(rows).toHaveLength(1)
    await shop.drain()
    expect(shop.mail.taken).toHaveLength(1)
    expect(shop.mail.taken[0]?.text).toContain('3 things wait for you')
  })
})

describe('the mail server', () => {
  test('on another machine is spoken to over TLS or not at all', () => {
    expect(() => openMailer({ server: 'http://mail.example.com', from: 'a@example.com' })).toThrow('must look like')
  })

  test('gets no address with a line break or a second recipient in it', async () => {
    const mailer = openMailer({ server: shop.mail.url, from: 'a@example.com' })
    for (const to of ['a@example.com\r\nBcc: b@example.com', 'a@example.com, b@example.com', 'a', ''])
      await expect(mailer.send({ id: 'm', to, subject: 's', text: 't' })).rejects.toMatchObject({ code: 'refused-recipient' })
  })
})
