import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../api/client.ts'
import { useMay } from '../api/session.ts'
import { t } from '../texts/index.ts'
import css from './evidence.module.css'
import { typed, type Evidence } from './value.ts'

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}
const typeOf = (file: string | undefined): string | undefined => TYPES[file?.split('.').at(-1)?.toLowerCase() ?? '']

/** A picture that was handed in as a file of its own; of one inside a document, its size and hash. */
export function Photo({ evidence, label }: { readonly evidence: Evidence; readonly label: string }) {
  const type = typeOf(evidence.file)
  const may = useMay()('persona:unmask') && type !== undefined
  const { persona, artifact } = evidence
  const file = useQuery({
    queryKey: ['pictures', artifact],
    queryFn: () => call('GET /api/personas/:persona/artifacts/:artifact', { params: { persona, artifact } }),
    enabled: may,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [address, setAddress] = useState<string>()
  const { data } = file
  useEffect(() => {
    if (data === undefined || type === undefined) return undefined
    const made = URL.createObjectURL(new Blob([Uint8Array.from(data)], { type }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [data, type])
  const s = typed(evidence)
  return (
    <div className={css.photo}>
      <span className="soft small">{label}</span>
      {address !== undefined && <img src={address} alt={evidence.file ?? label} />}
      {s.property === 'image-hash' && (
        <span className="soft small">
          {t.evidence.pixels(s.value.width, s.value.height)} · <span className="mono">{s.value.dct}</span>
        </span>
      )}
    </div>
  )
}
