import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { call } from '../../api/client.ts'
import { CodeField } from '../../parts/fields.tsx'
import { Failed, Loading, Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import css from '../../frame/form.module.css'
import { QrCode } from './QrCode.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

export function AppEnrolment({ half, onDone }: { readonly half: string; onDone(): void }) {
  const [code, setCode] = useState('')
  const app = useQuery({
    queryKey: ['enrolment', half],
    queryFn: () => call('POST /api/enrolments/app', { body: { half } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const finish = useMutation({
    mutationFn: (enrolment: string) => call('POST /api/enrolments/app/finish', { body: { half, enrolment, code: code.trim() } }),
  })
  if (finish.data !== undefined) return <RecoveryCodes codes={finish.data.recoveryCodes} onKept={onDone} />
  if (app.isPending) return <Loading />
  if (app.isError) return <Failed error={app.error} onRetry={() => void app.refetch()} />
  const { enrolment, key, address } = app.data
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    finish.mutate(enrolment)
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className="soft">{t.enrol.appSays}</p>
      <div className={css.qr}>
        <QrCode text={address} label={t.enrol.qr} />
      </div>
      <div>
        <p className="soft small">{t.enrol.typed}</p>
        <p className={`mono ${css.typed}`}>{key.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
      </div>
      <CodeField label={t.enrol.code} value={code} onChange={setCode} />
      <Refused error={finish.error} />
      <Button type="submit" loading={finish.isPending}>
        {t.enrol.done}
      </Button>
    </form>
  )
}
