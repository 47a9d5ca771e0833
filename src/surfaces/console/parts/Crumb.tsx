import { Link, type LinkProps } from '@tanstack/react-router'
import css from './parts.module.css'

/** The way back to what this is one of. */
export function Crumb({ says, ...to }: { readonly says: string } & Pick<LinkProps, 'to' | 'params' | 'search'>) {
  return (
    <nav className={css.crumb} aria-label={says}>
      <Link {...to}>{says}</Link>
    </nav>
  )
}
