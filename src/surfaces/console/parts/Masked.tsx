import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff'
import { t } from '../texts/index.ts'
import css from './parts.module.css'

/** The service sends what is hidden as dots; this says so in words and leaves the rest as it is. */
export function Masked({ value }: { readonly value: string }) {
  if (!value.includes('••')) return <>{value}</>
  return (
    <span className={css.masked}>
      {value}
      <IconEyeOff size={14} aria-label={t.masked.says} role="img" />
    </span>
  )
}
