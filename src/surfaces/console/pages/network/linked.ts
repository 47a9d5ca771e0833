import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JudgementKind } from '../../../../model/link.ts'
import type { AnswerOf } from '../../../client/index.ts'
import { call } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { usePages } from '../../api/pages.ts'

export type Cluster = AnswerOf<'GET /api/clusters/:cluster'>
export type ClusterLine = AnswerOf<'GET /api/clusters'>['items'][number]
export type Link = Cluster['links'][number]
export type Piece = Link['evidence'][number]
export type Hub = AnswerOf<'GET /api/hubs'>['items'][number]
export type Line = AnswerOf<'POST /api/personas/lines'>['items'][number]
export type Lines = ReadonlyMap<string, Line>

/** Largest first. */
export const useClusters = () => usePages({ key: keys.clusters, ask: (page) => call('GET /api/clusters', { query: page }) })

/** Heaviest first. */
export const useLinks = () => usePages({ key: keys.links, ask: (page) => call('GET /api/links', { query: page }) })

/** With the most holders first. For whoever may judge links. */
export const useHubs = (enabled = true) => usePages({ key: keys.hubs, ask: (page) => call('GET /api/hubs', { query: page }), enabled })

const clusterQuery = (cluster: string) => ({
  queryKey: keys.cluster(cluster),
  queryFn: () => call('GET /api/clusters/:cluster', { params: { cluster } }),
})
export const useCluster = (cluster: string) => useQuery(clusterQuery(cluster))
/** Those that have come so far. */
export const useOpened = (clusters: readonly string[]): readonly Cluster[] =>
  useQueries({
    queries: clusters.map(clusterQuery),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  })

export const useLink = (persona: string, other: string) =>
  useQuery({
    queryKey: keys.link(persona, other),
    queryFn: () => call('GET /api/links/:persona/:other', { params: { persona, other } }),
  })

/** For whoever has the dossier open already. */
export const useLinksOf = (persona: string) =>
  useQuery({
    queryKey: keys.linksOf(persona),
    queryFn: () => call('GET /api/personas/:persona/links', { params: { persona } }),
  })

/** As many as one call takes. */
const MOST_LINES = 500

/** What these candidates are called and where they stand; whoever has not come yet, or is gone, is not in it. */
export function useLines(personas: readonly string[]): Lines {
  const wanted = [...new Set(personas)].toSorted()
  const found = useQuery({
    queryKey: keys.lines(wanted),
    async queryFn() {
      const parts = Array.from({ length: Math.ceil(wanted.length / MOST_LINES) }, (_, i) =>
        wanted.slice(i * MOST_LINES, (i + 1) * MOST_LINES),
      )
      const answers = await Promise.all(parts.map((part) => call('POST /api/personas/lines', { body: { personas: part } })))
      return new Map(answers.flatMap(({ items }) => items.map((line) => [line.persona, line] as const)))
    },
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
  })
  return found.data ?? NOBODY
}
const NOBODY: Lines = new Map()

/** Says what somebody judges of a pair, or takes the last word back; links and clusters are asked for anew. */
export function useJudge(persona: string, other: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly kind: JudgementKind | 'withdrawn'; readonly reason: string }) =>
      call('POST /api/links/:persona/:other/judgements', { params: { persona, other }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['links'] }),
  })
}
