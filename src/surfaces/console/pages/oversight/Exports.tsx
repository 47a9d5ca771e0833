import { call } from '../../api/client.ts'
import { FetchedFile } from '../../parts/FetchedFile.tsx'
import { Section } from '../../parts/Section.tsx'
import { t } from '../../texts/index.ts'
import css from '../../parts/blocks.module.css'
import { periodOf, type Span } from './figures.ts'

/** What an authority or an auditor asks for, as files. */
export function Exports({ span }: { readonly span: Span }) {
  const query = periodOf(span)
  const csv = 'text/csv'
  return (
    <Section title={t.oversight.exports.title} says={t.oversight.exports.says(t.oversight.spans[span])}>
      <div className={css.acts}>
        <FetchedFile
          says={t.oversight.exports.decisions}
          name="decisions.csv"
          type={csv}
          fetch={() => call('GET /api/oversight/decisions.csv', { query })}
        />
        <FetchedFile
          says={t.oversight.exports.reviews}
          name="reviews.csv"
          type={csv}
          fetch={() => call('GET /api/oversight/reviews.csv', { query })}
        />
        <FetchedFile
          says={t.oversight.exports.openings}
          name="openings.csv"
          type={csv}
          fetch={() => call('GET /api/oversight/openings.csv', { query })}
        />
      </div>
    </Section>
  )
}
