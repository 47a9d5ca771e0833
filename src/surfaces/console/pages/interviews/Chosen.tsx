import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { rooms } from '../../texts/index.ts'
import css from './interviews.module.css'

type Listed = { readonly items?: readonly { readonly persona: string; readonly name?: string | undefined }[] }

const words = rooms.interviews

/** Who was chosen, by the name that the search found; without one, by the id that the address has. */
export function Chosen({ persona, onChange }: { readonly persona: string; onChange(): void }) {
  const found = useQueryClient().getQueriesData<Listed>({ queryKey: ['personas', 'found'] })
  const name = found.flatMap(([, list]) => list?.items ?? []).find((one) => one.persona === persona)?.name
  return (
    <section className={`card ${css.chosen}`} aria-label={words.chosen}>
      <p>
        <span className="soft small">{words.who}</span>
        <br />
        <b>
          <Link to="/candidates/$persona" params={{ persona }}>
            {name ?? persona}
          </Link>
        </b>
      </p>
      <Button variant="default" onClick={onChange}>
        {words.change}
      </Button>
    </section>
  )
}
