import type { Page, Route } from 'playwright-core'

/** The page of somebody of a role, signed in. */
export type As = (who: Who) => Promise<Page>

/** Where one goes to see a page of the console, and as whom. */
export interface Stop {
  readonly name: string
  readonly who: Who
  /** `as`: whoever has to do something before there is such a page, such as making a one-time link. */
  go(page: Page, as: As): Promise<unknown>
  /** Has no list or record that could be on its way or fail. */
  readonly still?: true
  /** Shows something of its own where there is nobody yet. */
  readonly canBeEmpty?: true
}

export type Who = 'nobody' | 'investigator' | 'recruiter' | 'tenant-admin' | 'auditor' | 'compliance'

/** How a page is met: with what it shows, waiting for it, and told that the service cannot. */
const STATES = ['full', 'loading', 'failed'] as const
export type State = (typeof STATES)[number]

const at =
  (path: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(path)

/** First of a list that the service has, as the person who is signed in sees it. */
async function firstOf<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path)
  const { items } = (await answer.json()) as { readonly items: readonly T[] }
  const [first] = items
  if (first === undefined) throw new Error(`${path} lists nothing to look at`)
  return first
}

/** What the service answers to somebody who is signed in in a page. */
async function done<T>(page: Page, method: 'post' | 'put', path: string, data: unknown): Promise<T> {
  const answer = await page.request[method](path, { data })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** A candidate to whom there is something to say, where there is one. */
async function candidate(page: Page): Promise<string> {
  const found = await firstOf<{ readonly persona: string }>(page, '/api/personas?recommendation=escalate&limit=1').catch(() =>
    firstOf<{ readonly persona: string }>(page, '/api/personas?recommendation=review&limit=1'),
  )
  return found.persona
}

/** Whoever opened nothing yet says what for, and opens a case where there is nothing to name. */
async function stated(page: Page): Promise<void> {
  const go = page.getByRole('button', { name: 'Open the dossier' })
  const looked = page.getByLabel('What is to be looked at?')
  const opened = page.getByRole('heading', { name: /For a closer look/ })
  // In the states in which the service does not answer none of them comes.
  await go.or(looked).or(opened).or(page.getByRole('alert')).or(page.getByRole('status')).first().waitFor()
  await page
    .getByRole('status')
    .first()
    .waitFor({ state: 'detached', timeout: 5_000 })
    .catch(() => undefined)
  if (await looked.isVisible()) {
    await looked.fill('What the page shows.')
    await page.getByRole('button', { name: 'Open a case' }).click()
    await go.waitFor()
  }
  if (await go.isVisible()) {
    const why = page.getByLabel('Your reason')
    if ((await why.inputValue()) === '') await why.fill('To see what the page shows.')
    await go.click()
    await opened.waitFor()
  }
}

const dossier = async (page: Page): Promise<void> => {
  await page.goto(`/candidates/${await candidate(page)}`)
  await stated(page)
}

/** A page about the candidate that one comes to from the dossier. */
const behindDossier =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await dossier(page)
    await page.goto(`/candidates/${await candidate(page)}/${name}`)
  }

/** The first case, and whom it is about. */
async function caseAndPersona(page: Page): Promise<{ readonly id: string; readonly persona: string }> {
  const { id, personas } = await firstOf<{ readonly id: string; readonly personas: readonly string[] }>(page, '/api/cases?limit=1')
  const [persona] = personas
  if (persona === undefined) throw new Error(`the case ${id} is about nobody`)
  return { id, persona }
}

