import { catalog } from '../../src/catalog/index.gen.ts'
import type { Deps } from '../../src/engine/ports.ts'
import { statementOf } from '../../src/engine/record.ts'
import { reassess } from '../../src/engine/screen.ts'
import type { PersonaId } from '../../src/model/statement.ts'
import { aPersona, NOON } from './rows.ts'
import { UNWATCHED } from './workshop.ts'

/** Candidates whose résumé is one passage, as it stands once their files are read: stored, compared and assessed like any others. */
export async function wordsHandedIn(deps: Deps, tenant: string, resumes: Readonly<Record<PersonaId, string>>): Promise<void> {
  for (const [persona, text] of Object.entries(resumes)) {
    const artifact = await deps.blobs.put(new TextEncoder().encode(text))
    const passage = statementOf(
      persona,
      { about: 'self', property: 'passage', value: { text, kind: 'summary' }, basis: 'claimed', at: 'line=1' },
      { artifact, role: 'resume', held: NOON, readBy: 'text@1' },
    )
    await deps.store.tx(tenant, async (tx) => {
      await tx.putPersona(aPersona(persona))
      await tx.addArtifact({ id: artifact, name: 'resume.txt', size: text.length, received: NOON, reliability: 'F', credibility: '6' })
      await tx.addSubmission({ persona, artifact, parent: undefined, row: undefined })
      await tx.addStatements([passage])
    })
  }
  await reassess(deps, catalog, { tenant, id: 'tester' }, { personas: Object.keys(resumes), watch: UNWATCHED })
}
