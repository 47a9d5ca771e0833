import { Kbd, Modal } from '@mantine/core'
import { t } from '../texts/index.ts'
import { useStandingShortcuts } from './keyboard.ts'
import css from './frame.module.css'

/** Every key that does something on this page. */
export function HelpSheet({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const shortcuts = useStandingShortcuts()
  const shown = [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()]
  return (
    <Modal opened={opened} onClose={onClose} title={t.keys.title} closeButtonProps={{ 'aria-label': t.keys.close }} centered>
      <dl className={css.keys}>
        {[...shown, { keys: 'Esc', says: t.keys.close }].map(({ keys, says }) => (
          <div key={keys}>
            <dt>{says}</dt>
            <dd>
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
