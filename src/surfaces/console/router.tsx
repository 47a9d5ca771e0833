import { Anchor } from '@mantine/core'
import { createRootRoute, createRoute, createRouter, Link, notFound, Outlet, redirect } from '@tanstack/react-router'
import { isSignedOut } from './api/problem.ts'
import { queries } from './api/queries.ts'
import { meQuery } from './api/session.ts'
import { Frame } from './frame/Frame.tsx'
import { Empty, Failed, Loading } from './parts/states.tsx'
import { pages } from './routes.ts'
import { t } from './texts/index.ts'

/** The texts of an address that a page knows; what else stands in it is dropped. */
const chosen = <Name extends string>(search: Record<string, unknown>, names: readonly Name[]): { [name in Name]?: string } =>
  Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : []))) as {
    [name in Name]?: string
  }

const root = createRootRoute({ component: Outlet })

/** Everything that needs somebody signed in. Who is not is sent to the sign-in, and comes back here. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  async beforeLoad({ location }) {
    try {
      const me = await queries.ensureQueryData(meQuery)
      if (me.needsPasskey) throw redirect({ to: '/passkey' })
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { to: location.href } })
      throw error
    }
  },
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})
const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  component: pages.inbox,
  validateSearch: (search): { show?: string } => chosen(search, ['show']),
})
const candidates = createRoute({
  getParentRoute: () => inside,
  path: '/candidates',
  component: pages.candidates,
  validateSearch: (search): { recommendation?: string; status?: string; requisition?: string } =>
    chosen(search, ['recommendation', 'status', 'requisition']),
})
/** `case`: what the reader came from. `finding`: whose evidence is open. */
const persona = createRoute({
  getParentRoute: () => inside,
  path: '/candidates/$persona',
  component: pages.persona,
  validateSearch: (search): { case?: string; finding?: string } => chosen(search, ['case', 'finding']),
})

const interviews = createRoute({
  getParentRoute: () => inside,
  path: '/interviews',
  component: pages.interviews,
  validateSearch: (search): { persona?: string } => chosen(search, ['persona']),
})

/** Pages of the sanctions room are, for everybody else, addresses that lead nowhere. */
const sanctions = createRoute({
  getParentRoute: () => inside,
  id: 'sanctions',
  component: Outlet,
  async beforeLoad() {
    const { may } = await queries.ensureQueryData(meQuery)
    if (!may.includes('screening:read')) notFound({ throw: true })
  },
})
const screening = createRoute({
  getParentRoute: () => sanctions,
  path: '/screening',
  component: pages.screening,
  validateSearch: (search): { state?: string; list?: string; whose?: string } => chosen(search, ['state', 'list', 'whose']),
})
const oneName = createRoute({ getParentRoute: () => sanctions, path: '/screening/name', component: pages.oneName })
const match = createRoute({ getParentRoute: () => sanctions, path: '/screening/$match', component: pages.match })
const lists = createRoute({ getParentRoute: () => sanctions, path: '/lists', component: pages.lists })
const list = createRoute({
  getParentRoute: () => sanctions,
  path: '/lists/$list',
  component: pages.list,
  validateSearch: (search): { from?: string; to?: string } => chosen(search, ['from', 'to']),
})
const detectors = createRoute({
  getParentRoute: () => inside,
  path: '/detectors',
  component: pages.detectors,
  validateSearch: (search): { phase?: string } => chosen(search, ['phase']),
})
const detector = createRoute({ getParentRoute: () => inside, path: '/detectors/$phase/$name', component: pages.detector })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: pages.signIn,
  validateSearch: (search): { to?: string } => chosen(search, ['to']),
})
const returned = createRoute({ getParentRoute: () => root, path: '/sign-in/return', component: pages.returned })
const enter = createRoute({ getParentRoute: () => root, path: '/enter', component: pages.enter })
const passkey = createRoute({ getParentRoute: () => root, path: '/passkey', component: pages.needsPasskey })

function NotFound() {
  const { title, says, back } = t.states.notFound
  return (
    <Empty title={title} says={says}>
      <Anchor component={Link} to="/inbox">
        {back}
      </Anchor>
    </Empty>
  )
}

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    inside.addChildren([
      inbox,
      candidates,
      persona,
      interviews,
      sanctions.addChildren([screening, oneName, match, lists, list]),
      detectors,
      detector,
    ]),
    signIn,
    returned,
    enter,
    passkey,
  ]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
