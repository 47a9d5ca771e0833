import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of UTF-8 text, 64 hexadecimal digits. Pure JavaScript, so that it runs on every floor and in the sandbox. */
export const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The first 128 bits of it: enough that two of ten million texts meet with probability below 10⁻²⁴. */
export const digest32 = (text: string): string => digest(text).slice(0, 32)
