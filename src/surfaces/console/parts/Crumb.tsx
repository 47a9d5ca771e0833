import { Link } from '@tanstack/react-router'
import css from './parts.module.css'

/** The way back to the list that this is one of. */
export function Crumb({ to, says }: { readonly to: '/screening' | '/lists' | '/detectors'; readonly says: string }) {
  return (
    <nav className={css.crumb} aria-label={says}>
      <Link to={to}>{says}</Link>
    </nav>
  )
}
