import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import { rooms } from '../../texts/index.ts'
import type { Draft } from './draft.ts'
import css from './match.module.css'

type Point = Draft['similarities'][number]
const words = rooms.match.form

interface Asked {
  readonly asks: string
  readonly add: string
  readonly points: readonly Point[]
  /** What can be taken over, as far as it was not yet. */
  readonly offered: readonly Point[]
  onChange(points: readonly Point[]): void
}

/** A list of what agrees or differs, each point with what it rests on. */
export function Points({ asks, add, points, offered, onChange }: Asked) {
  const put = (at: number, change: Partial<Point>): void => onChange(points.map((point, i) => (i === at ? { ...point, ...change } : point)))
  const left = offered.filter((one) => !points.some((point) => point.evidence === one.evidence))
  return (
    <fieldset className={css.question}>
      <legend>{asks}</legend>
      {points.map((point, at) => (
        <div key={at} className={css.point}>
          <TextInput
            label={words.what}
            required
            withAsterisk={false}
            value={point.what}
            onChange={(e) => put(at, { what: e.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${words.remove}: ${point.what}`}
            onClick={() => onChange(points.filter((_, i) => i !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
          <Textarea
            label={words.rests}
            required
            withAsterisk={false}
            autosize
            value={point.evidence}
            onChange={(e) => put(at, { evidence: e.currentTarget.value })}
          />
        </div>
      ))}
      <div className={css.buttons}>
        {left.length > 0 && (
          <Button size="compact-sm" variant="light" onClick={() => onChange([...points, ...left])}>
            {words.compared}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...points, { what: '', evidence: '' }])}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  )
}
