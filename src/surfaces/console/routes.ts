import { lazyRouteComponent } from '@tanstack/react-router'

/** The pages, each fetched when somebody first goes there. */
export const pages = {
  inbox: lazyRouteComponent(() => import('./pages/inbox/Inbox.tsx'), 'Inbox'),
  candidates: lazyRouteComponent(() => import('./pages/candidates/Candidates.tsx'), 'Candidates'),
  persona: lazyRouteComponent(() => import('./pages/persona/Persona.tsx'), 'Persona'),
  network: lazyRouteComponent(() => import('./pages/network/Network.tsx'), 'Network'),
  compare: lazyRouteComponent(() => import('./pages/network/compare/Compare.tsx'), 'Compare'),
  signIn: lazyRouteComponent(() => import('./pages/sign-in/SignIn.tsx'), 'SignIn'),
  returned: lazyRouteComponent(() => import('./pages/sign-in/Returned.tsx'), 'Returned'),
  enter: lazyRouteComponent(() => import('./pages/enter/Enter.tsx'), 'Enter'),
  cases: lazyRouteComponent(() => import('./pages/cases/Cases.tsx'), 'Cases'),
  case: lazyRouteComponent(() => import('./pages/cases/CasePage.tsx'), 'CasePage'),
  decide: lazyRouteComponent(() => import('./pages/decide/Decide.tsx'), 'Decide'),
  ask: lazyRouteComponent(() => import('./pages/ask/Ask.tsx'), 'Ask'),
  explain: lazyRouteComponent(() => import('./pages/explain/Explain.tsx'), 'Explain'),
  reviews: lazyRouteComponent(() => import('./pages/reviews/Reviews.tsx'), 'Reviews'),
  review: lazyRouteComponent(() => import('./pages/reviews/Review.tsx'), 'Review'),
  otherWays: lazyRouteComponent(() => import('./pages/other-ways/OtherWays.tsx'), 'OtherWays'),
  yourQuestion: lazyRouteComponent(() => import('./pages/person/YourQuestion.tsx'), 'YourQuestion'),
  yourExplanation: lazyRouteComponent(() => import('./pages/person/YourExplanation.tsx'), 'YourExplanation'),
  needsPasskey: lazyRouteComponent(() => import('./pages/enter/NeedsPasskey.tsx'), 'NeedsPasskey'),
}
