import { t } from '../texts/index.ts'
import css from './evidence.module.css'
import { Photo } from './Photo.tsx'
import type { Evidence } from './value.ts'

/** Pictures whose hashes are close, side by side, so that a person sees whether they are the same. */
export function PhotoPair({ persona, pictures }: { readonly persona: string; readonly pictures: readonly Evidence[] }) {
  return (
    <figure>
      <div className={css.pair}>
        {pictures.map((evidence) => (
          <Photo
            key={evidence.statement}
            evidence={evidence}
            label={evidence.persona === persona ? t.evidence.candidate : t.evidence.other}
          />
        ))}
      </div>
      {pictures.length > 1 && <figcaption className="soft small">{t.evidence.pair}</figcaption>}
    </figure>
  )
}
