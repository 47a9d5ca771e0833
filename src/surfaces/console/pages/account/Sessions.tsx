import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import css from '../../parts/blocks.module.css'
import { Section } from '../../parts/Section.tsx'
import { Failed, Loading } from '../../parts/states.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { done, failed } from '../../parts/toast.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { deviceOf } from './device.ts'

export function Sessions() {
  const client = useQueryClient()
  const sessions = useQuery({ queryKey: keys.sessions, queryFn: () => call('GET /api/me/sessions', {}) })
  const look = (): Promise<void> => client.invalidateQueries({ queryKey: keys.sessions })
  const endOthers = useMutation({
    mutationFn: () => call('DELETE /api/me/sessions', {}),
    async onSuccess({ ended }) {
      done(t.people.sessionsEnded(ended))
      await look()
    },
    onError: failed,
  })
  const endOne = useMutation({
    mutationFn: (session: string) => call('DELETE /api/me/sessions/:session', { params: { session } }),
    onSuccess: look,
    onError: failed,
  })
  const items = sessions.data?.items ?? []
  const others = items.length > 1 && (
    <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
      {t.account.sessions.endOthers}
    </Button>
  )
  return (
    <Section title={t.account.sessions.title} says={t.account.sessions.says} acts={others}>
      {sessions.isPending ? (
        <Loading />
      ) : sessions.isError ? (
        <Failed error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <ul className={css.lines}>
          {items.map(({ id, by, created, seen, device, current }) => (
            <li key={id}>
              <div>
                <b>{deviceOf(device) ?? t.account.sessions.unknown}</b>
                <p className="soft small">
                  {t.account.sessions.by[by]} <When at={created} as="ago" /> · {t.account.sessions.seen} <When at={seen} as="ago" />
                </p>
              </div>
              {current ? (
                <Tag tone="good">{t.account.sessions.current}</Tag>
              ) : (
                <Button variant="subtle" className={css.dangerous} onClick={() => endOne.mutate(id)}>
                  {t.account.sessions.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
