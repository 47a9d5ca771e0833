import { Button } from '@mantine/core'
import IconColumns from '@tabler/icons-react/icons/IconColumns'
import { Link as To } from '@tanstack/react-router'
import { Failed, Loading } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { Judge } from './Judge.tsx'
import { useLines, useLink } from './linked.ts'
import css from './network.module.css'
import { State } from './State.tsx'
import { Why } from './Why.tsx'
import { pairOf } from './words.ts'

const n = t.network

/** Everything about one line of the map, and the place to judge it. */
export function LinkPanel({ persona, other }: { readonly persona: string; readonly other: string }) {
  const found = useLink(persona, other)
  const lines = useLines([persona, other])
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} onRetry={() => void found.refetch()} />
  const { link } = found.data
  return (
    <>
      <header className={css.head}>
        <p className="soft small">{link?.state === 'linked' ? n.why.linked : n.why.other}</p>
        <h2>{pairOf(lines, { persona, other })}</h2>
        {link !== null && (
          <p>
            <State of={link.state} /> <span className="soft">{n.stateSays[link.state]}</span>
          </p>
        )}
        <Button
          variant="default"
          leftSection={<IconColumns size={16} aria-hidden />}
          renderRoot={(props) => <To to="/compare/$a/$b" params={{ a: persona, b: other }} {...props} />}
        >
          {n.why.compare}
        </Button>
      </header>
      {link === null ? (
        <>
          <p className="soft">{n.why.none}</p>
          <Judge link={{ persona, other, judged: null, judgements: [] }} />
        </>
      ) : (
        <>
          <Why link={link} />
          <Judge link={link} />
        </>
      )}
    </>
  )
}
