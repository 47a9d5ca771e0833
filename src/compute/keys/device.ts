/**
 * The id of a device. Hexadecimal ids (UUID, MAC address, hash) are spelled in either case and with or without braces;
 * everything else is compared as written, for cookies and fingerprints of other alphabets know two cases.
 */
export function deviceKey(id: string): string {
  const typed = id.trim()
  const bare = typed.replace(/^\{(.*)\}$/, '$1')
  const hardware = hardwareKey(bare)
  if (hardware !== undefined && /[:.-]/.test(bare)) return hardware
  return /^[\da-f]{4,}(?:[:-]?[\da-f]+)*$/i.test(bare) ? bare.toLowerCase() : typed
}

/** The same, undefined for what stands where no id was given: an id of zeros, which telephones send when asked not to be told apart. */
export function givenDeviceKey(id: string): string | undefined {
  const key = deviceKey(id)
  return /^[0:.-]*$/.test(key) ? undefined : key
}

/** A network's hardware address (BSSID, MAC; IEEE 802): twelve hexadecimal digits in pairs. Undefined where it is none. */
export function hardwareKey(written: string): string | undefined {
  const digits = written.trim().toLowerCase().replace(/[:.-]/g, '')
  if (!/^[\da-f]{12}$/.test(digits) || /^(?:0{12}|f{12})$/.test(digits)) return undefined
  return digits.match(/../g)!.join(':')
}
