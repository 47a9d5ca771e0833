import { lazyRouteComponent } from '@tanstack/react-router'

/** The pages, each fetched when somebody first goes there. */
export const pages = {
  inbox: lazyRouteComponent(() => import('./pages/inbox/Inbox.tsx'), 'Inbox'),
  candidates: lazyRouteComponent(() => import('./pages/candidates/Candidates.tsx'), 'Candidates'),
  persona: lazyRouteComponent(() => import('./pages/persona/Persona.tsx'), 'Persona'),
  interviews: lazyRouteComponent(() => import('./pages/interviews/Interviews.tsx'), 'Interviews'),
  screening: lazyRouteComponent(() => import('./pages/screening/Screening.tsx'), 'Screening'),
  oneName: lazyRouteComponent(() => import('./pages/screening/OneName.tsx'), 'OneName'),
  match: lazyRouteComponent(() => import('./pages/match/Match.tsx'), 'Match'),
  lists: lazyRouteComponent(() => import('./pages/lists/Lists.tsx'), 'Lists'),
  list: lazyRouteComponent(() => import('./pages/lists/List.tsx'), 'List'),
  detectors: lazyRouteComponent(() => import('./pages/detectors/Detectors.tsx'), 'Detectors'),
  detector: lazyRouteComponent(() => import('./pages/detectors/Card.tsx'), 'Card'),
  signIn: lazyRouteComponent(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
  returned: lazyRouteComponent(() => import('./pages/sign-in/Returned.tsx'), 'Returned'),
  enter: lazyRouteComponent(() => import('./pages/enter/Enter.tsx'), 'Enter'),
  needsPasskey: lazyRouteComponent(() => import('./pages/enter/NeedsPasskey.tsx'), 'NeedsPasskey'),
}
