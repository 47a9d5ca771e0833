/** What stands behind the question marks, beside what each explains. */
export const help = {
  help: {
    label: (title: string) => `Help: ${title}`,
    recommendation: {
      title: 'What the word means',
      says: 'Clear: go on as with anybody. Ask: a neutral question could settle it. Review: a person should look at the evidence. Escalate: two independent kinds of evidence point the same way. The word says where to look. People decide, and nobody is rejected by it.',
    },
    baseRate: {
      title: 'Why most of this is harmless',
      says: 'Hardly anybody deceives. Say 5 of 1,000 applicants do, and a check is wrong about 2 in 100: it then speaks about 20 honest people. So look at the evidence and at what would clear it before you think of the person.',
    },
    weight: {
      title: 'What the weight means',
      says: 'It says how rare a shared thing is here. A telephone number that two people have weighs much; a city or a common phrase weighs next to nothing. It is no likelihood that both are one person.',
    },
    hub: {
      title: 'What a hub is',
      says: 'Something that so many have that it says nothing of any two of them, such as an office’s telephone or a template. It is shown, it links nobody, and no recommendation rests on it.',
    },
    reasons: {
      title: 'Why the reasons are a list',
      says: 'Everybody decides by the same reasons, so that decisions can be compared and explained to the person. Each rests on evidence that you have opened. What is special about this case, you write below in your own words.',
    },
    quiet: {
      title: 'What a quiet case is',
      says: 'Only its members see that it is there. It stands in nobody else’s inbox, lists or searches, and nothing about it is sent outside. Who reads the log sees that a case was made quiet.',
    },
    second: {
      title: 'Why a second person',
      says: 'What weighs much is never one person’s word. Somebody else looks at the same evidence and agrees, or sends it back. Nobody can be the second person for themselves.',
    },
    signOff: {
      title: 'What signing means',
      says: 'A person says that every match which this version of the list brought up was looked at. It can be signed when none waits any more. The signature, its reason and its day are kept for whoever checks later.',
    },
  },
} as const
