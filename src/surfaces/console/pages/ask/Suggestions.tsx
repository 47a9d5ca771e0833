import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loading, Refused } from '../../parts/states.tsx'
import { Says } from '../../parts/Says.tsx'
import { t } from '../../texts/index.ts'
import css from './ask.module.css'
import { questionFrom } from './neutral.ts'

const words = t.ask

interface Shown {
  readonly persona: string
  /** Findings that the question is about. */
  readonly chosen: readonly string[]
  onChoose(findings: readonly string[]): void
  onUse(text: string, finding: string): void
}

/** For each point what would clear it, and a question to start from where its card has one. Only who asks reads the points. */
export function Suggestions({ persona, chosen, onChoose, onUse }: Shown) {
  const suggested = useQuery({
    queryKey: keys.suggestions(persona),
    queryFn: () => call('GET /api/personas/:persona/asks/suggested', { params: { persona } }),
  })
  if (suggested.isPending) return <Loading />
  if (suggested.isError) return <Refused error={suggested.error} />
  const toggle = (finding: string): void =>
    onChoose(chosen.includes(finding) ? chosen.filter((one) => one !== finding) : [...chosen, finding])
  return (
    <fieldset className={css.suggestions}>
      <legend>{words.suggestions}</legend>
      <p className="soft small">{suggested.data.items.length === 0 ? words.noSuggestions : words.suggestionsSays}</p>
      {suggested.data.items.map(({ finding, says, clears, next }) => (
        <article key={finding}>
          <h2>
            <Says says={says} />
          </h2>
          <ul>
            {next
              .map(questionFrom)
              .filter((text) => text !== undefined)
              .map((text) => (
                <li key={text} className={css.suggestion}>
                  <span>{text}</span>
                  <Button variant="default" size="compact-sm" onClick={() => onUse(text, finding)} aria-label={`${words.use}: ${text}`}>
                    {words.use}
                  </Button>
                </li>
              ))}
          </ul>
          <details>
            <summary>{words.clears}</summary>
            <ul className={css.clears}>
              {clears.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </details>
          <Checkbox size="sm" label={words.about} checked={chosen.includes(finding)} onChange={() => toggle(finding)} />
        </article>
      ))}
    </fieldset>
  )
}
