import { Button, Select, TextInput } from '@mantine/core'
import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SyntheticEvent } from 'react'
import type { AnswerOf, InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { Crumb } from '../../parts/Crumb.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Empty, Refused } from '../../parts/states.tsx'
import { rooms } from '../../texts/index.ts'
import { Comparisons } from './Comparisons.tsx'
import css from './screening.module.css'

type Asked = InputOf<'POST /api/screening/names'>['body']
type Answer = AnswerOf<'POST /api/screening/names'>

const words = rooms.name
const TYPES = (['person', 'organisation', 'unknown', 'vessel', 'aircraft'] as const).map((value) => ({ value, label: rooms.party[value] }))
const EMPTY = { name: '', type: 'person', birth: '', wallet: '', address: '', asOf: '' }
type Typed = typeof EMPTY

const given = (text: string): readonly string[] => (text.trim() === '' ? [] : [text.trim()])

const askedOf = ({ name, type, birth, wallet, address, asOf }: Typed): Asked => ({
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  type: TYPES.find((one) => one.value === type)?.value ?? 'unknown',
  births: [...given(birth)],
  wallets: [...given(wallet)],
  addresses: [...given(address)],
  ...(asOf === '' ? {} : { asOf }),
})

/** One question to the lists, of which nothing is kept. */
export function OneName() {
  const [typed, setTyped] = useState(EMPTY)
  const screen = useMutation({ mutationFn: (asked: Asked) => call('POST /api/screening/names', { body: asked }) })
  const write = (field: keyof Typed) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setTyped({ ...typed, [field]: event.currentTarget.value })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    screen.mutate(askedOf(typed))
  }
  return (
    <>
      <Crumb to="/screening" says={words.back} />
      <PageHeader title={words.title} says={words.says}>
        {screen.isSuccess && (
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
            {words.print}
          </Button>
        )}
      </PageHeader>
      <form className={`card ${css.asking}`} onSubmit={submit}>
        <div className={css.ask}>
          <TextInput label={words.name} description={words.nameHint} value={typed.name} onChange={write('name')} maxLength={1_000} />
          <Select
            label={words.type}
            data={TYPES}
            value={typed.type}
            onChange={(value) => setTyped({ ...typed, type: value ?? 'unknown' })}
            allowDeselect={false}
          />
          <TextInput
            label={words.birth}
            placeholder="1980-04-13"
            title={words.birthHint}
            pattern="\d{4}(-\d{2}){0,2}"
            value={typed.birth}
            onChange={write('birth')}
          />
          <TextInput label={words.wallet} value={typed.wallet} onChange={write('wallet')} maxLength={200} />
          <TextInput label={words.address} value={typed.address} onChange={write('address')} maxLength={500} />
          <TextInput label={words.asOf} title={words.asOfHint} type="date" value={typed.asOf} onChange={write('asOf')} />
        </div>
        <Refused error={screen.error} />
        <Button type="submit" loading={screen.isPending} className={css.start}>
          {words.go}
        </Button>
      </form>
      {screen.isSuccess && <Answered answer={screen.data} asked={screen.variables} />}
    </>
  )
}

function Answered({ answer: { hits, leftOff, notAsked, method }, asked }: { readonly answer: Answer; readonly asked: Asked }) {
  return (
    <section className={css.results} aria-live="polite">
      <p className="soft">
        {words.asked}:{' '}
        {[asked.name, ...(asked.births ?? []), ...(asked.wallets ?? []), ...(asked.addresses ?? [])].filter(Boolean).join(' · ')}.{' '}
        {words.notFiled}
      </p>
      {notAsked.length > 0 && <p className="soft">{words.notAsked(notAsked)}</p>}
      {hits.length === 0 ? (
        <Empty {...words.none} />
      ) : (
        <>
          <h2>{words.hits(hits.length + leftOff)}</h2>
          {hits.map((hit) => (
            <article key={`${hit.list} ${hit.entry}`} className={`card ${css.hit}`}>
              <header>
                <h3>{hit.name}</h3>
                <span className={css.state} data-state={hit.state}>
                  {words.states[hit.state]}
                </span>
              </header>
              <p className="soft small">
                <Link to="/lists/$list" params={{ list: hit.list }}>
                  {hit.list}
                </Link>
                {['', `${rooms.match.entry} ${hit.entry}`, rooms.party[hit.type], ...hit.programmes].join(' · ')}
              </p>
              <p>{hit.explanation}</p>
              <Comparisons of={hit.comparisons} />
              {hit.missing.length > 0 && (
                <p className="soft small">
                  {words.missing}: {hit.missing.join(', ')}.
                </p>
              )}
            </article>
          ))}
          {leftOff > 0 && <p className="soft">{words.leftOff(leftOff)}</p>}
        </>
      )}
      <ul className={`soft small ${css.method}`}>
        {method.lists.map((one) => (
          <li key={one.list}>
            {one.list} · {one.published ?? one.imported.slice(0, 10)} · <span className="mono">{rooms.short(one.version)}</span>
          </li>
        ))}
        <li className="mono">{method.algorithm}</li>
      </ul>
    </section>
  )
}
