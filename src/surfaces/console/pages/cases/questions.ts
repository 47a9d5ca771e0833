import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { t } from '../../texts/index.ts'
import type { Question } from '../../parts/AskReason.tsx'
import { actOn, nameIn, type CaseShown } from './case.ts'

const { ask, done, fourEyes, linkable, atOnce } = t.cases

export const closing = (id: string): Question => ({
  ...ask.close,
  done: done.closed,
  run: ({ reason }) => actOn(id, { kind: 'closed', reason }),
  undo: () => actOn(id, { kind: 'reopened', reason: atOnce }),
})

export const reopening = (id: string): Question => ({
  ...ask.reopen,
  done: done.reopened,
  run: ({ reason }) => actOn(id, { kind: 'reopened', reason }),
  undo: () => actOn(id, { kind: 'closed', reason: atOnce }),
})

export const attending = (id: string, came: number): Question => ({
  ...ask.attend,
  done: done.attended,
  run: ({ reason }) => actOn(id, { kind: 'attended', came, reason }),
})

export const approving = (id: string, number: number): Question => ({
  ...ask.approve,
  done: done.approved,
  run: ({ reason }) => call('POST /api/cases/:case/requests/:number/approve', { params: { case: id, number }, body: { reason } }),
})

export const refusing = (id: string, number: number): Question => ({
  ...ask.refuse,
  done: done.refused,
  run: ({ reason }) => call('POST /api/cases/:case/requests/:number/refuse', { params: { case: id, number }, body: { reason } }),
})

export const withdrawing = (id: string, request: number): Question => ({
  ...ask.withdraw,
  done: done.withdrawn,
  run: ({ reason }) => actOn(id, { kind: 'withdrawn', request, reason }),
})

export const undoing = (id: string, number: number): Question => ({
  ...ask.undo,
  done: done.undone,
  run: ({ reason }) => call('POST /api/cases/:case/decisions/:number/undo', { params: { case: id, number }, body: { reason } }),
})

export const lookingAtCut = (id: string, number: number): Question => ({
  ...ask.look,
  done: done.looked,
  choices: [
    {
      name: 'agrees',
      label: ask.look.agrees,
      options: [
        { value: 'yes', label: ask.look.yes },
        { value: 'no', label: ask.look.no },
      ],
    },
  ],
  run: ({ reason, chosen }) =>
    call('POST /api/cases/:case/cuts/:number/review', {
      params: { case: id, number },
      body: { agrees: chosen['agrees'] === 'yes', reason },
    }),
})

/** Personas and matches: what an approval, a cut or a hold can be about. */
const aboutChoice = (c: CaseShown, ids: readonly string[]) => ({
  name: 'about',
  label: ask.about,
  options: ids.map((value) => ({ value, label: nameIn(c, value) })),
})

type Requested = AnswerOf<'POST /api/cases/:case/requests'>
type Asked = Exclude<keyof typeof fourEyes, 'confirm'>

export const askingSecond = (c: CaseShown): Question => ({
  ...ask.second,
  done: done.asked,
  choices: [
    {
      name: 'what',
      label: ask.second.what,
      options: Object.entries(fourEyes).flatMap(([value, label]) => (value === 'confirm' ? [] : [{ value, label }])),
    },
    aboutChoice(c, [...c.personas, ...c.matches, ...c.clusters]),
  ],
  run: ({ reason, chosen }) =>
    call('POST /api/cases/:case/requests', {
      params: { case: c.id },
      body: { what: chosen['what'] as Asked, about: chosen['about'] ?? '', reason },
    }),
  undo: (answer) => actOn(c.id, { kind: 'withdrawn', request: (answer as Requested).request, reason: atOnce }),
})

export const cutting = (c: CaseShown): Question => ({
  ...ask.cut,
  done: done.cut,
  choices: [aboutChoice(c, [...c.personas, ...c.matches])],
  run: ({ reason, chosen }) =>
    call('POST /api/cases/:case/cuts', { params: { case: c.id }, body: { about: chosen['about'] ?? '', reason } }),
})

export const holding = (c: CaseShown): Question => ({
  ...ask.hold,
  done: done.held,
  choices: [aboutChoice(c, c.personas)],
  run: ({ reason, chosen }) =>
    call('POST /api/cases/:case/holds', { params: { case: c.id }, body: { persona: chosen['about'] ?? '', reason } }),
})

export const timing = (id: string, timers: AnswerOf<'GET /api/timers'>['items']): Question => ({
  ...ask.timer,
  done: done.timer,
  plain: true,
  choices: [
    {
      name: 'timer',
      label: ask.timer.what,
      options: timers.map(({ id: value, says, jurisdiction }) => ({
        value,
        label: jurisdiction === 'house' ? says : `${says} (${jurisdiction})`,
      })),
    },
  ],
  run: ({ chosen }) => call('POST /api/cases/:case/timers', { params: { case: id }, body: { timer: chosen['timer'] ?? '' } }),
})

export const linking = (id: string): Question => {
  let linked: { what: keyof typeof linkable; id: string } = { what: 'persona', id: '' }
  return {
    ...ask.link,
    done: done.linked,
    plain: true,
    choices: [
      { name: 'what', label: ask.link.what, options: Object.entries(linkable).map(([value, label]) => ({ value, label })) },
      { name: 'id', label: ask.link.id },
    ],
    run: ({ chosen }) => {
      linked = { what: chosen['what'] as keyof typeof linkable, id: (chosen['id'] ?? '').trim() }
      return actOn(id, { kind: 'linked', ...linked })
    },
    undo: () => actOn(id, { kind: 'unlinked', ...linked }),
  }
}

export const quieting = (id: string, me: string): Question => ({
  ...ask.quiet,
  done: done.quieted,
  plain: true,
  run: () => actOn(id, { kind: 'quieted', members: [me] }),
  undo: () => actOn(id, { kind: 'unquieted', reason: atOnce }),
})

export const unquieting = (id: string, members: readonly string[]): Question => ({
  ...ask.unquiet,
  done: done.unquieted,
  run: ({ reason }) => actOn(id, { kind: 'unquieted', reason }),
  undo: () => actOn(id, { kind: 'quieted', members: [...members] }),
})
