import { lockFolder } from '../../src/adapters/store-postgres/folder-lock.ts'
import { openEmbedded } from '../../src/adapters/store-postgres/index.ts'
import { AppError } from '../../src/model/errors.ts'
import { aPersona, aPhone } from './rows.ts'

/**
 * A process of its own for the tests that kill one, or need another user: `node store-child.ts <what> <folder>`. Writes one
 * line a thing that happened, and a line of JSON for an error.
 */
const [what = '', folder = ''] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const forEver = (): Promise<never> => new Promise(() => setInterval(() => {}, 1_000))

async function main(): Promise<void> {
  if (what === 'lock') {
    await lockFolder(folder)
    say('locked')
    return forEver()
  }
  if (what === 'as-nobody') process.seteuid?.(65_534)
  const store = await openEmbedded(folder)
  say('opened')
  if (what === 'hold') return forEver()
  if (what === 'as-nobody') return store.close()
  if (what === 'flood') {
    await store.tx('t', (tx) => tx.putPersona(aPersona('p-first')))
    say('stored p-first')
    await store.tx('t', async (tx) => {
      for (let n = 0; n < 100; n++) await tx.addStatements(Array.from({ length: 5_000 }, (_, k) => aPhone(`${n}-${k}`, 'p-first')))
    })
  }
  // Writes for as long as it lives, and says of each transaction that it is done when it is done.
  for (let n = 0; ; n++) {
    const id = `p-${String(n).padStart(6, '0')}`
    await store.tx('t', async (tx) => {
      await tx.putPersona(aPersona(id))
      await tx.addStatements(Array.from({ length: what === 'fill' ? 5_000 : 20 }, (_, k) => aPhone(`${id}-${k}`, id)))
      await tx.appendAudit({ actor: 'me', action: 'received', subject: id, detail: {} }, '2026-03-01T12:00:00.000Z')
    })
    say(`stored ${id}`)
  }
}

try {
  await main()
} catch (error) {
  say(JSON.stringify(error instanceof AppError ? { code: error.code, detail: error.detail } : { code: 'thrown', detail: String(error) }))
}
process.exit(0)
