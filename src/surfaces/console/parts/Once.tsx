import { Button, CopyButton } from '@mantine/core'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconCopy from '@tabler/icons-react/icons/IconCopy'
import { t } from '../texts/index.ts'
import css from './blocks.module.css'

interface Shown {
  readonly label: string
  readonly secret: string
  onKept(): void
}

/** A secret that is told this one time: nobody can show it again, so it goes away only when somebody says that they have it. */
export function Once({ label, secret, onKept }: Shown) {
  return (
    <div className={css.form}>
      <div className={css.secret}>
        <code aria-label={label} tabIndex={0}>
          {secret}
        </code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
              aria-live="polite"
            >
              {copied ? t.once.copied : t.once.copy}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className="soft small">{t.once.says}</p>
      <Button onClick={onKept}>{t.once.kept}</Button>
    </div>
  )
}
