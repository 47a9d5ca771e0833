import { Link } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import { t } from '../texts/index.ts'
import css from './frame.module.css'
import type { Section } from './sections.ts'

interface Leading {
  readonly sections: readonly Section[]
  /** Told when one of them is followed. */
  onGo?(): void
}

/** The ways to other pages, in groups with headings. */
export function Ways({ sections, onGo }: Leading) {
  return (
    <nav className={css.nav} aria-label={t.nav.label}>
      {[...Map.groupBy(sections, ({ group }) => group)].map(([group, members]) => (
        <Group key={group} title={t.nav.groups[group]}>
          {members.map((section) => (
            <Way key={section.to} section={section} {...(onGo === undefined ? {} : { onGo })} />
          ))}
        </Group>
      ))}
    </nav>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className={css.group}>
        {title}
      </p>
      {children}
    </div>
  )
}

export function Way({ section: { to, says, icon: Icon }, onGo }: { readonly section: Section; onGo?(): void }) {
  return (
    <Link to={to} className={css.link} activeProps={{ 'aria-current': 'page' }} {...(onGo === undefined ? {} : { onClick: onGo })}>
      <Icon size={18} stroke={1.7} aria-hidden />
      {says}
    </Link>
  )
}
