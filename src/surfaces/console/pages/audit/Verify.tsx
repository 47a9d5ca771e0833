import { Alert, Button } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import css from '../../parts/blocks.module.css'
import { Refused } from '../../parts/states.tsx'
import { t } from '../../texts/index.ts'
import own from './audit.module.css'

/** Walks the chain of the log on the service and says what it found. */
export function Verify() {
  const verify = useMutation({ mutationFn: () => call('GET /api/audit/verify', {}) })
  const found = verify.data
  return (
    <div className={own.verify}>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t.audit.verify}
      </Button>
      <div role="status" className={own.verified}>
        {found !== undefined && found.faults.length === 0 && (
          <Alert color="green" icon={<IconShieldCheck size={18} aria-hidden />} title={t.audit.whole(found.rows)}>
            {t.audit.wholeSays}
          </Alert>
        )}
        {found !== undefined && found.faults.length > 0 && (
          <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />} title={t.audit.broken(found.faults.length)}>
            <p>{t.audit.brokenSays}</p>
            <ul className={css.points}>
              {found.faults.map(({ seq, says }) => (
                <li key={`${seq} ${says}`}>
                  {seq}: {says}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <Refused error={verify.error} />
      </div>
    </div>
  )
}
