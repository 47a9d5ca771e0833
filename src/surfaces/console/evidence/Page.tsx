import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useMay } from '../api/session.ts'
import { t } from '../texts/index.ts'
import css from './evidence.module.css'
import type { PagePlace } from './place.ts'

/** The service draws pages at two pixels a point. */
const SCALE = 2

interface Marked {
  readonly persona: string
  readonly artifact: string
  readonly page: number
  readonly boxes: readonly NonNullable<PagePlace['box']>[]
}

/** A page of a PDF as the service drew it, with the passages marked. The picture shows everything on the page, so not everybody may see it. */
export function Page({ persona, artifact, page, boxes }: Marked) {
  const may = useMay()('persona:unmask')
  const drawn = useQuery({
    queryKey: keys.page(artifact, page),
    queryFn: () => call('GET /api/personas/:persona/artifacts/:artifact/pages/:page', { params: { persona, artifact, page } }),
    enabled: may,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (!may) return <p className="soft small">{t.evidence.noPage}</p>
  if (drawn.isPending)
    return (
      <div role="status">
        <span className="soft small">{t.evidence.pageWait}</span>
        <Skeleton className={css.waiting} radius="md" />
      </div>
    )
  if (drawn.isError) return <p className="soft small">{t.evidence.notDrawn}</p>
  return <Sheet bytes={drawn.data} page={page} boxes={boxes} />
}

function Sheet({ bytes, page, boxes }: { readonly bytes: Uint8Array } & Pick<Marked, 'page' | 'boxes'>) {
  const [address, setAddress] = useState<string>()
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  if (address === undefined) return null
  return (
    <figure className={css.sheet}>
      <img
        src={address}
        alt={t.evidence.page(page)}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize({ width: naturalWidth / SCALE, height: naturalHeight / SCALE })
        }
      />
      {size !== undefined && boxes.map((box, i) => <Mark key={box.join()} box={box} size={size} first={i === 0} />)}
    </figure>
  )
}

interface Spot {
  readonly box: Marked['boxes'][number]
  /** Of the page, in points. */
  readonly size: { readonly width: number; readonly height: number }
  readonly first: boolean
}

/** The marked words; the first is brought into view. */
function Mark({ box: [x0, y0, x1, y1], size: { width, height }, first }: Spot) {
  const spot = useRef<HTMLElement>(null)
  useEffect(() => {
    if (first) spot.current?.scrollIntoView({ block: 'center' })
  }, [first])
  const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(3)}%`
  return (
    <i
      ref={spot}
      className={css.mark}
      style={{
        left: percent(x0, width),
        top: percent(height - y1, height),
        width: percent(x1 - x0, width),
        height: percent(y1 - y0, height),
      }}
    />
  )
}
