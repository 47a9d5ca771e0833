import { readFile } from 'node:fs/promises'
import { parse, stringify } from 'yaml'
import type { FiledMatch } from '../../../model/adjudication.ts'
import { badUsage } from '../../../model/errors.ts'
import { fileFault } from '../candidates.ts'
import { isOfTheSystem } from '../column-map.ts'

const HEAD = `# Steps of OFAC FAQ 5. Answer each, and say on what the answer rests. Nothing is decided by this file;
# give it to \`bonafide matches decide\`. Answers: yes or no; of nameParts: all, several, one or none. Similarities and differences
# are lists of what (agrees or differs) and evidence; add and strike out as you find. Nationality is compared here alone and only with what the entry says:
# write agrees, differs or not compared, and not what it is.
`

/** A form to fill in, with what the machine compared as a start. */
export function blankForm({ hit }: FiledMatch): string {
  const pick = (agrees: boolean) =>
    hit.comparisons.filter((c) => (c.agrees !== 'no') === agrees).map((c) => ({ what: c.says, evidence: `${c.mine}; listed: ${c.theirs}` }))
  return (
    HEAD +
    // Nothing twice by reference: an answer that is filled in must be one answer.
    stringify(
      {
        rightList: { answer: '', evidence: '' },
        sameType: { answer: '', evidence: '' },
        nameParts: { answer: hit.onePart ? 'one' : '', evidence: '' },
        wholeEntry: { answer: '', evidence: hit.missing.length === 0 ? '' : `still to compare: ${hit.missing.join(', ')}` },
        similarities: pick(true),
        differences: pick(false),
        nationality: 'not compared',
      },
      { aliasDuplicateObjects: false },
    )
  )
}

export async function readForm(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, 'utf8'))
  } catch (cause) {
    if (isOfTheSystem(cause)) throw fileFault(path, cause)
    throw badUsage(
      `The form "${path}" is no YAML: ${(cause as Error).message.split('\n')[0]}. Begin with \`bonafide matches form <match>\`.`,
    )
  }
}
