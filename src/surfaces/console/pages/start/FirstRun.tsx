import { Button } from '@mantine/core'
import IconCloudUpload from '@tabler/icons-react/icons/IconCloudUpload'
import IconFlask from '@tabler/icons-react/icons/IconFlask'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMay } from '../../api/session.ts'
import { t } from '../../texts/index.ts'
import css from './start.module.css'

/** Whether anybody is here at all; undefined while it is not known, or where the reader may not know. */
export function useAnybody(): boolean | undefined {
  const may = useMay()
  const found = useQuery({
    queryKey: keys.anybody,
    queryFn: () => call('GET /api/personas', { query: { limit: 1 } }),
    enabled: may('persona:read'),
  })
  return found.data === undefined ? undefined : found.data.items.length > 0
}

/** Before the first candidate: one's own files, or an invented company to look around in; and what is to be known first. */
export function FirstRun() {
  const may = useMay()
  return (
    <section className={css.start} aria-labelledby="start">
      <h2 id="start">{t.start.title}</h2>
      <div className={css.ways}>
        <article className="card">
          <IconCloudUpload size={26} stroke={1.5} aria-hidden />
          <h3>{t.start.own.title}</h3>
          <p className="soft">{may('persona:submit') ? t.start.own.says : t.start.own.notYou}</p>
          {may('persona:submit') && <Button renderRoot={(props) => <Link {...props} to="/intake" />}>{t.start.own.go}</Button>}
        </article>
        <article className="card">
          <IconFlask size={26} stroke={1.5} aria-hidden />
          <h3>{t.start.example.title}</h3>
          <p className="soft">{t.start.example.says}</p>
          <pre className={css.command} tabIndex={0} aria-label={t.start.example.commands}>
            {'npx bonafide start\nnpx bonafide serve --data .bonafide/example'}
          </pre>
        </article>
      </div>
      <div className={css.first}>
        <h3>{t.start.first.title}</h3>
        <ul>
          {t.start.first.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}
