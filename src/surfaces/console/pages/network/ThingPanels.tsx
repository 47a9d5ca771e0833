import { Button } from '@mantine/core'
import { Link as To } from '@tanstack/react-router'
import { Help } from '../../parts/Help.tsx'
import { Masked } from '../../parts/Masked.tsx'
import { Recommendation } from '../../parts/Recommendation.tsx'
import { t } from '../../texts/index.ts'
import type { Chosen } from './chosen.ts'
import { useLines, type Cluster, type Hub, type Link } from './linked.ts'
import { LinkRows } from './LinkRows.tsx'
import css from './network.module.css'
import { kindInWords, nameOf } from './words.ts'

const n = t.network
type Choose = (next: Chosen) => void
const toLink =
  (choose: Choose) =>
  ({ persona, other }: Link): void =>
    choose({ kind: 'link', persona, other })

/** One candidate of the map, and with whom the links that have come join them. */
export function PersonaPanel({
  persona,
  links,
  choose,
}: {
  readonly persona: string
  readonly links: readonly Link[]
  readonly choose: Choose
}) {
  const own = links.filter((link) => link.persona === persona || link.other === persona)
  const lines = useLines([persona, ...own.flatMap((link) => [link.persona, link.other])])
  return (
    <>
      <header className={css.head}>
        <p className="soft small">{n.persona.title}</p>
        <h2>{nameOf(lines, persona)}</h2>
        <p>
          <Recommendation of={lines.get(persona)?.recommendation} />
        </p>
        <Button variant="default" renderRoot={(props) => <To to="/candidates/$persona" params={{ persona }} {...props} />}>
          {n.persona.open}
        </Button>
      </header>
      <section>
        <h3>{n.persona.links}</h3>
        {own.length === 0 ? (
          <p className="soft">{n.persona.none}</p>
        ) : (
          <LinkRows links={own} lines={lines} of={persona} onChoose={toLink(choose)} />
        )}
      </section>
    </>
  )
}

/** A value that two or more of a cluster have, and the links that rest on it. */
export function ValuePanel({
  of,
  value,
  cluster,
  choose,
}: {
  readonly of: string
  readonly value: string
  readonly cluster: Cluster
  readonly choose: Choose
}) {
  const resting = cluster.links.filter((link) => link.evidence.some((one) => one.kind === of && one.value === value))
  const lines = useLines(resting.flatMap((link) => [link.persona, link.other]))
  return (
    <>
      <header className={css.head}>
        <p className="soft small">
          {n.value.title}: {kindInWords(of)}
        </p>
        <h2>
          <Masked value={value} />
        </h2>
      </header>
      <section>
        <h3>{n.value.rests}</h3>
        <LinkRows links={resting} lines={lines} onChoose={toLink(choose)} />
      </section>
    </>
  )
}

/** A value that a crowd has: how many, and why it joins nobody. */
export function HubPanel({ hub, holders = [] }: { readonly hub: Hub; readonly holders?: readonly string[] }) {
  const lines = useLines(holders)
  return (
    <>
      <header className={css.head}>
        <p className="soft small">
          {n.hub.title}: {kindInWords(hub.kind)} <Help of="hub" />
        </p>
        <h2 className={css.value}>
          <Masked value={hub.key} />
        </h2>
        <p>{hub.reason}</p>
        <p className="soft">{n.hub.says(hub.holders)}</p>
      </header>
      {holders.length > 0 && (
        <section>
          <h3>{n.hub.here}</h3>
          <ul className={css.points}>
            {holders.map((one) => (
              <li key={one}>{nameOf(lines, one)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
