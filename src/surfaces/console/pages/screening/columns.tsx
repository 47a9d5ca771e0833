import { Link } from '@tanstack/react-router'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { When } from '../../parts/When.tsx'
import { rooms } from '../../texts/index.ts'
import { isOverdue, nameOf, type MatchLine } from './match-lines.ts'
import { MatchState } from './MatchState.tsx'
import css from './screening.module.css'

const { columns: heads, states, nobody, overdue } = rooms.screening

/** `who`: how owners are called. */
export const columnsFor = (who: (id: string) => string): readonly TableColumn<MatchLine>[] => [
  {
    head: heads.who,
    width: 'minmax(150px, 1.6fr)',
    value: nameOf,
    draw: (line) => (
      <Link to="/screening/$match" params={{ match: line.match }}>
        {nameOf(line)}
      </Link>
    ),
  },
  { head: heads.state, width: '140px', value: ({ state }) => states[state], draw: ({ state }) => <MatchState of={state} /> },
  { head: heads.listed, width: 'minmax(130px, 1.6fr)', value: ({ listed }) => listed },
  { head: heads.list, width: 'minmax(90px, 1fr)', value: ({ list }) => list },
  { head: heads.owner, width: '110px', value: ({ owner }) => (owner === undefined ? nobody : who(owner)) },
  { head: heads.opened, width: '100px', value: ({ opened }) => opened, draw: ({ opened }) => <When at={opened} as="ago" /> },
  {
    head: heads.due,
    width: '150px',
    value: ({ due }) => due,
    draw: (line) =>
      line.due === undefined ? undefined : (
        <span className={css.due} data-overdue={isOverdue(line) || undefined}>
          {isOverdue(line) ? `${overdue} · ` : ''}
          <When at={line.due} as={isOverdue(line) ? 'ago' : 'day'} />
        </span>
      ),
  },
]
