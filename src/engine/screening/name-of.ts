import { badUsage, tooLarge } from '../../model/errors.ts'

/** A name of more characters is a mistake of whoever wrote it; it is told and not screened. */
const LONGEST_NAME = 1_000

/** A name as it may be compared; throws for one that is none. */
export function nameOf(cell: string): string {
  if (cell.length > LONGEST_NAME) throw tooLarge(`The name has ${cell.length} characters; at most ${LONGEST_NAME} are compared.`)
  if (!/[\p{L}\p{N}]/u.test(cell)) throw badUsage('The name has no letter and no digit.')
  return cell
}
