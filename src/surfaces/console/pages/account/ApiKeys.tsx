import { Button } from '@mantine/core'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMe } from '../../api/session.ts'
import css from '../../parts/blocks.module.css'
import { Dialog } from '../../parts/Dialog.tsx'
import { Section } from '../../parts/Section.tsx'
import { Failed, Loading, Refused } from '../../parts/states.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { When } from '../../parts/When.tsx'
import { t } from '../../texts/index.ts'
import { MakeKey } from './MakeKey.tsx'

type Key = AnswerOf<'GET /api/keys'>['items'][number]

/** Keys for programs. Whoever manages people sees everybody's here and can take any back. */
export function ApiKeys() {
  const me = useMe()
  const client = useQueryClient()
  const [making, setMaking] = useState(false)
  const [taking, setTaking] = useState<Key>()
  const known = useQuery({ queryKey: keys.apiKeys, queryFn: () => call('GET /api/keys', {}) })
  const look = (): void => void client.invalidateQueries({ queryKey: keys.apiKeys })
  const make = (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t.account.keys.make}
    </Button>
  )
  return (
    <Section title={t.account.keys.title} says={t.account.keys.says} acts={make}>
      {known.isPending ? (
        <Loading />
      ) : known.isError ? (
        <Failed error={known.error} onRetry={() => void known.refetch()} />
      ) : known.data.items.length === 0 ? (
        <p className="soft">{t.account.keys.none}</p>
      ) : (
        <ul className={css.lines}>
          {known.data.items.map((key) => (
            <li key={key.id}>
              <div>
                <b>{key.name}</b>
                {key.account !== me.account && <span className="soft small"> {t.account.keys.others}</span>}
                <p className="soft small">
                  {key.scopes.map((scope) => t.permissions[scope]).join(' · ')}
                  <br />
                  {t.account.keys.until} <When at={key.expires} as="day" />
                  {' · '}
                  {key.lastUsed === undefined ? (
                    t.account.keys.unused
                  ) : (
                    <>
                      {t.account.used} <When at={`${key.lastUsed}T12:00:00.000Z`} as="day" />
                    </>
                  )}
                </p>
              </div>
              {Date.parse(key.expires) <= Date.now() && <Tag>{t.account.keys.over}</Tag>}
              <Button
                variant="subtle"
                className={css.dangerous}
                aria-label={`${t.account.keys.revoke}: ${key.name}`}
                onClick={() => setTaking(key)}
              >
                {t.account.keys.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Dialog opened={making} onClose={() => setMaking(false)} title={t.account.keys.make}>
        <MakeKey onMade={look} onKept={() => setMaking(false)} />
      </Dialog>
      <Dialog opened={taking !== undefined} onClose={() => setTaking(undefined)} title={t.account.keys.revoke}>
        {taking !== undefined && (
          <Taking
            of={taking}
            onDone={() => {
              setTaking(undefined)
              look()
            }}
          />
        )}
      </Dialog>
    </Section>
  )
}

function Taking({ of, onDone }: { readonly of: Key; onDone(): void }) {
  const revoke = useMutation({ mutationFn: () => call('DELETE /api/keys/:key', { params: { key: of.id } }), onSuccess: onDone })
  return (
    <div className={css.form}>
      <p>{t.account.keys.revokeSays(of.name)}</p>
      <Refused error={revoke.error} />
      <Button className={css.danger} loading={revoke.isPending} onClick={() => revoke.mutate()}>
        {t.account.keys.revoke}
      </Button>
    </div>
  )
}
