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
  matches: (filter: object) => ['screening', 'matches', filter],
  match: (match: string) => ['screening', 'match', match],
  /** Not of the topic: each time it is asked for is written down as a look. */
  sides: (match: string) => ['match-sides', match],
  screeners: ['people', 'screening'],
  lists: ['screening', 'lists'],
  versions: (list: string) => ['screening', 'versions', list],
  delta: (list: string, from: string, to: string) => ['list-delta', list, from, to],
  reports: (list: string) => ['screening', 'reports', list],
  detectors: ['detectors'],
  detector: (id: string) => ['detectors', id],
  detectorRates: ['detectors', 'rates'],
  run: (run: string) => ['runs', run],
} as const
