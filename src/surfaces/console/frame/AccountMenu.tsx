import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import IconChevronUp from '@tabler/icons-react/icons/IconChevronUp'
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop'
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard'
import IconLogout from '@tabler/icons-react/icons/IconLogout'
import IconMoon from '@tabler/icons-react/icons/IconMoon'
import IconSun from '@tabler/icons-react/icons/IconSun'
import IconUserCircle from '@tabler/icons-react/icons/IconUserCircle'
import { Link } from '@tanstack/react-router'
import { call } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { useMe } from '../api/session.ts'
import { t } from '../texts/index.ts'
import css from './frame.module.css'

const THEMES = [
  ['auto', IconDeviceDesktop],
  ['light', IconSun],
  ['dark', IconMoon],
] as const

async function signOut(): Promise<void> {
  await call('POST /api/me/sign-out', {})
  queries.clear()
  location.assign('/sign-in')
}

export function AccountMenu({ onHelp }: { onHelp(): void }) {
  const me = useMe()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="top-start" width={220} withinPortal>
      <Menu.Target>
        <UnstyledButton className={css.who} aria-label={`${t.nav.account}: ${me.name}`}>
          <span className={css.initial} aria-hidden>
            {me.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={css.whoText}>
            <b>{me.name}</b>
            <span>{me.roles.join(', ')}</span>
          </span>
          <IconChevronUp size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.nav.theme.label}</Menu.Label>
        {THEMES.map(([name, Icon]) => (
          <Menu.Item
            key={name}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(name)}
            data-chosen={colorScheme === name || undefined}
            aria-current={colorScheme === name}
          >
            {t.nav.theme[name]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCircle size={16} aria-hidden />} component={Link} to="/account">
          {t.sections.account}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onHelp}>
          {t.nav.help}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t.nav.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
