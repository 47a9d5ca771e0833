import { Drawer, UnstyledButton } from '@mantine/core'
import IconMenu2 from '@tabler/icons-react/icons/IconMenu2'
import { useState } from 'react'
import { t } from '../texts/index.ts'
import css from './frame.module.css'
import { inBar, type Section } from './sections.ts'
import { Way, Ways } from './Ways.tsx'

/** On a phone: the few ways that are used most, and a menu with all of them. */
export function PhoneBar({ sections }: { readonly sections: readonly Section[] }) {
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  return (
    <nav className={css.bar} aria-label={t.nav.label}>
      {inBar(sections).map((section) => (
        <Way key={section.to} section={section} />
      ))}
      <UnstyledButton className={css.link} aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(true)}>
        <IconMenu2 size={18} stroke={1.7} aria-hidden />
        {t.nav.menu}
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="min(600px, 90dvh)"
        title={t.nav.menu}
        closeButtonProps={{ 'aria-label': t.keys.close }}
      >
        <Ways sections={sections} onGo={close} />
      </Drawer>
    </nav>
  )
}
