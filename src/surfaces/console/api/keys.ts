/** Names of what is kept of the service's answers. The first word is the topic that an event names. */
export const keys = {
  me: ['me'],
  inbox: ['cases', 'inbox'],
  personas: ['personas'],
  candidates: (filter: object) => ['personas', 'list', filter],
  found: (asked: object) => ['personas', 'found', asked],
  dossier: (persona: string) => ['personas', persona],
  purposes: (persona: string) => ['cases', 'purposes', persona],
  page: (artifact: string, page: number) => ['pages', artifact, page],
  clusters: ['links', 'clusters'],
  cluster: (cluster: string) => ['links', 'cluster', cluster],
  links: ['links', 'list'],
  link: (a: string, b: string) => ['links', 'pair', ...[a, b].toSorted()],
  linksOf: (persona: string) => ['links', 'of', persona],
  hubs: ['links', 'hubs'],
  lines: (personas: readonly string[]) => ['personas', 'lines', personas],
} as const
