import { digest } from '../../compute/digest.ts'
import { permissionsOf } from '../../model/access.ts'
import type { Case, CaseId, Source } from '../../model/case.ts'
import { badUsage } from '../../model/errors.ts'
import type { Room } from '../../model/finding.ts'
import type { HookSource } from '../../model/hook.ts'
import { isNonEmpty, type Instant, type PersonaId } from '../../model/statement.ts'
import { newPersona } from '../intake.ts'
import { questionIn } from '../lookback/ask.ts'
import { lookBack } from '../lookback/touched.ts'
import { demand, type Caller } from '../people/caller.ts'
import { stillIn } from '../people/sessions.ts'
import type { Tx } from '../ports.ts'
import { linted, mustBeThere } from './act.ts'
import { Draft, keep, type Needs } from './change.ts'
import { permissionIn } from './rooms.ts'

/** A case that somebody opens because something should be looked at. */
export async function openCase(
  deps: Needs,
  caller: Caller,
  work: {
    readonly room: Room
    readonly says: string
    readonly personas: readonly PersonaId[]
    readonly matches?: readonly string[]
    /** Nobody but the members sees it; the opener is one. */
    readonly quiet?: readonly string[]
  },
): Promise<Case> {
  demand(caller, permissionIn(work.room, 'work'))
  const { personas, matches = [] } = work
  if (!isNonEmpty([...personas, ...matches])) throw badUsage('Say whom the case is about: a persona, or a match of the sanctions room.')
  const says = linted(work.says, work.room)
  const now = deps.clock.now()
  return deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    await tx.stay(personas)
    for (const id of personas) await mustBeThere(tx, work.room, { what: 'persona', id })
    for (const id of matches) await mustBeThere(tx, work.room, { what: 'match', id })
    const draft = Draft.opened(
      await oneId(tx),
      {
        kind: 'opened',
        room: work.room,
        because: matches.length > 0 ? 'match' : 'person',
        says,
        personas: [...new Set(personas)],
        findings: work.room === 'identity' ? await knownOf(tx, personas) : [],
        matches: [...new Set(matches)],
        ...membersOf(caller, work.quiet),
      },
      { by: caller.id, now },
    )
    await keep(tx, caller, [draft], now)
    return draft.case
  })
}

/** Whom an outside call is about: somebody known here, or somebody who is not yet. */
export type Named = { readonly persona: PersonaId } | { readonly name: string }

/**
 * Somebody outside says something of a worker: an authority, another company, anybody. It opens a case in which only its members
 * look, with how far the caller can be believed; it flags nobody, and is no evidence by itself. The values that were named
 * (`email=…`, `wallet=…`) are looked for among everybody ever taken in, and who holds one is put beside.
 */
export async function openFromCall(
  deps: Needs,
  caller: Caller,
  work: {
    readonly source: Source
    readonly says: string
    readonly about: Named
    readonly values?: readonly string[]
    /** Members besides the opener. */
    readonly members?: readonly string[]
  },
): Promise<{ readonly case: Case; readonly touched: readonly PersonaId[] }> {
  demand(caller, permissionIn('identity', 'work'))
  const says = linted('name' in work.about ? `${work.about.name.trim()}: ${work.says}` : work.says, 'identity')
  const questions = (work.values ?? []).flatMap(questionIn)
  const now = deps.clock.now()
  return deps.store.tx(caller.tenant, async (tx) => {
    await stillIn(tx, caller)
    const id = await oneId(tx)
    const about = await named(tx, work.about, { case: id, now })
    const { touched } = await lookBack(tx, questions)
    const others = touched.map((t) => t.persona.id).filter((other) => other !== about)
    const draft = Draft.opened(
      id,
      {
        kind: 'opened',
        room: 'identity',
        because: 'call',
        says,
        personas: [about],
        findings: await knownOf(tx, [about]),
        matches: [],
        source: work.source,
        ...membersOf(caller, work.members ?? []),
      },
      { by: caller.id, now },
    )
    if (others.length > 0)
      draft.add({
        kind: 'came',
        what: 'look-back',
        ref: 'call',
        says: `Values that the caller named stand on ${others.length === 1 ? 'another persona' : `${others.length} other personas`}.`,
        findings: [],
        personas: others,
      })
    await keep(tx, caller, [draft], now)
    return { case: draft.case, touched: others }
  })
}

/** Who sent it is not known to us, and neither is how far it can be believed. */
const UNKNOWN: Source = { who: 'unnamed', reliability: 'F', credibility: '6' }

/**
 * Another system sends on what somebody told it (`hooks/in.ts`): a quiet case like that of a call, for those who work cases and whoever
 * let the system in. Where it names nobody whom we know, they link who it is about.
 */
export async function openFromTip(
  tx: Tx,
  now: Instant,
  tip: { readonly by: string; readonly from: HookSource; readonly says: string; readonly about: PersonaId | undefined },
): Promise<CaseId> {
  const personas = tip.about === undefined ? [] : [tip.about]
  const working = (await tx.accounts()).filter((a) => a.state === 'active' && permissionsOf(a.roles).has(permissionIn('identity', 'work')))
  const draft = Draft.opened(
    await oneId(tx),
    {
      kind: 'opened',
      room: 'identity',
      because: 'call',
      says: `${tip.from.name}: ${tip.says}`,
      personas,
      findings: await knownOf(tx, personas),
      matches: [],
      source: UNKNOWN,
      members: [...new Set([tip.from.by, ...working.map((a) => a.id)])],
    },
    { by: tip.by, now },
  )
  await keep(tx, { tenant: tx.tenant, id: tip.by }, [draft], now)
  return draft.case.id
}

const membersOf = (caller: Caller, quiet: readonly string[] | undefined): { readonly members?: readonly string[] } =>
  quiet === undefined ? {} : { members: [...new Set([caller.id, ...quiet])] }

async function oneId(tx: Tx): Promise<string> {
  const [id] = await tx.newCaseIds(1)
  if (id === undefined) throw new Error('The database gave no id.')
  return id
}

async function knownOf(tx: Tx, personas: readonly PersonaId[]): Promise<readonly string[]> {
  return (await tx.findings(personas)).filter((f) => f.room === 'identity').map((f) => f.id)
}

/** The persona, or a new one without files and, where everybody sees it, without a name: what comes in of it is handed in `--to` it. */
async function named(tx: Tx, about: Named, of: { case: string; now: string }): Promise<PersonaId> {
  if ('persona' in about) {
    await mustBeThere(tx, 'identity', { what: 'persona', id: about.persona })
    return about.persona
  }
  if (about.name.trim().length < 2 || about.name.length > 200) throw badUsage('Say how the person is called, in up to 200 characters.')
  const id = `p-${digest(`call ${of.case}`).slice(0, 16)}`
  await tx.putPersona(newPersona(id, 'no files yet', of.now))
  return id
}
