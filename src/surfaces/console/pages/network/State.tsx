import { t } from '../../texts/index.ts'
import type { Link } from './linked.ts'
import css from './network.module.css'

/** How a pair stands, in words. */
export function State({ of }: { readonly of: Link['state'] }) {
  return (
    <span className={css.state} data-state={of}>
      {t.network.state[of]}
    </span>
  )
}
