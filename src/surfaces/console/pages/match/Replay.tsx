import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/states.tsx'
import { rooms } from '../../texts/index.ts'
import type { Match } from './match.ts'
import css from './match.module.css'

const words = rooms.match.replay

/** The same question again, as it was asked then. */
export function Replay({ match: { match, method } }: { readonly match: Match }) {
  const again = useMutation({ mutationFn: () => call('GET /api/matches/:match/replay', { params: { match } }) })
  return (
    <section className={`card ${css.form}`} aria-labelledby="replay">
      <h2 id="replay">{words.title}</h2>
      <p className="soft small">
        {words.says} <span className="mono">{method.algorithm}</span>
      </p>
      {again.isSuccess && (
        <p role="status">
          <b>{again.data.same ? words.same : again.data.now === null ? words.gone : words.differs(again.data.differs)}</b>
        </p>
      )}
      <Refused error={again.error} />
      <Button variant="default" loading={again.isPending} onClick={() => again.mutate()} className={css.start}>
        {words.go}
      </Button>
    </section>
  )
}
