/** A file as it was dropped or chosen, with the folders it lay in. */
export interface Picked {
  readonly path: readonly string[]
  readonly file: File
}

/** What goes to the service in one call. `each`: the file is a candidate, and a table one for each row. */
export interface Candidate {
  readonly source: string
  readonly as: 'one' | 'each'
  readonly files: readonly File[]
}

/** What a dropped folder is: a folder of candidates, as on the command line, or the papers of one. */
export type FolderIs = 'many' | 'one'

/** Folders deeper than this are not a candidate's papers. */
const DEEPEST = 8
/** What systems leave in folders by themselves. */
const LITTER = /^(\.|Thumbs\.db$|desktop\.ini$)/i

/** Everything that was dropped, folders walked through. What there is is taken before anything is waited for: a drop forgets its items. */
export async function dropped(items: DataTransferItemList): Promise<readonly Picked[]> {
  const taken = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found = taken.map(async ({ entry, file }) => {
    if (entry !== null) return walk(entry, [])
    return file === null ? [] : [{ path: [file.name], file }]
  })
  return (await Promise.all(found)).flat()
}

async function walk(entry: FileSystemEntry, above: readonly string[]): Promise<readonly Picked[]> {
  if (LITTER.test(entry.name)) return []
  const path = [...above, entry.name]
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [{ path, file }]
  }
  if (path.length > DEEPEST) return []
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: FileSystemEntry[] = []
  // Browsers hand out a hundred at a time, and nothing when there are no more.
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    found.push(...some)
  }
  return (await Promise.all(found.map((one) => walk(one, path)))).flat()
}

/** What was chosen in the browser's own dialog; of a folder, with the paths within it. */
export const chosen = (files: FileList): readonly Picked[] =>
  [...files]
    .map((file) => ({ path: file.webkitRelativePath === '' ? [file.name] : file.webkitRelativePath.split('/'), file }))
    .filter(({ path }) => !path.some((part) => LITTER.test(part)))

export const hasFolder = (picked: readonly Picked[]): boolean => picked.some(({ path }) => path.length > 1)

/** A loose file is a candidate. Of a folder of many, each file and each folder in it is one. */
export function candidatesOf(picked: readonly Picked[], folderIs: FolderIs): readonly Candidate[] {
  const whole = folderIs === 'one' ? 1 : 2
  const groups = Map.groupBy(picked, ({ path }) => path.slice(0, whole).join('/'))
  return [...groups]
    .map(([source, members]): Candidate => {
      const alone = members.length === 1 && members[0]?.path.length === source.split('/').length
      return { source, as: alone ? 'each' : 'one', files: members.map(({ file }) => file) }
    })
    .toSorted((a, b) => a.source.localeCompare(b.source, undefined, { numeric: true }))
}