/** Every page of the console. What follows a decision (an explanation, a review) is looked at in test/e2e/console-cases.test.ts. */
export const STOPS: readonly Stop[] = [
  { name: 'sign-in', who: 'nobody', go: at('/sign-in'), still: true },
  { name: 'enter-without-link', who: 'nobody', go: at('/enter'), still: true },
  {
    name: 'enter',
    who: 'nobody',
    async go(page, as) {
      const invited = { email: `nell-${Date.now()}@example.com`, name: 'Nell Newcomer', roles: ['recruiter'] }
      const { link } = await done<{ readonly link: string }>(await as('tenant-admin'), 'post', '/api/accounts', invited)
      await page.goto('about:blank')
      await page.goto(link)
    },
    still: true,
  },
  { name: 'inbox', who: 'investigator', go: at('/inbox'), canBeEmpty: true },
  { name: 'candidates', who: 'investigator', go: at('/candidates'), canBeEmpty: true },
  {
    name: 'purpose',
    who: 'investigator',
    go: async (page) => page.goto(`/candidates/${await candidate(page)}`),
    still: true,
  },
  { name: 'candidate', who: 'investigator', go: dossier },
  {
    name: 'timeline-and-places',
    who: 'investigator',
    still: true,
    async go(page) {
      await dossier(page)
      await page.getByRole('heading', { name: 'Claimed against observed', exact: true }).scrollIntoViewIfNeeded()
      await page.locator('#timeline').evaluate((heading) => (heading as unknown as { scrollIntoView(): void }).scrollIntoView())
    },
  },
  {
    name: 'evidence',
    who: 'investigator',
    still: true,
    async go(page) {
      await dossier(page)
      await page
        .getByRole('button', { name: /See the evidence/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'place',
    who: 'investigator',
    still: true,
    async go(page) {
      await dossier(page)
      await page.getByRole('list', { name: 'Claimed' }).getByRole('button').first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'cases', who: 'investigator', go: at('/cases'), canBeEmpty: true },
  {
    name: 'case',
    who: 'investigator',
    go: async (page) => page.goto(`/cases/${(await firstOf<{ readonly id: string }>(page, '/api/cases?limit=1')).id}`),
  },
  {
    name: 'decide',
    who: 'investigator',
    async go(page) {
      const { id, persona } = await caseAndPersona(page)
      await page.goto(`/candidates/${persona}?case=${id}`)
      await stated(page)
      await page.goto(`/cases/${id}/decide/${persona}`)
    },
    still: true,
  },
  { name: 'ask', who: 'investigator', go: behindDossier('ask'), still: true },
  { name: 'explain', who: 'investigator', go: behindDossier('explain'), still: true },
  {
    name: 'their-question',
    who: 'nobody',
    async go(page, as) {
      const ina = await as('investigator')
      await dossier(ina)
      const { link } = await done<{ readonly link: string }>(ina, 'post', `/api/personas/${await candidate(ina)}/asks`, {
        question: 'Who answers at the number that you gave?',
      })
      await page.goto('about:blank')
      await page.goto(`/person/ask#${link}`)
    },
    still: true,
  },
  { name: 'reviews', who: 'investigator', go: at('/reviews'), canBeEmpty: true },
  { name: 'network', who: 'investigator', go: at('/network'), canBeEmpty: true },
  {
    name: 'network-cluster',
    who: 'investigator',
    async go(page) {
      const { cluster } = await firstOf<{ readonly cluster: string }>(page, '/api/clusters?limit=1')
      await page.goto(`/network?at=cluster~${cluster}`)
    },
    still: true,
  },
  { name: 'network-links', who: 'investigator', go: at('/network?view=links'), canBeEmpty: true },
  { name: 'network-clusters', who: 'investigator', go: at('/network?view=clusters'), canBeEmpty: true },
  {
    name: 'compare',
    who: 'investigator',
    async go(page) {
      const { persona, other } = await firstOf<{ readonly persona: string; readonly other: string }>(page, '/api/links?limit=1')
      for (const one of [persona, other]) {
        await page.goto(`/candidates/${one}`)
        await stated(page)
      }
      await page.goto(`/compare/${persona}/${other}`)
    },
    still: true,
  },
  { name: 'intake', who: 'investigator', go: at('/intake'), still: true, canBeEmpty: true },
  { name: 'indicators', who: 'investigator', go: at('/indicators'), canBeEmpty: true },
  { name: 'look-back', who: 'investigator', go: at('/indicators?view=look-back'), still: true },
  { name: 'second-looks', who: 'investigator', go: at('/second-looks'), canBeEmpty: true },
  { name: 'detectors', who: 'investigator', go: at('/detectors') },
  { name: 'detector', who: 'investigator', go: at('/detectors/application/phone-shared') },
  { name: 'account', who: 'investigator', go: at('/account') },
  {
    name: 'keyboard-help',
    who: 'investigator',
    still: true,
    async go(page) {
      await page.goto('/candidates')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'not-found', who: 'investigator', go: at('/nowhere'), still: true },
  { name: 'openings', who: 'recruiter', go: at('/openings'), canBeEmpty: true },
  {
    name: 'opening',
    who: 'recruiter',
    async go(page) {
      await done(page, 'put', '/api/requisitions/HLY-70', {
        title: 'Frontend developer',
        documents: ['resume', 'profile'],
        questions: ['Which part of it did you write yourself?'],
        reason: 'To see what the page shows.',
      })
      await page.goto('/openings/HLY-70')
    },
  },
  { name: 'other-ways', who: 'recruiter', go: at('/other-ways'), canBeEmpty: true },
  { name: 'interviews', who: 'recruiter', go: at('/interviews'), still: true },
  { name: 'people', who: 'tenant-admin', go: at('/people'), canBeEmpty: true },
  { name: 'settings', who: 'tenant-admin', go: at('/settings'), canBeEmpty: true },
  { name: 'audit', who: 'auditor', go: at('/audit'), canBeEmpty: true },
  { name: 'oversight', who: 'auditor', go: at('/oversight'), canBeEmpty: true },
  { name: 'screening', who: 'compliance', go: at('/screening'), canBeEmpty: true },
  {
    name: 'match',
    who: 'compliance',
    go: async (page) => page.goto(`/screening/${(await firstOf<{ readonly match: string }>(page, '/api/matches?limit=1')).match}`),
  },
  { name: 'one-name', who: 'compliance', go: at('/screening/name'), still: true },
  { name: 'lists', who: 'compliance', go: at('/lists'), canBeEmpty: true },
  { name: 'list', who: 'compliance', go: at('/lists/own-watch') },
]

/** Who is signed in and what is new are told in every state; without them there is no page. */
const ALWAYS = /\/api\/(?:me|events|session)/
const FAULT = {
  status: 503,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    code: 'busy',
    status: 503,
    title: 'The database does not answer',
    detail: 'Nothing was lost. Try again in a minute.',
  }),
}
const WAITS_MS = 300

/** Goes to a page in a state and waits until it stands; undoes what the state did to the line when `after` has run. */
export async function meet(as: As, stop: Stop, state: State, after: (page: Page) => Promise<void>): Promise<void> {
  const page = await as(stop.who)
  const kept: Route[] = []
  if (state !== 'full') {
    // A page that needs a list to know where it leads has asked for it before.
    await page.route(/\/api\//, (route) => {
      if (ALWAYS.test(route.request().url())) return route.continue()
      if (state === 'failed') return route.fulfill(FAULT)
      kept.push(route)
      return undefined
    })
  }
  try {
    await stop.go(page, as)
    await page.getByRole('heading', { level: 1 }).or(page.getByRole('alert')).or(page.getByRole('status')).first().waitFor()
    if (state === 'failed') await page.getByRole('alert').first().waitFor()
    if (state === 'full') await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
    await page.waitForTimeout(WAITS_MS)
    await after(page)
  } finally {
    for (const route of kept) await route.abort().catch(() => undefined)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }
}

export const statesOf = (stop: Stop): readonly State[] => (stop.still === true ? ['full'] : STATES)
