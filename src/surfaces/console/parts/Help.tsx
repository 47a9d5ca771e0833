import { ActionIcon, Popover } from '@mantine/core'
import IconHelpCircle from '@tabler/icons-react/icons/IconHelpCircle'
import type { ReactNode } from 'react'
import { t } from '../texts/index.ts'
import css from './parts.module.css'

/** A question mark beside what needs explaining. It opens by click or key, and Escape leads back to it. */
export function Help({ of }: { readonly of: Exclude<keyof typeof t.help, 'label'> }) {
  const { title, says } = t.help[of]
  return (
    <Popover width={320} position="bottom-start" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon className={css.help} variant="subtle" color="gray" size={24} aria-label={t.help.label(title)}>
          <IconHelpCircle size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={css.helpText} tabIndex={-1}>
        <b>{title}</b>
        <p>{says}</p>
      </Popover.Dropdown>
    </Popover>
  )
}

/** A heading with its question mark. */
export function Explained({ of, children }: Parameters<typeof Help>[0] & { readonly children: ReactNode }) {
  return (
    <div className={css.explained}>
      {children}
      <Help of={of} />
    </div>
  )
}
