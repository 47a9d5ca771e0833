import { Alone } from '../../frame/Alone.tsx'
import { t } from '../../texts/index.ts'
import { goOn } from '../sign-in/after.ts'
import { PasskeyEnrolment } from './PasskeyEnrolment.tsx'

/** For roles that sign in with a passkey and with nothing less. */
export function NeedsPasskey() {
  return (
    <Alone title={t.enrol.passkeyTitle} says={t.enrol.passkeyNeeded}>
      <PasskeyEnrolment onDone={() => goOn(undefined)} />
    </Alone>
  )
}
