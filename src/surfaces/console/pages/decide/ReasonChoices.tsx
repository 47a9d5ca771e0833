import { Checkbox } from '@mantine/core'
import type { AnswerOf } from '../../../client/index.ts'
import type { FindingShown } from '../../evidence/value.ts'
import { Help } from '../../parts/Help.tsx'
import { saysPlainly } from '../../parts/Says.tsx'
import { t } from '../../texts/index.ts'
import css from './decide.module.css'

const words = t.decide

/** Reason of the list → findings that it rests on. */
export type Chosen = Readonly<Record<string, readonly string[]>>

interface Shown {
  readonly reasons: AnswerOf<'GET /api/reasons'>['items']
  readonly findings: readonly FindingShown[]
  isOpened(finding: string): boolean
  readonly chosen: Chosen
  onChoose(chosen: Chosen): void
}

/** The closed list of reasons, and under each that is chosen the findings that it rests on: those only that the decider has opened. */
export function ReasonChoices({ reasons, findings, isOpened, chosen, onChoose }: Shown) {
  const toggle = (code: string): void => {
    const { [code]: had, ...rest } = chosen
    onChoose(had === undefined ? { ...chosen, [code]: [] } : rest)
  }
  return (
    <fieldset className={css.reasons}>
      <legend>
        {words.reasons} <Help of="reasons" />
      </legend>
      <p className="soft small">{words.reasonsHint}</p>
      {reasons.map(({ code, says, findings: rests }) => {
        const picked = chosen[code]
        return (
          <div key={code} className={css.reason}>
            <Checkbox label={says} checked={picked !== undefined} onChange={() => toggle(code)} />
            {picked !== undefined && rests && (
              <Checkbox.Group
                className={css.rests}
                label={words.restsOn}
                value={[...picked]}
                onChange={(value) => onChoose({ ...chosen, [code]: value })}
              >
                <div className={css.choices}>
                  {findings.map(({ finding, says: found }) => (
                    <Checkbox
                      key={finding}
                      size="sm"
                      value={finding}
                      label={saysPlainly(found)}
                      disabled={!isOpened(finding)}
                      description={isOpened(finding) ? undefined : words.openFirst}
                    />
                  ))}
                </div>
              </Checkbox.Group>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
