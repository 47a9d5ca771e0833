import '@mantine/notifications/styles.layer.css'
import { Notifications } from '@mantine/notifications'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useNews } from '../api/events.ts'
import { useMay } from '../api/session.ts'
import { t } from '../texts/index.ts'
import { AccountMenu } from './AccountMenu.tsx'
import css from './frame.module.css'
import { HelpSheet } from './HelpSheet.tsx'
import { useKeyboard, useShortcuts, type Shortcut } from './keyboard.ts'
import { Mark } from './Mark.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { SECTIONS } from './sections.ts'
import { Ways } from './Ways.tsx'

/** What stands around every page of somebody who is signed in: the way to the others, and the keys. */
export function Frame() {
  useNews()
  useKeyboard()
  const [helping, setHelping] = useState(false)
  const navigate = useNavigate()
  const may = useMay()
  const sections = SECTIONS.filter((section) => may(section.may))
  const goes = sections.map(({ keys, goes: says, to }): Shortcut => ({ keys, says, everywhere: true, run: () => void navigate({ to }) }))
  const search = {
    keys: '/',
    says: t.keys.search,
    everywhere: true,
    run: () => void navigate({ to: '/candidates', hash: 'search' }),
  } as const
  const help = { keys: '?', says: t.keys.help, everywhere: true, run: () => setHelping(true) } as const
  useShortcuts([...goes, ...(may('persona:read') ? [search] : []), help])
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#page">
        {t.skip}
      </a>
      <aside className={css.side} aria-label={t.name}>
        <Link to="/" className={css.brand}>
          <Mark />
          {t.name}
        </Link>
        <Ways sections={sections} />
        <PhoneBar sections={sections} />
        <div className={css.account}>
          <AccountMenu onHelp={() => setHelping(true)} />
        </div>
      </aside>
      <main id="page" className={css.page} tabIndex={-1}>
        <Outlet />
      </main>
      <HelpSheet opened={helping} onClose={() => setHelping(false)} />
      <Notifications position="bottom-center" limit={3} />
    </div>
  )
}
