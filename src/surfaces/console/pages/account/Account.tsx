import css from '../../parts/blocks.module.css'
import { useMe } from '../../api/session.ts'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Section } from '../../parts/Section.tsx'
import { t } from '../../texts/index.ts'
import { ApiKeys } from './ApiKeys.tsx'
import { Passkeys } from './Passkeys.tsx'
import { Password } from './Password.tsx'
import { Sessions } from './Sessions.tsx'

/** How one signs in oneself, where one is signed in, and what keys programs have in one's name. */
export function Account() {
  const me = useMe()
  return (
    <div className={css.narrow}>
      <PageHeader title={t.account.title} says={`${me.name} · ${me.email}`} />
      <div className={css.stack}>
        <Section title={t.account.roles} says={t.account.rolesSays}>
          <ul className={css.lines}>
            {me.roles.map((role) => (
              <li key={role}>
                <div>
                  <b>{t.people.roles[role].name}</b>
                  <p className="soft small">{t.people.roles[role].says}</p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
        <Passkeys />
        <Password />
        <Sessions />
        <ApiKeys />
      </div>
    </div>
  )
}
