import process from 'node:process'
import type { Workplace } from './workplace.ts'

const FIRST_USE =
  'Before the first candidate: refugees, asylees, South Korean citizens and people of Korean ancestry are not targets. Origin is not evidence. Tell candidates that this program is used: `bonafide notice` has the texts.'

/** Said until the first candidate is in. */
export async function sayAtFirst({ deps, actor }: Pick<Workplace, 'deps' | 'actor'>): Promise<void> {
  const [known] = await deps.store.tx(actor.tenant, (tx) => tx.personas({ limit: 1 }))
  if (known === undefined) process.stderr.write(`${FIRST_USE}\n\n`)
}
