import { lazyRouteComponent } from '@tanstack/react-router'

/** What stands around each of these pages. */
export const frame = lazyRouteComponent(() => import('./frame/Frame.tsx'), 'Frame')

/**
 * The pages of whoever is signed in, by their addresses, each fetched when somebody first goes there. The build reads this table
 * too: the document that is sent for an address names the files of its page (see `announced.ts`).
 */
export const pages = {
  '/inbox': lazyRouteComponent(() => import('./pages/inbox/Inbox.tsx'), 'Inbox'),
  '/candidates': lazyRouteComponent(() => import('./pages/candidates/Candidates.tsx'), 'Candidates'),
  '/candidates/$persona': lazyRouteComponent(() => import('./pages/persona/Persona.tsx'), 'Persona'),
  '/network': lazyRouteComponent(() => import('./pages/network/Network.tsx'), 'Network'),
  '/compare/$a/$b': lazyRouteComponent(() => import('./pages/network/compare/Compare.tsx'), 'Compare'),
  '/interviews': lazyRouteComponent(() => import('./pages/interviews/Interviews.tsx'), 'Interviews'),
  '/screening': lazyRouteComponent(() => import('./pages/screening/Screening.tsx'), 'Screening'),
  '/screening/name': lazyRouteComponent(() => import('./pages/screening/OneName.tsx'), 'OneName'),
  '/screening/$match': lazyRouteComponent(() => import('./pages/match/Match.tsx'), 'Match'),
  '/lists': lazyRouteComponent(() => import('./pages/lists/Lists.tsx'), 'Lists'),
  '/lists/$list': lazyRouteComponent(() => import('./pages/lists/List.tsx'), 'List'),
  '/detectors': lazyRouteComponent(() => import('./pages/detectors/Detectors.tsx'), 'Detectors'),
  '/detectors/$phase/$name': lazyRouteComponent(() => import('./pages/detectors/Card.tsx'), 'Card'),
  '/cases': lazyRouteComponent(() => import('./pages/cases/Cases.tsx'), 'Cases'),
  '/cases/$case': lazyRouteComponent(() => import('./pages/cases/CasePage.tsx'), 'CasePage'),
  '/cases/$case/decide/$persona': lazyRouteComponent(() => import('./pages/decide/Decide.tsx'), 'Decide'),
  '/candidates/$persona/ask': lazyRouteComponent(() => import('./pages/ask/Ask.tsx'), 'Ask'),
  '/candidates/$persona/explain': lazyRouteComponent(() => import('./pages/explain/Explain.tsx'), 'Explain'),
  '/reviews': lazyRouteComponent(() => import('./pages/reviews/Reviews.tsx'), 'Reviews'),
  '/reviews/$review': lazyRouteComponent(() => import('./pages/reviews/Review.tsx'), 'Review'),
  '/other-ways': lazyRouteComponent(() => import('./pages/other-ways/OtherWays.tsx'), 'OtherWays'),
  '/intake': lazyRouteComponent(() => import('./pages/intake/Intake.tsx'), 'Intake'),
  '/openings': lazyRouteComponent(() => import('./pages/openings/Openings.tsx'), 'Openings'),
  '/openings/$opening': lazyRouteComponent(() => import('./pages/openings/Opening.tsx'), 'Opening'),
  '/people': lazyRouteComponent(() => import('./pages/people/People.tsx'), 'People'),
  '/account': lazyRouteComponent(() => import('./pages/account/Account.tsx'), 'Account'),
  '/settings': lazyRouteComponent(() => import('./pages/settings/Settings.tsx'), 'Settings'),
  '/audit': lazyRouteComponent(() => import('./pages/audit/Audit.tsx'), 'Audit'),
  '/oversight': lazyRouteComponent(() => import('./pages/oversight/Oversight.tsx'), 'Oversight'),
  '/second-looks': lazyRouteComponent(() => import('./pages/oversight/SecondLooks.tsx'), 'SecondLooks'),
  '/indicators': lazyRouteComponent(() => import('./pages/indicators/Indicators.tsx'), 'Indicators'),
}
