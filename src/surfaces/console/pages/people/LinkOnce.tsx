import css from '../../parts/blocks.module.css'
import { Once } from '../../parts/Once.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import type { LinkMade } from './accounts.ts'

/** A link that lets one person in once: handed over by whoever made it, on a way that they trust. */
export function LinkOnce({ name, link, onKept }: { readonly name: string; readonly link: LinkMade; onKept(): void }) {
  return (
    <div className={css.form}>
      <p>{t.people.linkSays(name)}</p>
      <Once label={t.people.link} secret={link.link} onKept={onKept} />
      <p className="soft small">
        {t.people.linkUntil} <When at={link.expires} />
      </p>
    </div>
  )
}
