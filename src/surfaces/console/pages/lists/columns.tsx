import { Link } from '@tanstack/react-router'
import type { TableColumn } from '../../parts/DataTable.tsx'
import { When } from '../../parts/When.tsx'
import { rooms } from '../../texts/index.ts'
import { standingOf, type ListLine } from './list-lines.ts'
import css from './lists.module.css'

const { columns: heads, states, days, never } = rooms.lists

export const COLUMNS: readonly TableColumn<ListLine>[] = [
  {
    head: heads.title,
    width: 'minmax(200px, 6fr)',
    value: ({ title }) => title,
    draw: ({ list, title }) => (
      <Link to="/lists/$list" params={{ list }}>
        {title}
      </Link>
    ),
  },
  {
    head: heads.state,
    width: '130px',
    value: (line) => states[standingOf(line)],
    draw: (line) => (
      <span className={css.state} data-state={standingOf(line)}>
        {states[standingOf(line)]}
      </span>
    ),
  },
  {
    head: heads.age,
    width: 'minmax(80px, 1fr)',
    value: ({ ageDays }) => (ageDays === undefined ? undefined : days(ageDays)),
    draw: (line) =>
      line.ageDays === undefined ? undefined : (
        <span className={css.age} data-state={standingOf(line)}>
          {days(line.ageDays)}
        </span>
      ),
  },
  { head: heads.entries, width: '90px', value: ({ inForce }) => inForce?.entries.toLocaleString() },
  {
    head: heads.checked,
    width: '140px',
    value: ({ checked }) => checked,
    draw: ({ inForce, checked }) => (checked === undefined ? inForce === undefined ? undefined : never : <When at={checked} as="ago" />),
  },
  { head: heads.kept, width: '90px', value: ({ kept }) => (kept === 0 ? undefined : String(kept)) },
]
