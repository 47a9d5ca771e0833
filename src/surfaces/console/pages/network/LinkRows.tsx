import { UnstyledButton } from '@mantine/core'
import { t } from '../../texts/index.ts'
import type { Lines, Link } from './linked.ts'
import { More } from './More.tsx'
import css from './network.module.css'
import { State } from './State.tsx'
import { nameOf, otherOf, pairOf, reasonOf, weightOf } from './words.ts'

interface Rows {
  readonly links: readonly Link[]
  readonly lines: Lines
  /** Whose links they are: the other one is named alone. */
  readonly of?: string
  onChoose(link: Link): void
}

const FIRST = 8

/** Links in a panel, heaviest first, each leading to why. */
export function LinkRows({ links, lines, of, onChoose }: Rows) {
  return (
    <More
      className={css.rows}
      of={links}
      first={FIRST}
      draw={(link) => (
        <li key={`${link.persona} ${link.other}`}>
          <UnstyledButton className={css.row} onClick={() => onChoose(link)}>
            <span className={css.rowHead}>
              <b>{of === undefined ? pairOf(lines, link) : nameOf(lines, otherOf(link, of))}</b>
              {link.state === 'linked' ? (
                <span className="soft small">{t.network.weightWord[weightOf(link)]}</span>
              ) : (
                <State of={link.state} />
              )}
            </span>
            <span className="soft small">{reasonOf(link)}</span>
          </UnstyledButton>
        </li>
      )}
    />
  )
}
