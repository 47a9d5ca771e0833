import { badUsage } from '../../model/errors.ts'

/** Also the name of a folder: nothing that could lead elsewhere. */
export const isListId = (id: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(id)

export function checkListId(id: string): void {
  if (!isListId(id)) throw badUsage(`"${id}" cannot name a list. Use up to 64 small letters, digits and hyphens, such as my-own-list.`)
}
