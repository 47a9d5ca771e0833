import { wordsKey } from './words.ts'

/** `service:id` of an account on a marketplace for work. */
export const platformKey = (service: string, id: string): string => `${wordsKey(service)}:${id.trim().toLowerCase()}`
