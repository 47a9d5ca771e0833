import { remote, type AppError } from '../../model/errors.ts'

/** What Node said of a connection, for the person who waits for it. */
export function faultOf(url: URL, thrown: unknown): AppError {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
  const code = (cause as { code?: string } | undefined)?.code ?? (cause instanceof Error ? cause.message : String(cause))
  const fault = (says: string): AppError => remote(`${says} Nothing was taken in; what was there before is kept.`, thrown)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return fault(`The host "${url.host}" cannot be found. Check the network and the address, or import the files from a disk.`)
  if (['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'].includes(code))
    return fault(`The host "${url.host}" cannot be reached (${code}). Check the network, or import the files from a disk.`)
  if (['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'Z_BUF_ERROR'].includes(code))
    return fault(`The connection to "${url.host}" ended before all of "${url.href}" had come. Try again.`)
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return fault(`"${url.host}" does not prove that it is that host (${code}). Somebody may stand in between; ask who runs your network.`)
  return fault(`"${url.href}" could not be fetched (${code}).`)
}
