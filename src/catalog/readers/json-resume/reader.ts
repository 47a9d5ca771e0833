import { defineReader, type Reading } from '../../../kit/reader.ts'
import { unreadable } from '../../../model/errors.ts'
import { collector } from '../../grammar/collector.ts'
import { parseJson } from '../../grammar/json-text.ts'
import { decodeText } from '../../grammar/plain-text.ts'
import { basicsOf } from './basics.ts'
import { careerOf } from './career.ts'
import { Cursor, noteProtected } from './cursor.ts'
import { Prose } from './prose.ts'
import { recogniseResume } from './recognise.ts'

/** Résumés in the open format of jsonresume.org (schema 1.0.0), each value with the JSON pointer it stands at. */
export default defineReader({
  id: 'json-resume',
  version: 1,
  title: 'JSON Resume',
  extensions: ['.json'],
  recognise: recogniseResume,
  async read({ bytes }): Promise<Reading> {
    const document = parseJson(decodeText(bytes).text, 'résumé')
    const into = collector()
    const root = new Cursor(document, '', into)
    if (!root.isObject() || (!root.has('basics') && !root.has('work')))
      throw unreadable(
        'The file is JSON, but not a résumé in the format of jsonresume.org: it has neither "basics" nor "work". Export it again.',
      )
    const prose = new Prose(basicsOf(root, into))
    careerOf(root, into, prose)
    for (const passage of prose.passages) into.add(passage)
    noteProtected(document, into)
    return { role: 'resume', statements: into.statements, enclosed: [], notes: into.notes() }
  },
})
