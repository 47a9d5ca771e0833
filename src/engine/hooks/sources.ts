import { badUsage, notFound } from '../../model/errors.ts'
import type { HookSource } from '../../model/hook.ts'
import { refuseWording } from '../../model/wording.ts'
import type { Actor } from '../access.ts'
import { newId } from '../id.ts'
import type { Deps } from '../ports.ts'
import { secretOfSource } from './in.ts'
import type { SharedSecrets } from './ports.ts'
import { secretWord } from './signature.ts'

type SourceDeps = Deps & { readonly secrets: SharedSecrets }

/** Lets another system send us candidates and tips. Its secret is told now and never again. */
export async function addSource(
  deps: SourceDeps,
  actor: Actor,
  name: string,
): Promise<{ readonly source: HookSource; readonly secret: string }> {
  if (name.trim() === '' || name.length > 100) throw badUsage('Name the other system in up to 100 characters.')
  refuseWording(name, 'note', '/name')
  const now = deps.clock.now()
  const source: HookSource = { id: newId(deps.chance, 's'), name, state: 'on', generation: 1, by: actor.id, made: now }
  await deps.store.tx(actor.tenant, async (tx) => {
    await tx.putHookSource(source)
    await tx.appendAudit({ actor: actor.id, action: 'hook-source-added', subject: source.id, detail: {} }, now)
  })
  return { source, secret: secretWord(secretOfSource(deps.secrets, actor.tenant, source)) }
}

/** Switches it on or off, or gives it a new secret, which is told; the old one stops at once. */
export async function changeSource(
  deps: SourceDeps,
  actor: Actor,
  asked: { readonly id: string; readonly to: 'on' | 'off' | 'new-secret' },
): Promise<{ readonly source: HookSource; readonly secret: string | undefined }> {
  const source = await deps.store.tx(actor.tenant, async (tx) => {
    const found = await tx.hookSource(asked.id)
    if (found === undefined) throw notFound('hook source', asked.id)
    const changed: HookSource = asked.to === 'new-secret' ? { ...found, generation: found.generation + 1 } : { ...found, state: asked.to }
    await tx.putHookSource(changed)
    await tx.appendAudit({ actor: actor.id, action: 'hook-source-changed', subject: found.id, detail: { to: asked.to } }, deps.clock.now())
    return changed
  })
  return { source, secret: asked.to === 'new-secret' ? secretWord(secretOfSource(deps.secrets, actor.tenant, source)) : undefined }
}
