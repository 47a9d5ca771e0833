import type { Permission } from '../../model/access.ts'
import type { Case, CaseId } from '../../model/case.ts'
import { CASE_ID } from '../../model/case.ts'
import { notFound } from '../../model/errors.ts'
import { ROOMS, type Room } from '../../model/finding.ts'
import type { PersonaId } from '../../model/statement.ts'
import { demand, type Caller } from '../people/caller.ts'
import type { Covers } from '../people/purpose.ts'
import type { Tx } from '../ports.ts'

/** What one does in a case: look, work on it, propose a decision, be the second person. */
export type Doing = 'read' | 'work' | 'decide' | 'approve'

const PERMISSION: Readonly<Record<Room, Readonly<Record<Doing, Permission>>>> = {
  identity: { read: 'case:read', work: 'case:work', decide: 'case:decide', approve: 'approval:give' },
  sanctions: { read: 'screening:read', work: 'screening:work', decide: 'screening:work', approve: 'screening:confirm' },
}

export const permissionIn = (room: Room, doing: Doing): Permission => PERMISSION[room][doing]

/** Rooms in which the caller may do this. */
export const roomsOf = (caller: Caller, doing: Doing): readonly Room[] => ROOMS.filter((room) => caller.may.has(PERMISSION[room][doing]))

/** Whether this person sees the case at all: its room, and of a quiet one the members alone. */
export const sees = (caller: Caller, c: Pick<Case, 'room' | 'members'>): boolean =>
  caller.may.has(PERMISSION[c.room].read) && (c.members === undefined || c.members.includes(caller.id))

/** The case, held until the transaction ends. One that is not there and one that is not for the caller are the same answer. */
export async function caseFor(tx: Tx, caller: Caller, id: CaseId, doing: Doing): Promise<Case> {
  const found = CASE_ID.test(id) ? await tx.lockCase(id) : undefined
  if (found === undefined || !sees(caller, found)) throw notFound('case', id)
  demand(caller, PERMISSION[found.room][doing])
  return found
}

/**
 * Whose log somebody reads. Each room has its own, with its own numbers, chain and signed roots, so whoever reads one sees neither a
 * row of the other nor a gap where it would be. Throws `forbidden` alike whether anything was ever done in the other room.
 */
export function logOf(caller: Caller, room: Room): Room {
  demand(caller, 'audit:read')
  if (room === 'sanctions') demand(caller, 'screening:read')
  return room
}

/** An open case of the hiring side that the caller sees is a purpose to open the dossiers of those it is about. */
export const caseCovers: Covers = async (tx, caller, { id, persona }) => {
  const found = CASE_ID.test(id) ? await tx.lockCase(id) : undefined
  const covers =
    found !== undefined && found.room === 'identity' && found.status === 'open' && sees(caller, found) && found.personas.includes(persona)
  return covers ? found.room : undefined
}

/** Whether somebody may be told of what happens in a case: by mail, by a hook, on a screen. Of a quiet one members alone. */
export const mayBeTold = (c: Pick<Case, 'members'>, who: string | undefined): boolean =>
  c.members === undefined || (who !== undefined && c.members.includes(who))

/** Whether an open case about this persona is a quiet one: then nothing that happens to them is told outside. */
export const quietAbout = async (tx: Tx, persona: PersonaId): Promise<boolean> =>
  (await tx.casesOfPersonas([persona])).some((c) => c.status === 'open' && c.members !== undefined)
