import { Button } from '@mantine/core'
import { useMe } from '../api/session.ts'
import { rooms } from '../texts/index.ts'
import css from './parts.module.css'

/** Whether what needs a sign-in of the last minutes can be done now, as far as this page knows; the service looks for itself. */
export function useFresh(): boolean {
  const { freshUntil } = useMe()
  return freshUntil !== undefined && Date.parse(freshUntil) > Date.now()
}

/** Before anything is typed that would be lost on the way: signs in again and comes back. */
export function FreshSignIn() {
  const again = (): void => location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
  return (
    <div className={css.fresh}>
      <p>{rooms.fresh.says}</p>
      <Button variant="default" onClick={again}>
        {rooms.fresh.go}
      </Button>
    </div>
  )
}
