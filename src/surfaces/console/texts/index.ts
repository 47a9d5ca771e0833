import { en } from './en.ts'

/** What people read here, in their language. There is one so far; another is a file of the same shape. */
export const t = en

export { numbers } from './en-numbers.ts'
export { rooms } from './en-rooms.ts'
