import { Button, CopyButton } from '@mantine/core'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconCopy from '@tabler/icons-react/icons/IconCopy'
import { t } from '../texts/index.ts'
import { When } from './When.tsx'
import css from './one-time-link.module.css'

interface Shown {
  /** The page of the person concerned that the link opens. */
  readonly page: '/person/ask' | '/person/explanation'
  readonly secret: string
  /** To be handed on with it; what stands in brackets is filled in by whoever does. */
  readonly letter: string
  /** The last day on which it works; ISO 8601. */
  readonly until?: string
}

/** A link that is shown this once, and a letter for it. The secret stands behind the `#`, so it is in no log. */
export function OneTimeLink({ page, secret, letter, until }: Shown) {
  const address = `${location.origin}${page}#${secret}`
  return (
    <div className={css.link}>
      <section aria-label={t.oneTime.title}>
        <p className={css.once}>{t.oneTime.once}</p>
        <p className={css.address} data-link>
          {address}
        </p>
        <Copy text={address} says={t.oneTime.copy} filled />
        {until !== undefined && (
          <p className="soft small">
            {t.oneTime.until} <When at={until} as="day" />
          </p>
        )}
      </section>
      <details className={css.letter}>
        <summary>{t.oneTime.letter}</summary>
        <p className="soft small">{t.oneTime.letterSays}</p>
        <pre tabIndex={0}>{letter}</pre>
        <Copy text={letter} says={t.oneTime.copyLetter} />
      </details>
    </div>
  )
}

function Copy({ text, says, filled = false }: { readonly text: string; readonly says: string; readonly filled?: boolean }) {
  return (
    <CopyButton value={text} timeout={3_000}>
      {({ copied, copy }) => (
        <Button
          variant={filled ? 'filled' : 'default'}
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          <span aria-live="polite">{copied ? t.oneTime.copied : says}</span>
        </Button>
      )}
    </CopyButton>
  )
}
