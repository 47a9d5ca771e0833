type Numbers = Readonly<Record<string, number>>

/** The numbers of a check: what they are, what others would say, and who agreed to them. */
export const numbers = {
  title: 'Numbers',
  says: 'How much this check needs to see before it speaks.',
  none: 'No number to set: something is equal, or it is not.',
  fixed: 'These numbers are fixed: they stand in rules that several checks share, so moving one would move others too.',
  moved: 'These are the numbers as shipped. You have numbers of your own; they stand below.',
  now: (n: number) => `Now ${n}`,
  shipped: (n: number) => `shipped with ${n}`,
  shadow: (n: number) => `in shadow ${n}`,
  /** Under a finding, by the names of the card. */
  own: (own: Numbers) =>
    `by your own numbers: ${Object.entries(own)
      .map(([name, n]) => `${name} ${n}`)
      .join(', ')}`,
  bounds: (least: number, most: number) => `may be ${least} to ${most}`,
  raised: (says: string) => `When raised: ${says}`,
  written: (own: Numbers, units: Readonly<Record<string, string>>) =>
    Object.entries(own)
      .map(([name, n]) => `${n} ${units[name] ?? name}`)
      .join(', '),
  try: {
    title: 'Try other numbers',
    says: 'Everybody who ever applied is asked again, by the numbers of now and by these. Nobody’s result changes.',
    go: 'Try on our own history',
    started: 'The run has started.',
    progress: (done: number, total: number) => (total === 0 ? 'Starting …' : `${done} of ${total} candidates asked`),
    stop: 'Stop the run',
    ended: { failed: 'The run has failed. Try again.', stopped: 'The run was stopped.' } as Readonly<Record<string, string>>,
    waiting: 'The run has not ended.',
    tried: 'Tried on our own history',
    old: (version: number) => `Tried on version ${version} of the check; try again`,
    nothing: 'No other numbers were tried yet.',
  },
  result: {
    looked: (looked: number, asked: number) => `${looked} of ${asked} candidates had something to look at.`,
    now: 'Speaks now about',
    other: 'Would speak about',
    failed: (n: number) => `It failed for ${n}.`,
    newly: (n: number) => `${n} ${n === 1 ? 'candidate' : 'candidates'} it would newly speak about`,
    quiet: (n: number) => `${n} ${n === 1 ? 'candidate' : 'candidates'} it would no longer speak about`,
    confirmed: 'Of those decided: confirmed',
    cleared: 'Of those decided: cleared',
    undecided: 'Not decided yet',
    caution: 'A decision rests on everything about a candidate, not on this check alone.',
    whom: 'Show these candidates',
    table: 'Candidates with another answer',
    none: 'Nobody would get another answer.',
  },
  columns: { persona: 'Candidate', change: 'Change', decided: 'Last decision' },
  change: { newly: 'Would newly speak', quiet: 'Would fall quiet' },
  undecided: 'none',
  evidence: {
    title: (persona: string) => `What the check finds of ${persona}`,
    now: 'By the numbers of now',
    other: 'By the other numbers',
    nothing: 'Nothing.',
    purpose: 'Open the candidate first and say what for; then look here again.',
    open: 'Open the candidate',
  },
  inShadow: {
    title: 'In shadow',
    says: 'A second answer is kept beside the one that counts. Nobody who works on candidates sees it.',
    start: 'Run in shadow',
    startSays: 'From now on each candidate who is assessed gets a second answer by these numbers. It does not count.',
    started: 'The numbers run in shadow.',
    seen: (n: number, least: number) =>
      n < least ? `Had something to look at for ${n} of at least ${least} candidates.` : `Had something to look at for ${n} candidates.`,
    propose: 'Ask to make active',
    proposeSays: 'A second person looks at this and agrees or not, within a day.',
    proposed: 'A second person is asked.',
    waits: (who: string) => `${who} asks to make these numbers active.`,
    own: 'Somebody else than you has to agree.',
    end: 'End the shadow',
    endSays: 'The second answers stop. The numbers that count stay as they are.',
    endDone: 'The shadow has ended.',
  },
  second: {
    approve: 'Make active',
    approveSays: 'The check asks by these numbers from now on, and candidates whom that can touch are assessed again.',
    approved: 'The numbers are active. Candidates are assessed again.',
    refuse: 'Do not agree',
    refuseSays: 'The numbers stay in shadow. Say what is missing.',
    refused: 'The numbers stay in shadow.',
  },
  active: {
    title: 'Active',
    says: (who: string, second: string) => `Set by ${who}, agreed to by ${second}.`,
    old: 'They were tried on an earlier version of the check, so the shipped numbers hold. Take them back or try them again.',
    takeBack: 'Take back',
    takeBackSays: 'The numbers of before return, and candidates whom that can touch are assessed again.',
    takenBack: 'The numbers of before are back. Candidates are assessed again.',
  },
  history: 'Earlier numbers',
  endedBy: (who: string, reason: string) => `Ended by ${who}: ${reason}`,
}
