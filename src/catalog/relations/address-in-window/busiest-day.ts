import type { AddressMeeting } from './relation.ts'

const DAY = 86_400_000

/**
 * For each address the meetings, each other persona once, of the stretch of 24 hours around my use that holds most others.
 * Names are no use here: whoever shares only a network was never compared, and counts as another person.
 */
export function differentOnOneDay(
  meetings: readonly AddressMeeting[],
  kind: AddressMeeting['kind'],
): readonly (readonly AddressMeeting[])[] {
  const others = meetings.filter((m) => m.kind === kind && (m.same === 'no' || m.same === 'unasked'))
  return [...Map.groupBy(others, (m) => m.mine.value).values()].map(busiestDay)
}

function busiestDay(meetings: readonly AddressMeeting[]): readonly AddressMeeting[] {
  let best: readonly AddressMeeting[] = []
  for (const start of meetings.flatMap((m) => [Date.parse(m.at), Date.parse(m.otherAt)])) {
    const inside = (at: string): boolean => Date.parse(at) >= start && Date.parse(at) <= start + DAY
    const others = new Map(meetings.filter((m) => inside(m.at) && inside(m.otherAt)).map((m) => [m.other, m]))
    if (others.size > best.length) best = [...others.values()]
  }
  return best
}
