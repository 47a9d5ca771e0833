import type { List, ListFile, ListFormat } from '../../kit/list.ts'
import { badUsage, emptyFile, unsupported } from '../../model/errors.ts'

/** What the program can read. */
export interface KnownLists {
  /** By their publishers. */
  readonly published: readonly List[]
  /** A list of one's own under this id, in any format; with a map of its columns, a table. */
  own(id: string, map?: unknown): List
}

export interface Recognised {
  readonly list: List
  readonly format: ListFormat
  /** Those of the files that the format reads. */
  readonly files: readonly ListFile[]
}

/**
 * Which format of which list these files are, by content. An id of the catalogue takes that list's formats, another id is a list
 * of one's own; without one, all are tried.
 */
export function recognise(lists: KnownLists, files: readonly ListFile[], as: string | undefined, map?: unknown): Recognised {
  for (const { name, bytes } of files) {
    if (bytes.length === 0) throw emptyFile(`"${name}" is empty. Fetch it again.`)
    if (isWebPage(bytes))
      throw unsupported(
        `"${name}" is a web page and no list: an error page, a form to sign in, or the page that links to the file. Fetch the file itself.`,
      )
  }
  const among = as === undefined ? [...lists.published, lists.own('own')] : [readerFor(lists, as, map)]
  const found = among
    .flatMap((list) => list.formats.map((format) => ({ list, format, files: format.recognise(files) ?? [] })))
    .filter((one) => one.files.length > 0)
    // The one that has a use for most of them; of equals the first, which is the most complete.
    .toSorted((a, b) => b.files.length - a.files.length)[0]
  if (found !== undefined) return found
  const named = files.map((file) => `"${file.name}"`).join(', ')
  const formats = [...new Set(among.flatMap((list) => list.formats.map((format) => format.title)))]
  throw unsupported(
    `${named}: not recognised as ${as === undefined ? 'a list' : `"${as}"`}. It comes as: ${formats.join('; ')}. Check that these are the files, whole and not renamed archives.`,
  )
}

/** The list that reads what is called so. Only the columns of a list of one's own can be mapped. */
export function readerFor({ published, own }: KnownLists, id: string, map?: unknown): List {
  const known = published.find((list) => list.id === id)
  if (known !== undefined && map !== undefined)
    throw badUsage(`"${id}" is read as its publisher writes it, and a map is for the table of a list of your own. Leave --map out.`)
  return known ?? own(id, map)
}

/** The list of the catalogue with this id. */
export function publishedList({ published }: KnownLists, id: string): List {
  const found = published.find((list) => list.id === id)
  if (found === undefined)
    throw badUsage(`"${id}" is no list that the program knows. It knows: ${published.map((list) => list.id).join(', ')}.`)
  return found
}

const isWebPage = (bytes: Uint8Array): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)),
  )
