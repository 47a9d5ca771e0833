/**
 * Pieces of SQL that relations share, in the subset that every engine knows: which of the asked personas' keys others hold too,
 * how many hold each, and who they are. A key is never joined with a crowd: beyond `most` holders only their number is known.
 */

/** `kind, key, holders` of the keys in a named set of rows, where at least so many personas hold them. */
export const holdersOf = (set: string, least = 2): string => `
  select m.kind, m.key, count(distinct i.persona) as holders
  from (select distinct kind, key from ${set}) m join identifier i on i.kind = m.kind and i.key = m.key
  group by m.kind, m.key
  having count(distinct i.persona) >= ${least}`

export interface SharedKeys {
  readonly kinds: readonly [string, ...string[]]
  readonly most: number
  /** One row a key, or one a key and calendar day; uses without a time have no day. */
  readonly each: 'key' | 'day'
}

/**
 * Three named sets. `mine` and `theirs`: `persona, kind, key, statement, first_at, last_at`, and `day` where asked; `held`:
 * `kind, key, holders`. `theirs` has the holders of keys that at most `most` hold, the asked personas among them.
 */
export function sharedKeys({ kinds, most, each }: SharedKeys): string {
  const day = each === 'day' ? ', cast(i.at as date)' : ''
  const columns = `i.persona, i.kind, i.key${day === '' ? '' : `${day} as day`}, min(i.statement) as statement, min(i.at) as first_at, max(i.at) as last_at`
  const timed = day === '' ? '' : ' and i.at is not null'
  return `
mine as (
  select ${columns}
  from identifier i join slice s on s.persona = i.persona
  where i.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})${timed}
  group by i.persona, i.kind, i.key${day}
),
held as (${holdersOf('mine')}
),
theirs as (
  select ${columns}
  from held h join identifier i on i.kind = h.kind and i.key = h.key
  where h.holders <= ${most}${timed}
  group by i.persona, i.kind, i.key${day}
)`
}

/**
 * `persona, person` of a set of rows: records of one person (whom the identity channel answered to be the same) have one
 * `person`, the smallest of their ids. A hub is counted in people and a household too, not in the records kept of them.
 */
export const personsOf = (set: string): string => `
  select t.persona, min(case when q.other < t.persona then q.other else t.persona end) as person
  from (select distinct persona from ${set}) t left join pair q on q.persona = t.persona and q.same = 'yes'
  group by t.persona`
