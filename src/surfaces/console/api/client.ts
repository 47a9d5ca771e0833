import { openClient } from '../../client/index.ts'

/** The service that the page came from; the browser's session is its cookie, which no script can read. */
export const { call } = openClient({ server: location.origin })
