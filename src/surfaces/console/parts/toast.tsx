import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { problemOf } from '../api/problem.ts'
import { t } from '../texts/index.ts'
import css from './parts.module.css'

/** Long enough to see a wrong click and take it back. */
const STAYS_MS = 8_000
const common = { autoClose: STAYS_MS, withBorder: true, closeButtonProps: { 'aria-label': t.states.dismiss } } as const

/** Says what was done and, where it can be, takes it back. */
export function done(says: string, undo?: () => Promise<unknown>): void {
  const id = notifications.show({ ...common, message: says })
  if (undo === undefined) return
  const takeBack = (): void => {
    notifications.hide(id)
    undo().catch(failed)
  }
  notifications.update({
    ...common,
    id,
    message: (
      <span className={css.toast}>
        {says}
        <Button size="compact-sm" variant="subtle" onClick={takeBack}>
          {t.states.undo}
        </Button>
      </span>
    ),
  })
}

/** Says that something was not done, and why. */
export function failed(error: unknown): void {
  const { title, detail } = problemOf(error)
  notifications.show({ ...common, title, message: detail, color: 'red' })
}
