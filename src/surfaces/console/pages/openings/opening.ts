import { useQuery } from '@tanstack/react-query'
import type { AnswerOf, InputOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { queries } from '../../api/queries.ts'

export type Opening = AnswerOf<'GET /api/requisitions'>['items'][number]
export type OpeningWithCandidates = AnswerOf<'GET /api/requisitions/:requisition'>
export type Papers = Opening['documents'][number]
type Written = InputOf<'PUT /api/requisitions/:requisition'>['body']

export const useOpenings = () => useQuery({ queryKey: keys.requisitions, queryFn: () => call('GET /api/requisitions', {}) })

export const useOpening = (id: string) =>
  useQuery({
    queryKey: keys.requisition(id),
    queryFn: () => call('GET /api/requisitions/:requisition', { params: { requisition: id } }),
  })

export async function putOpening(id: string, body: Written): Promise<void> {
  await call('PUT /api/requisitions/:requisition', { params: { requisition: id }, body })
  await queries.invalidateQueries({ queryKey: keys.requisitions })
}

/** A short name for addresses and files, made of the title; it never changes afterwards. */
export const idOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)

/** Most documents first: what openings ask for. Photos and mails are taken where they come, and asked of nobody. */
export const ASKED_FOR: readonly Papers[] = [
  'resume',
  'profile',
  'cover-letter',
  'application',
  'code-account',
  'interview',
  'mail',
  'photo',
  'other',
]
