import { Alert } from '@mantine/core'
import IconPlayerStop from '@tabler/icons-react/icons/IconPlayerStop'
import { useScoring } from '../settings/use-scoring.ts'
import { t } from '../../texts/index.ts'

/** Files are taken in while scoring is stopped, and nobody would understand why nothing is said of them. */
export function ScoringStopped() {
  const scoring = useScoring()
  if (scoring.data?.stopped !== true) return null
  return (
    <Alert color="yellow" icon={<IconPlayerStop size={18} aria-hidden />} title={t.scoring.stoppedTitle}>
      {t.intake.scoringStopped}
    </Alert>
  )
}
