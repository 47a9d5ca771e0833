/** IPv4 as it is; IPv6 by its /64, which is what one subscriber gets (RFC 6177). For text that is an address. */
export function networkKey(ip: string): string {
  if (!ip.includes(':')) return ip
  // An IPv4 address in IPv6 clothes (RFC 4291 §2.5.5.2) is that IPv4 address.
  const mapped = /^(?:0{0,4}:){2,5}ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = ip.toLowerCase().split('%', 1)[0]!.split('::', 2)
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((g) => g.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/** RFC 1918, RFC 1122 §3.2.1.3 and RFC 3927 for IPv4; RFC 4291 and RFC 4193 for the /64s of IPv6. */
const LOCAL = /^(?:0\.|10\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|0:0:0:0:|fe[89ab][\da-f]:|f[cd][\da-f]{2}:)/

/** The same, undefined for an address that is used again inside every home and office: two who have it need not share a thing. */
export function publicNetworkKey(ip: string): string | undefined {
  const key = networkKey(ip)
  return isLocalNetwork(key) ? undefined : key
}

/** Whether a key is one that `publicNetworkKey` would not give. */
export const isLocalNetwork = (key: string): boolean => LOCAL.test(key)

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`)

/** The same for text of which nobody knows yet: undefined where it is no address. */
export function networkKeyOf(written: string): string | undefined {
  const typed = written.trim()
  if (IPV4.test(typed)) return typed
  if (!typed.includes(':') || !/^[\da-f:.%\w]+$/i.test(typed)) return undefined
  return URL.parse(`http://[${typed.split('%', 1)[0]}]`) === null ? undefined : networkKey(typed)
}
