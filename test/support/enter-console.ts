import { base32nopad } from '@scure/base'
import { oneTimeCode, stepAt } from '../../src/compute/one-time-code.ts'

/** What an authenticator app shows at a moment. */
export const codeAt = (key: string, instant: string): string => oneTimeCode(base32nopad.decode(key), stepAt(Date.parse(instant)))
