import { Button } from '@mantine/core'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import type { FindingShown } from '../evidence/value.ts'
import { t } from '../texts/index.ts'
import css from './finding.module.css'
import { Says } from './Says.tsx'

interface Drawn {
  readonly finding: FindingShown
  /** Opens its evidence; absent where it is open already. */
  readonly onOpen?: () => void
}

/** A finding is drawn by this and by nothing else: the sentence first, then how strong, of what kind, and where it leads. */
export function Finding({ finding, onOpen }: Drawn) {
  const { says, strength, direction, title, family, evidence, isNew, innocent } = finding
  return (
    <article className={css.finding} data-direction={direction} data-strength={strength}>
      <h3>
        <Says says={says} />
      </h3>
      <p className={css.tags}>
        <b>{t.strength[strength]}</b>
        <span>{family.replaceAll('-', ' ')}</span>
        <span>{title}</span>
        {isNew && <span className={css.fresh}>{t.finding.fresh}</span>}
      </p>
      {direction === 'raises' && innocent.length > 0 && (
        <details className={css.innocent}>
          <summary>{t.finding.innocent}</summary>
          <ul>
            {innocent.map((story) => (
              <li key={story}>{story}</li>
            ))}
          </ul>
        </details>
      )}
      {onOpen !== undefined && evidence.length > 0 && (
        <Button
          className={css.open}
          variant="subtle"
          size="compact-sm"
          rightSection={<IconChevronRight size={14} aria-hidden />}
          onClick={onOpen}
          aria-label={`${t.finding.open}: ${says}`}
        >
          {t.finding.open} · {t.finding.places(evidence.length)}
        </Button>
      )}
    </article>
  )
}
