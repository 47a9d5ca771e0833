import type { AnotherWay } from '../../model/contest.ts'
import { conflict, notFound } from '../../model/errors.ts'
import { linted } from '../cases/act.ts'
import { newId } from '../id.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Deps } from '../ports.ts'
import { askOf } from './ask.ts'
import type { WaitingPage } from './ports.ts'
import { PERSON, throughLink } from './through-link.ts'
import { written } from './written.ts'

/**
 * The person asks to do it another way: by video call, in person, with more time, by somebody else's word. The link stays
 * good. No case hears of it, no detector reads it and no score knows it.
 */
export async function askAnotherWay(
  deps: Deps,
  from: { readonly link: string; readonly address: string },
  wish: string,
): Promise<{ readonly id: string }> {
  const said = written(wish)
  return throughLink(deps, from, 'ask', async (tx, { row, now }) => {
    const { persona, id: ask } = await askOf(tx, row.payload)
    if ((await tx.anotherWaysOf(persona)).some((one) => one.ask === ask && one.answered === undefined))
      throw conflict('You have asked for another way already. Somebody will answer you.')
    const id = newId(deps.chance, 'way')
    await tx.putAnotherWay({ id, persona, ask, wish: said, at: now })
    // Not the persona: readers of the log may review them.
    await tx.appendAudit({ actor: PERSON, action: 'another-way-asked', subject: id, detail: {} }, now)
    return { id }
  })
}

export async function anotherWaysWaiting(deps: Deps, caller: Caller, page: WaitingPage): Promise<readonly AnotherWay[]> {
  demand(caller, 'accommodation:handle')
  return deps.store.tx(caller.tenant, (tx) => tx.anotherWaysWaiting(page))
}

export async function anotherWay(deps: Deps, caller: Caller, id: string): Promise<AnotherWay> {
  demand(caller, 'accommodation:handle')
  const found = await deps.store.tx(caller.tenant, (tx) => tx.anotherWay(id))
  if (found === undefined) throw notFound('request', id)
  return found
}

/** Writes down what was agreed with the person. */
export async function answerAnotherWay(
  deps: Deps,
  caller: Caller,
  work: { readonly id: string; readonly says: string },
): Promise<AnotherWay> {
  demand(caller, 'accommodation:handle')
  const says = linted(work.says, 'identity')
  return deps.store.tx(caller.tenant, async (tx) => {
    const found = await tx.anotherWay(work.id)
    if (found === undefined) throw notFound('request', work.id)
    if (found.answered !== undefined) throw conflict('That was answered already.')
    const now = deps.clock.now()
    const answered = { ...found, answered: { by: caller.id, at: now, says } }
    await tx.putAnotherWay(answered)
    await tx.appendAudit({ actor: caller.id, action: 'another-way-answered', subject: found.id, detail: {} }, now)
    return answered
  })
}
