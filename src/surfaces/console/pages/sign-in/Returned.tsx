import { Anchor, Loader } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../api/client.ts'
import { Alone } from '../../frame/Alone.tsx'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import { Enrolment } from '../enter/Enrolment.tsx'
import { goOn } from './after.ts'
import { takeBegun } from './provider.ts'

const lost = { code: 'lost', status: 400, title: t.signIn.title, detail: t.signIn.lost }

/** Back from the organisation's own sign-in. */
export function Returned() {
  const started = useRef(false)
  const finish = useMutation({
    async mutationFn() {
      const begun = takeBegun()
      if (begun === undefined) throw Object.assign(new Error(lost.detail), lost)
      const session = await call('POST /api/sign-in/provider/return', { body: { begun: begun.begun, returned: location.href } })
      return { ...session, to: begun.to }
    },
    onSuccess: ({ full, to }) => full && goOn(to),
  })
  const { mutate } = finish
  useEffect(() => {
    // What came back is good once.
    if (started.current) return
    started.current = true
    mutate()
  }, [mutate])
  const { data, error } = finish
  if (data !== undefined && !data.full)
    return (
      <Alone title={t.signIn.codeTitle} says={t.signIn.noSecond}>
        <Enrolment half={data.half} onDone={() => goOn(data.to)} />
      </Alone>
    )
  return (
    <Alone title={t.signIn.returned}>
      {error === null ? <Loader aria-label={t.states.loading} /> : <Refused error={error} />}
      {error !== null && <Anchor href="/sign-in">{t.signIn.again}</Anchor>}
    </Alone>
  )
}
