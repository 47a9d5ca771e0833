import { detectorEntries, sourceFiles } from './catalog-entries.ts'
import { conclude } from './modules.ts'

/** Every claim cites a source, and every source is a complete file. Sources that nothing cites yet are listed and are fine. */

const files = sourceFiles()
const complaints = files.flatMap((file) => file.wrong.map((what) => `${file.path} ${what}`))
for (const file of files) if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file.id)) complaints.push(`${file.path}: name it in lower-case kebab`)
const known = new Map(files.map((file) => [file.id, file]))
const cited = new Set<string>()
let cites = 0
const { entries, broken } = await detectorEntries()
complaints.push(...broken)
for (const { path, card } of entries) {
  for (const { source, says } of card.cites) {
    cites++
    cited.add(source)
    const file = known.get(source)
    if (file === undefined) complaints.push(`${path} cites "${source}", and there is no src/catalog/sources/${source}.yml`)
    else if (file.source?.read === 'memory')
      complaints.push(`${path} rests on "${source}", which is known from memory only; cite what was read`)
    if (says.trim().length < 10) complaints.push(`${path} cites "${source}" without saying what it takes from it`)
  }
}
const unused = files.filter((file) => !cited.has(file.id)).map((file) => file.id)
if (unused.length > 0) console.log(`not cited yet (${unused.length}): ${unused.join(' ')}`)
conclude('sources', { sources: files.length, cites }, complaints)
