import { Button, CopyButton } from '@mantine/core'
import { t } from '../../texts/index.ts'
import css from '../../frame/form.module.css'

/** Told this once. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; onKept(): void }) {
  return (
    <div className={css.form}>
      <h2>{t.enrol.recoveryTitle}</h2>
      <p className="soft">{t.enrol.recoverySays}</p>
      <ul className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton value={codes.join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? t.enrol.copied : t.enrol.copy}
          </Button>
        )}
      </CopyButton>
      <Button onClick={onKept}>{t.enrol.kept}</Button>
    </div>
  )
}
