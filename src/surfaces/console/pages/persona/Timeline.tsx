import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Evidence } from '../../evidence/value.ts'
import { t } from '../../texts/index.ts'
import css from './timeline.module.css'
import { spansOf, yearsOf, type Span } from './spans.ts'

/** Few enough to stay apart on a phone. */
const MOST_YEARS = 6

/** More lines than fit a screen are shown when they are asked for. */
const MOST = 24

interface Shown {
  readonly statements: readonly Evidence[]
  onOpen(statement: string): void
}

/** What was claimed and what was seen, on one scale of time; each line leads to where it stands. */
export function Timeline({ statements, onOpen }: Shown) {
  const [all, setAll] = useState(false)
  const found = useMemo(() => spansOf(statements, new Date().toISOString()), [statements])
  const spans = all ? found : found.slice(0, MOST)
  const years = yearsOf(spans)
  const [first, last] = years
  const share = (month: number): number => ((month - first * 12) / ((last - first) * 12)) * 100
  const step = Math.max(1, Math.ceil((last - first) / MOST_YEARS))
  const marks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step).filter((year) => year < last)
  return (
    <section className={`card ${css.timeline}`} aria-labelledby="timeline">
      <h2 id="timeline">{t.persona.timeline}</h2>
      <p className="soft small">{spans.length === 0 ? t.persona.noTimeline : t.persona.timelineSays}</p>
      {spans.length > 0 && (
        <>
          <p className={css.legend} aria-hidden>
            <span data-basis="claimed">{t.persona.claimed}</span>
            <span data-basis="observed">{t.persona.observed}</span>
          </p>
          <ol className={css.spans}>
            {spans.map((span) => (
              <li key={span.id}>
                <button type="button" className={css.line} title={t.persona.see} onClick={() => onOpen(span.id)}>
                  <span className={css.says}>
                    {span.says}{' '}
                    <span className="soft small">
                      {span.words} <span className="unseen">{t.persona[span.basis]}</span>
                    </span>
                  </span>
                  <Bar span={span} share={share} marks={marks} />
                </button>
              </li>
            ))}
          </ol>
          <div className={css.years} aria-hidden>
            {marks.map((year) => (
              <span key={year} style={{ left: `${share(year * 12)}%` }}>
                {year}
              </span>
            ))}
          </div>
          {found.length > spans.length && (
            <Button variant="default" size="compact-sm" className={css.rest ?? ''} onClick={() => setAll(true)}>
              {t.persona.all(found.length)}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

interface Drawn {
  readonly span: Span
  readonly share: (month: number) => number
  readonly marks: readonly number[]
}

function Bar({ span, share, marks }: Drawn) {
  return (
    <span className={css.track} aria-hidden>
      {marks.map((year) => (
        <i key={year} style={{ left: `${share(year * 12)}%` }} />
      ))}
      <b
        data-basis={span.basis}
        data-moment={span.from === span.to || undefined}
        style={{ left: `${share(span.from)}%`, width: `${share(span.to) - share(span.from)}%` }}
      />
    </span>
  )
}
