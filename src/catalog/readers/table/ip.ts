/** Four numbers below 256, or anything that the URL parser takes for an IPv6 address. */
export function isIP(text: string): boolean {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (four !== null) return four.slice(1).every((part) => Number(part) < 256)
  return /^[0-9a-f:.]+$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`)
}
