import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import pc from 'picocolors'
import { act, listCases, showCase, type PlainAct } from '../../engine/cases/act.ts'
import { approve } from '../../engine/cases/approve.ts'
import { propose, type Decided } from '../../engine/cases/decide.ts'
import { inbox } from '../../engine/cases/inbox.ts'
import { openCase } from '../../engine/cases/open.ts'
import type { Actor } from '../../engine/access.ts'
import { dossier } from '../../engine/dossier.ts'
import type { Caller } from '../../engine/people/caller.ts'
import { permissionsOf, type RoleName } from '../../model/access.ts'
import type { Case } from '../../model/case.ts'
import { DISPOSITIONS } from '../../model/disposition.ts'
import { asAppError, badUsage, conflict, notFound } from '../../model/errors.ts'
import { APPROVAL_HOURS } from '../../model/four-eyes.ts'
import { LEAST_LOOK } from '../../model/reasons.ts'
import { plain, plainJson } from './plain.ts'
import { printFinding } from './print.ts'
import { out } from './print-link.ts'
import { EXIT, inWorkplace, type DataOptions } from './session.ts'
import type { Entry, Workplace } from './workplace.ts'

/** Whoever sits at the machine works cases alone, and shows no sign-in: nobody's second person. */
const ROLES: readonly RoleName[] = ['investigator', 'approver']
const operator = (actor: Actor): Caller => ({
  ...actor,
  roles: ROLES,
  may: permissionsOf(ROLES),
  session: undefined,
  freshUntil: undefined,
  by: 'key',
})

/** Shown on a terminal; `--json` has as many as one asks for. */
const MOST_SHOWN = 200

export async function casesListCommand(entry: Entry, options: DataOptions & { all?: boolean; json?: boolean }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    if (options.all === true) {
      const cases = await listCases(deps, operator(actor), { limit: MOST_SHOWN })
      if (options.json === true) process.stdout.write(`${plainJson({ cases })}\n`)
      else if (cases.length === 0) out('There are no cases.')
      else for (const c of cases) printLine(c)
      return EXIT.done
    }
    const items = await inbox(deps, operator(actor), { limit: MOST_SHOWN })
    if (options.json === true) process.stdout.write(`${plainJson({ items })}\n`)
    else if (items.length === 0) out('Nothing needs you now.')
    else
      for (const item of items)
        out(
          `${pc.bold(item.id)}  ${item.rank}, since ${item.since.slice(0, 10)}${item.due === undefined ? '' : `, due ${item.due.slice(0, 10)}`}\n  ${plain(item.says)} ${item.personas.join(', ')}`,
        )
    return EXIT.done
  })
}

export async function casesShowCommand(entry: Entry, id: string, options: DataOptions & { json?: boolean }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const found = await showCase(deps, operator(actor), id)
    if (options.json === true) process.stdout.write(`${plainJson(found)}\n`)
    else {
      printLine(found.case)
      for (const finding of found.case.findings) out(`  finding ${finding}`)
      for (const { seq, at, by, kind, ...event } of found.events)
        out(`${seq}. ${at.slice(0, 16)}  ${kind} by ${plain(by)}${detailOf(event)}`)
    }
    return EXIT.done
  })
}

export async function casesOpenCommand(entry: Entry, personas: readonly string[], options: DataOptions & { says: string }): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    const made = await openCase(deps, operator(actor), { room: 'identity', says: options.says, personas })
    out(`Case ${made.id} is open.`)
    return EXIT.done
  })
}

export async function casesActCommand(entry: Entry, id: string, said: PlainAct, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, actor }) => {
    printLine(await act(deps, operator(actor), { case: id, act: said }))
    return EXIT.done
  })
}

