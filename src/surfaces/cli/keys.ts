import process from 'node:process'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function keysRotateCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor, rotateKeys }) => {
    let files = 0
    await rotateKeys((done, of) => {
      files = of
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2KEncrypting ${done}/${of}`)
    })
    await deps.store.tx(actor.tenant, (tx) =>
      tx.appendAudit({ actor: actor.id, action: 'keys-rotated', subject: 'all', detail: { files } }, deps.clock.now()),
    )
    process.stdout.write(`New keys are in use; ${files} stored files were encrypted anew. Back up the key folder.\n`)
    return EXIT.done
  })
}
