import process from 'node:process'
import { fingerprintInWords } from '../../adapters/keys/signature.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry } from './workplace.ts'

export async function keysRotateCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor, rotateKeys, signingKeys }) => {
    let files = 0
    await rotateKeys((done, of) => {
      files = of
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2KEncrypting ${done}/${of}`)
    })
    const signing = await signingKeys()
    await signing.rotate(deps.clock.now())
    const newKey = (await signing.list())[0]?.id
    await deps.store.tx(actor.tenant, (tx) =>
      tx.appendAudit(
        { actor: actor.id, action: 'keys-rotated', subject: 'all', detail: { files, signing: newKey ?? null } },
        deps.clock.now(),
      ),
    )
    process.stdout.write(
      `New keys are in use; ${files} stored files were encrypted anew. Back up the key folder.${newKey === undefined ? '' : ` Exports are signed with a new key from now on: ${fingerprintInWords(newKey)}`}\n`,
    )
    return EXIT.done
  })
}

/** What the receiver of an export compares with, over another way than the export came. */
export async function keysListCommand(entry: Entry, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ signingKeys }) => {
    const keys = await (await signingKeys()).list()
    if (keys.length === 0) process.stdout.write('Nothing was signed yet; the key is made with the first export.\n')
    for (const { id, made, retired } of keys)
      process.stdout.write(
        `${fingerprintInWords(id)}\n  signs exports since ${made.slice(0, 10)}${retired === undefined ? '' : `, until ${retired.slice(0, 10)}`}\n`,
      )
    return EXIT.done
  })
}
