import type { Case, CaseAct } from './case.ts'
import type { Instant } from './statement.ts'

/** Who does it, and when. */
export interface Doing {
  readonly by: string
  readonly at: Instant
}

/** People are compared as they write themselves: nobody is a second person by a capital letter. */
export const samePerson = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Acts that a closed case still takes: it is read, somebody writes beside it, something comes in, a decision is taken back. */
const WHEN_CLOSED: ReadonlySet<CaseAct['kind']> = new Set(['noted', 'seen', 'came', 'undone', 'reopened', 'cut-reviewed', 'member-added'])

/**
 * Why this act may not be done to this case, in words; undefined where it may. All that can be said from the case alone is said
 * here; permissions, fresh sign-ins and what the store knows are the caller's.
 */
export function refusal(c: Case, act: Exclude<CaseAct, { kind: 'opened' }>, { by, at }: Doing): string | undefined {
  if (c.status === 'closed' && !WHEN_CLOSED.has(act.kind)) return 'The case is closed. Open it again first.'
  switch (act.kind) {
    case 'noted':
    case 'came':
    case 'due-set':
      return undefined
    case 'assigned':
      if (act.to !== null && c.members !== undefined && !c.members.some((m) => samePerson(m, act.to ?? '')))
        return 'The case is quiet and only its members see it. Make the person a member first.'
      return undefined
    case 'snoozed':
      return act.until <= at ? 'A case can be put aside only until a later time.' : undefined
    case 'task-added':
      return act.due !== undefined && act.due <= at ? 'A task cannot have been due before it was set.' : undefined
    case 'task-done':
      return open(
        c.tasks.find((t) => t.task === act.task),
        (t) => !t.done,
        'task',
      )
    case 'linked':
      return c[LISTS[act.what]].includes(act.id) ? `The ${act.what} is linked already.` : undefined
    case 'unlinked':
      if (!c[LISTS[act.what]].includes(act.id)) return `The ${act.what} is not linked.`
      if (act.what !== 'persona') return undefined
      if (c.decisions.some((d) => d.record.persona === act.id)) return 'A decision about this persona stands in the case.'
      return pendingAbout(c, act.id, at) ? 'An approval about this persona is asked for in the case.' : undefined
    case 'due-met':
      return open(
        c.dues.find((d) => d.timer === act.timer),
        (d) => !d.met,
        'time limit',
      )
    case 'seen':
      return Number.isFinite(act.seconds) && act.seconds > 0 && act.seconds <= 86_400
        ? undefined
        : 'Say for how many seconds it was looked at, up to a day.'
    case 'quieted':
      return act.members.some((m) => samePerson(m, by)) ? undefined : 'Whoever makes a case quiet is one of its members.'
    case 'unquieted':
      return c.members === undefined ? 'The case is not quiet.' : undefined
    case 'member-added':
      if (c.members === undefined) return 'The case is not quiet; everybody of its room sees it.'
      return c.members.some((m) => samePerson(m, act.who)) ? 'The person is a member already.' : undefined
    case 'attended':
      return c.waiting.some((w) => w.came === act.came) ? undefined : 'Nothing of that number waits in the case.'
    case 'requested':
      if (act.expires <= at) return 'An approval that is over before it is asked for cannot be given.'
      if (c.requests.some((r) => r.what === act.what && r.about === act.about && stillAsked(r, at)))
        return 'That approval is asked for already; withdraw it first.'
      if (c.room !== 'identity') return 'Nothing of the sanctions room is approved in a case; a match has its second person at the match.'
      if (act.what !== 'confirm') return undefined
      if (act.record === undefined) return 'An adverse finding is asked for with its record.'
      return decidable(c, act.record.persona)
    case 'approved':
    case 'refused': {
      const asked = c.requests.find((r) => r.request === act.request)
      if (asked?.state !== 'pending') return 'No approval of that number is asked for.'
      if (samePerson(asked.by, by)) return 'The second person must be another than the one who asked (R-081).'
      return asked.expires <= at ? 'The time for this approval is over. It has to be asked for anew.' : undefined
    }
    case 'withdrawn': {
      const asked = c.requests.find((r) => r.request === act.request)
      if (asked?.state !== 'pending') return 'No approval of that number is asked for.'
      return samePerson(asked.by, by) ? undefined : 'Only whoever asked can withdraw it.'
    }
    case 'decided':
      return refusedDecision(c, act, by)
    case 'undone':
      return c.decisions.some((d) => d.decided === act.decided) ? undefined : 'No decision of that number stands in the case.'
    case 'access-cut':
      return act.review > at ? undefined : 'The second look must come after the cut.'
    case 'cut-reviewed': {
      const cut = c.cuts.find((known) => known.cut === act.cut)
      if (cut === undefined || cut.reviewed !== undefined) return 'No cut of that number waits for a second look.'
      return samePerson(cut.by, by) ? 'The second look must be another person’s than the one who cut (R-081).' : undefined
    }
    case 'closed': {
      if (c.requests.some((r) => stillAsked(r, at))) return 'An approval is still asked for. Withdraw it, or wait for it.'
      if (c.cuts.some((cut) => cut.reviewed === undefined)) return 'A cut of access waits for its second look.'
      return c.waiting.length > 0 ? 'Something came in that nobody has attended to.' : undefined
    }
    case 'reopened':
      return c.status === 'open' ? 'The case is open.' : undefined
  }
  return act satisfies never
}

const LISTS = { persona: 'personas', cluster: 'clusters', finding: 'findings', match: 'matches' } as const

const stillAsked = (r: Case['requests'][number], at: Instant): boolean => r.state === 'pending' && r.expires > at
const pendingAbout = (c: Case, about: string, at: Instant): boolean => c.requests.some((r) => r.about === about && stillAsked(r, at))

function open<T>(found: T | undefined, isOpen: (found: T) => boolean, noun: string): string | undefined {
  if (found === undefined) return `There is no such ${noun} in the case.`
  return isOpen(found) ? undefined : `The ${noun} is done already.`
}

function decidable(c: Case, persona: string): string | undefined {
  if (!c.personas.includes(persona)) return 'The persona is not part of this case.'
  if (c.decisions.some((d) => d.record.persona === persona)) return 'A decision about this persona stands. Undo it first.'
  return undefined
}

/** No path leads to an adverse decision but through an approval by somebody else that was given for exactly this record. */
function refusedDecision(c: Case, act: Extract<CaseAct, { kind: 'decided' }>, by: string): string | undefined {
  if (c.room !== 'identity') return 'What a match on a list is, is decided at the match.'
  const no = decidable(c, act.record.persona)
  if (no !== undefined || act.record.kind !== 'confirmed') return no
  const asked = c.requests.find((r) => r.request === act.request)
  if (asked?.what !== 'confirm' || asked.state !== 'approved' || asked.second === undefined)
    return 'An adverse decision needs the approval of a second person (R-081).'
  if (samePerson(asked.by, by) || !samePerson(asked.second, by)) return 'An adverse decision is made by the person who approved it.'
  return asked.about === act.record.persona && asked.record?.kind === 'confirmed' ? undefined : 'What was approved is another decision.'
}
