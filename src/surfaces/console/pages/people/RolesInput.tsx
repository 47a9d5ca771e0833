import { Checkbox } from '@mantine/core'
import css from '../../parts/blocks.module.css'
import { t } from '../../texts/index.ts'
import { ROLES, RUNS, type Role } from './accounts.ts'

/** Roles with what each may do. The two kinds that may not meet in one account switch each other off. */
export function RolesInput({ value, onChange }: { readonly value: readonly Role[]; onChange(value: readonly Role[]): void }) {
  const [first] = value
  const runs = first === undefined ? undefined : RUNS.includes(first)
  return (
    <Checkbox.Group
      label={t.people.rolesLabel}
      description={t.people.rolesSays}
      value={[...value]}
      onChange={(chosen) => onChange(chosen as Role[])}
    >
      <div className={`${css.form} ${css.under}`}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t.people.roles[role].name}
            description={t.people.roles[role].says}
            disabled={runs !== undefined && RUNS.includes(role) !== runs}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