/** Prints a finding with its evidence, stands there for as long as a look takes, and writes down for how long it did. */
export async function casesLookCommand(entry: Entry, id: string, finding: string, options: DataOptions): Promise<void> {
  await inWorkplace(entry, options, async ({ deps, catalog, actor }) => {
    const { case: c } = await showCase(deps, operator(actor), id)
    const explained = await deps.store.tx(actor.tenant, async (tx) => {
      const known = await tx.finding(finding)
      if (known === undefined || !c.personas.includes(known.persona)) throw notFound('finding', finding)
      return (await dossier(tx, catalog, known.persona)).findings.find((f) => f.finding.id === finding)
    })
    if (explained === undefined) throw notFound('finding', finding)
    const from = performance.now()
    printFinding(explained)
    await wait(LEAST_LOOK * 1000)
    const seconds = (performance.now() - from) / 1000
    await act(deps, operator(actor), { case: id, act: { kind: 'seen', what: 'finding', evidence: finding, seconds } })
    out(`Written down as looked at for ${Math.round(seconds)} seconds.`)
    return EXIT.done
  })
}

export interface DecideOptions extends DataOptions {
  readonly code: string
  readonly reason: string
  readonly weighed: readonly string[]
  readonly finding?: readonly string[]
  readonly confirmation?: string
}

export async function casesDecideCommand(
  entry: Entry,
  on: { readonly case: string; readonly persona: string; readonly kind: string },
  options: DecideOptions,
): Promise<void> {
  await inWorkplace(entry, options, async (workplace, signal) => {
    const { deps, catalog, actor } = workplace
    const kind = DISPOSITIONS.find((d) => d === on.kind)
    if (kind === undefined) throw badUsage(`"${on.kind}" is no decision. Decisions: ${DISPOSITIONS.join(', ')}.`)
    const decided = await propose(deps, catalog, operator(actor), {
      case: on.case,
      proposal: {
        persona: on.persona,
        kind,
        reasons: [{ code: options.code, findings: options.finding ?? [] }],
        text: options.reason,
        options: options.weighed,
        suggestionShown: true,
        ...(options.confirmation === undefined ? {} : { confirmation: options.confirmation }),
      },
      watch: { progress: () => undefined, signal },
    })
    printDecided(decided, on.persona, await secondPeople(workplace))
    return EXIT.done
  })
}

export async function casesApproveCommand(
  entry: Entry,
  id: string,
  request: number,
  options: DataOptions & { reason: string },
): Promise<void> {
  await inWorkplace(entry, options, async (workplace, signal) => {
    const { deps, catalog, actor } = workplace
    const watch = { progress: () => undefined, signal }
    const work = { case: id, request, reason: options.reason, watch }
    await approve(deps, catalog, operator(actor), work).catch(async (error: unknown) => {
      if (asAppError(error).code !== 'needs-fresh-sign-in') throw error
      // Whoever has this machine could call themselves anybody; a second person is one who shows that they are.
      throw conflict(
        `A second person shows who they are, which a command line cannot tell. ${await secondPeople(workplace)} It stays as it is.`,
      )
    })
    return EXIT.done
  })
}

/** Who could be the second person, in words. */
async function secondPeople({ deps, actor }: Workplace): Promise<string> {
  const accounts = await deps.store.tx(actor.tenant, (tx) => tx.accounts())
  const able = accounts.filter((a) => a.state === 'active' && permissionsOf(a.roles).has('approval:give') && a.id !== actor.id)
  return able.length === 0
    ? 'Nobody here has an account that may approve. Run `bonafide serve`, invite somebody as approver, and let them sign in.'
    : `${able.map((a) => a.name).join(', ')} can, signed in to \`bonafide serve\`.`
}

function printDecided({ case: c, disposition, request }: Decided, persona: string, second: string): void {
  if (disposition !== undefined) out(`${persona} is ${disposition.kind}, decision ${disposition.seq}. Case ${c.id} is ${c.status}.`)
  else out(`Nothing is decided yet: approval ${request} of case ${c.id} waits ${APPROVAL_HOURS} hours for a second person. ${second}`)
}

function printLine(c: Case): void {
  out(
    `${pc.bold(c.id)}  ${c.status}, ${c.because}, opened ${c.opened.slice(0, 10)}${c.assignee === undefined ? '' : `, with ${plain(c.assignee)}`}\n  ${plain(c.says)} ${c.personas.join(', ')}`,
  )
}

/** What an act says, in a line; records of decisions are for `--json`. */
function detailOf(event: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(event).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [`${name}: ${plain(String(value))}`] : [],
  )
  return said.length === 0 ? '' : `  ${said.join('; ')}`
}
