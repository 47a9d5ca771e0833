import type { Case, CaseAct, CaseEvent, CaseId, Request } from './case.ts'
import { internal } from './errors.ts'

type Opened = Extract<CaseAct, { kind: 'opened' }>

/** A case as its events say it stands; the first of them opens it. Pure. */
export function foldCase(id: CaseId, events: readonly CaseEvent[]): Case {
  const [first, ...rest] = events
  if (first?.kind !== 'opened') throw internal(`The acts of case ${id} do not begin with its opening.`, undefined)
  return rest.reduce(afterAct, openedCase(id, first))
}

export function openedCase(id: CaseId, { seq, at, ...act }: Opened & Pick<CaseEvent, 'seq' | 'at'>): Case {
  return {
    id,
    room: act.room,
    status: 'open',
    because: act.because,
    says: act.says,
    opened: at,
    changed: at,
    acts: seq,
    ...(act.recommendation === undefined ? {} : { recommendation: act.recommendation }),
    ...(act.source === undefined ? {} : { source: act.source }),
    ...(act.members === undefined ? {} : { members: act.members }),
    personas: act.personas,
    clusters: [],
    findings: act.findings,
    matches: act.matches,
    tasks: [],
    dues: [],
    seen: [],
    waiting: [],
    requests: [],
    decisions: [],
    cuts: [],
  }
}

/** The case after one more act. What may be done when is in `case-rules.ts`; this only says what an act means. */
export function afterAct(before: Case, event: CaseEvent): Case {
  return { ...changedBy(before, event), changed: event.at, acts: event.seq }
}

function changedBy(c: Case, event: CaseEvent): Case {
  switch (event.kind) {
    case 'opened':
      throw internal(`Case ${c.id} was opened twice.`, undefined)
    case 'assigned': {
      const { assignee: _, ...nobody } = c
      return event.to === null ? nobody : { ...c, assignee: event.to }
    }
    case 'snoozed':
      return { ...c, snoozed: event.until }
    case 'noted':
      return c
    case 'task-added': {
      const { seq: task, text, due } = event
      return { ...c, tasks: [...c.tasks, { task, text, ...(due === undefined ? {} : { due }), done: false }] }
    }
    case 'task-done':
      return { ...c, tasks: c.tasks.map((t) => (t.task === event.task ? { ...t, done: true } : t)) }
    case 'linked':
      return { ...c, [LISTS[event.what]]: union(c[LISTS[event.what]], [event.id]) }
    case 'unlinked':
      return { ...c, [LISTS[event.what]]: c[LISTS[event.what]].filter((id) => id !== event.id) }
    case 'due-set':
      return { ...c, dues: [...c.dues.filter((d) => d.timer !== event.timer), { timer: event.timer, due: event.due, met: false }] }
    case 'due-met':
      return { ...c, dues: c.dues.map((d) => (d.timer === event.timer ? { ...d, met: true } : d)) }
    case 'seen':
      return { ...c, seen: looked(c.seen, event) }
    case 'quieted':
      return { ...c, members: union([], event.members) }
    case 'unquieted': {
      const { members: _, ...everybody } = c
      return everybody
    }
    case 'member-added':
      return { ...c, members: union(c.members ?? [], [event.who]) }
    case 'came': {
      const { seq: came, what, ref, says, at, findings, personas } = event
      const { snoozed: _, ...awake } = c
      return {
        ...awake,
        waiting: [...c.waiting, { came, what, ref, says, at }],
        findings: union(c.findings, findings),
        personas: union(c.personas, personas),
      }
    }
    case 'attended':
      return { ...c, waiting: c.waiting.filter((w) => w.came !== event.came) }
    case 'requested': {
      const { seq: request, kind: _, ...asked } = event
      return { ...c, requests: [...c.requests, { ...asked, request, state: 'pending' }] }
    }
    case 'approved':
    case 'refused':
    case 'withdrawn':
      return answered(c, event)
    case 'decided': {
      const { seq: decided, record, at } = event
      const asked = c.requests.find((r) => r.request === event.request)
      const standing = { decided, by: asked?.by ?? event.by, at, record, ...(asked === undefined ? {} : { second: event.by }) }
      return {
        ...c,
        decisions: [...c.decisions.filter((d) => d.record.persona !== record.persona), standing],
        requests: c.requests.map((r): Request => (r === asked ? { ...r, state: 'done' } : r)),
      }
    }
    case 'undone':
      return { ...c, status: 'open', decisions: c.decisions.filter((d) => d.decided !== event.decided) }
    case 'access-cut': {
      const { seq: cut, by, about, at, review } = event
      return { ...c, cuts: [...c.cuts, { cut, by, about, at, review }] }
    }
    case 'cut-reviewed':
      return { ...c, cuts: c.cuts.map((cut) => (cut.cut === event.cut ? { ...cut, reviewed: event.agrees } : cut)) }
    case 'closed':
      return { ...c, status: 'closed' }
    case 'reopened':
      return { ...c, status: 'open' }
  }
  return event satisfies never
}

const LISTS = { persona: 'personas', cluster: 'clusters', finding: 'findings', match: 'matches' } as const

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])]

function looked(seen: Case['seen'], { by, what, evidence, seconds }: Extract<CaseEvent, { kind: 'seen' }>): Case['seen'] {
  const mine = seen.find((s) => s.by === by && s.evidence === evidence)
  if (mine === undefined) return [...seen, { by, what, evidence, seconds }]
  return seen.map((s) => (s === mine ? { ...s, seconds: s.seconds + seconds } : s))
}

function answered(c: Case, event: Extract<CaseEvent, { kind: 'approved' | 'refused' | 'withdrawn' }>): Case {
  const requests = c.requests.map((r): Request =>
    r.request === event.request ? { ...r, state: event.kind, ...(event.kind === 'withdrawn' ? {} : { second: event.by }) } : r,
  )
  return { ...c, requests }
}
