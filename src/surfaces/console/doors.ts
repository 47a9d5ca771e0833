import { lazyRouteComponent } from '@tanstack/react-router'

/**
 * The pages of whoever is not signed in, by their addresses, in the form of `routes.ts`: the build reads this table too. The sign-in is
 * not among them: it is in the first file, as the page that most people start with.
 */
export const doors = {
  '/sign-in/return': lazyRouteComponent(() => import('./pages/sign-in/Returned.tsx'), 'Returned'),
  '/enter': lazyRouteComponent(() => import('./pages/enter/Enter.tsx'), 'Enter'),
  '/person/ask': lazyRouteComponent(() => import('./pages/person/YourQuestion.tsx'), 'YourQuestion'),
  '/person/explanation': lazyRouteComponent(() => import('./pages/person/YourExplanation.tsx'), 'YourExplanation'),
  '/passkey': lazyRouteComponent(() => import('./pages/enter/NeedsPasskey.tsx'), 'NeedsPasskey'),
}
