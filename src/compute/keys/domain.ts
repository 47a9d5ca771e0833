/**
 * A host name for comparing: lower case, in ASCII (UTS #46, as URLs do it), without `www.`, port, path and final dot.
 * Undefined where the text is none, an address of numbers included: that is a network address.
 */
export function domainKey(written: string): string | undefined {
  const typed = written.trim().toLowerCase()
  if (typed === '' || typed.length > 300 || /[\s@]/.test(typed)) return undefined
  const bare = typed.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').replace(/[/?#:].*$/, '')
  // Most names are ASCII already; the parser is an order of magnitude slower.
  const host = /^[a-z0-9.-]+$/.test(bare) ? bare : (URL.parse(`http://${bare}`)?.hostname ?? '')
  const name = host.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '')
  return /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(name) ? name : undefined
}
