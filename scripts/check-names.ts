import { detectorEntries, listEntries, readerEntries } from './catalog-entries.ts'
import { PROPERTIES } from '../src/model/vocabulary.ts'
import { countryWords, neverSay } from './words.ts'
import { conclude, filesUnder, hasFile, type Module, modulesOf, readText } from './modules.ts'

/**
 * Names and words. Detectors are named for what is seen, never for who is blamed; nobody outside the catalogue names an entry
 * of it; the hiring side never reads a country or a group; and the words of GLOSSARY.md's "never say" stay unsaid.
 */

const complaints: string[] = []

// Entries: `phase/what-is-seen`, two words or more.
const { entries: detectors, broken } = await detectorEntries()
const { entries: readers } = await readerEntries()
const { entries: lists } = await listEntries()
complaints.push(...broken)
for (const { id, path } of detectors) {
  if (!/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)+$/.test(id))
    complaints.push(`${path}: an id is phase/what-is-seen in lower-case kebab, two words or more`)
}

// Nobody outside the catalogue names an entry. Readers that are called like the format they read share a word with everybody.
const formats = new Set<string>(PROPERTIES['document-metadata'].schema.shape.format.options)
const ids = [...detectors, ...readers, ...lists].map((e) => e.id).filter((id) => /[-/]/.test(id) && !formats.has(id))
const quoted = new Map(ids.map((id) => [id, new RegExp(`(?<![\\w/-])${id}(?![\\w-])`)]))
const modules = modulesOf(['src'])
for (const module of modules.filter((m) => !m.path.startsWith('src/catalog/'))) {
  for (const { text, line } of module.source.strings) {
    for (const [id, pattern] of quoted)
      if (pattern.test(text)) complaints.push(`${module.path}:${line} names ${id}; only the catalogue knows its entries`)
  }
}

// Folders and files are named for what they hold.
const EMPTY_NAMES = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'service',
  'services',
  'data',
  'info',
  'misc',
  'common',
  'lib',
])
const named = ['src', 'test', 'scripts', 'eval', 'bench', 'examples'].flatMap((folder) => filesUnder(folder))
for (const path of named) {
  // A sample, a case or an example may carry the name that the outside world gives it.
  if (/\/(samples|cases)\/|^examples\//.test(path)) continue
  const bad = path
    .split('/')
    .map((part) => part.split('.')[0] ?? '')
    .find((part) => EMPTY_NAMES.has(part.toLowerCase()) || /[-_](utils?|helpers?|manager|service)$/i.test(part))
  if (bad !== undefined) complaints.push(`${path}: "${bad}" does not say what is inside`)
}

/** Every text of a module that a person may come to read, and its comments in the catalogue: names there become names in reviews. */
function textsOf(module: Module): { line: number; text: string }[] {
  return module.source.strings.filter(({ text }) => /[a-z]{3}/i.test(text) && !/^[./]/.test(text)).map(({ line, text }) => ({ line, text }))
}

// What is shown where candidates are judged names no country, no people, no group.
let shown = 0
for (const module of modules) {
  const judged = /^src\/(catalog\/(detectors|views|relations)|surfaces|engine)\//.test(module.path)
  if (!judged) continue
  for (const { line, text } of textsOf(module)) {
    shown++
    for (const word of countryWords(text))
      complaints.push(`${module.path}:${line} says "${word}"; the hiring side reads no country, people or group`)
  }
}
for (const { id, card } of detectors) {
  const texts = [
    id,
    card.title,
    card.asks,
    ...card.clears,
    ...card.next,
    ...card.blindSpots,
    ...card.falsePositives.map((f) => f.story),
    card.lawfulUse.note,
    card.threshold.says,
  ]
  for (const text of texts)
    for (const word of neverSay(text, 'card')) complaints.push(`${id} says "${word}"; see GLOSSARY.md for the word to use`)
}

// Documents and screens keep to the words.
let documents = 0
const atTop = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].filter(hasFile)
for (const path of [...filesUnder('docs', (p) => p.endsWith('.md')), ...atTop]) {
  documents++
  // A quotation mentions a word and does not use it; so does code.
  const prose = readText(path).replace(/```[\s\S]*?```|`[^`\n]*`|"[^"\n]*"|“[^”\n]*”/g, (m) => m.replace(/[^\n]/g, ' '))
  prose.split('\n').forEach((text, i) => {
    // Titles of other people's publications are theirs.
    if (path === 'docs/catalog/sources.md' && /: \*.*\*, \d{4}/.test(text)) return
    for (const word of neverSay(text, 'document')) complaints.push(`${path}:${i + 1} says "${word}"; see GLOSSARY.md for the word to use`)
  })
}
for (const module of modules.filter((m) => /^src\/(surfaces|engine|catalog)\//.test(m.path))) {
  for (const { line, text } of textsOf(module))
    for (const word of neverSay(text, 'screen'))
      complaints.push(`${module.path}:${line} says "${word}"; see GLOSSARY.md for the word to use`)
}

conclude('names', { detectors: detectors.length, 'texts on screens': shown, documents, files: named.length }, complaints)
