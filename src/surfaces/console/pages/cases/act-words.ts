import type { CaseEvent, DecisionRecord } from '../../../../model/case.ts'
import { t } from '../../texts/index.ts'

/** How ids stand in words. */
export interface Words {
  who(id: string): string
  about(id: string): string
  timer(id: string): string
  /** The text of a task of the case. */
  task(number: number): string
}

export interface ActShown {
  /** After the name of who did it, unless it happened by itself. */
  readonly says: string
  /** What was written with it. */
  readonly text?: string
  readonly record?: DecisionRecord
  /** It happened, and nobody did it. */
  readonly itself?: true
  /** A small step, of which there are many. */
  readonly small?: true
}

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const { acts, kinds, fourEyes } = t.cases

/** An act of a case in words. */
export function inWords(event: CaseEvent, words: Words): ActShown {
  switch (event.kind) {
    case 'opened':
      return { says: acts.opened, text: event.says }
    case 'assigned':
      if (event.to === null) return { says: acts.gaveBack, small: true }
      return { says: event.to === event.by ? acts.took : acts.gaveTo(words.who(event.to)), small: true }
    case 'snoozed':
      return { says: acts.aside(MOMENT.format(new Date(event.until))), small: true }
    case 'noted':
      return { says: acts.noted, text: event.text }
    case 'task-added':
      return { says: acts.task, text: event.text }
    case 'task-done':
      return { says: acts.taskDone, text: words.task(event.task) }
    case 'linked':
      return { says: acts.linked(`${acts.things[event.what]}: ${words.about(event.id)}`) }
    case 'unlinked':
      return { says: acts.unlinked(`${acts.things[event.what]}: ${words.about(event.id)}`) }
    case 'due-set':
      return { says: acts.limit(words.timer(event.timer)), itself: true, small: true }
    case 'due-met':
      return { says: acts.limitMet(words.timer(event.timer)), itself: true, small: true }
    case 'seen':
      return { says: acts.seen(Math.round(event.seconds)), small: true }
    case 'quieted':
      return { says: acts.quieted }
    case 'unquieted':
      return { says: acts.unquieted, text: event.reason }
    case 'member-added':
      return { says: acts.member(words.who(event.who)) }
    case 'came':
      return { says: acts.came[event.what], text: event.says, ...(event.what === 'look-back' ? { itself: true } : {}) }
    case 'attended':
      return { says: acts.attended, text: event.reason }
    case 'requested':
      return {
        says: acts.requested(`${fourEyes[event.what]}: ${words.about(event.about)}`),
        ...(event.record === undefined ? { text: event.reason } : { record: event.record }),
      }
    case 'approved':
      return { says: acts.approved, text: event.reason }
    case 'refused':
      return { says: acts.refused, text: event.reason }
    case 'withdrawn':
      return { says: acts.withdrawn, text: event.reason }
    case 'decided':
      return { says: acts.decided(kinds[event.record.kind], words.about(event.record.persona)), record: event.record }
    case 'undone':
      return { says: acts.undone, text: event.reason }
    case 'access-cut':
      return { says: `${acts.cut}: ${words.about(event.about)}`, text: event.reason }
    case 'cut-reviewed':
      return { says: acts.looked(event.agrees), text: event.reason }
    case 'closed':
      return { says: acts.closed, text: event.reason }
    case 'reopened':
      return { says: acts.reopened, text: event.reason }
  }
  return event satisfies never
}
