/** Openings, middles and ends of the few lines that people write over their résumé. */
export const SUMMARIES = `
A {title} who has spent {years} years with {field} and {field2}.|Likes {topic} and short meetings.|Looking for a small team that ships {often}.
{Title} from the {field} trade, {years} years in.|Known for patient work on {things}.|Would like to build for {users2} next.
I have kept {things} moving for {users} since {start}.|My best days begin with {topic}.|Now I want to see boats, or at least their data.
After {years} years around {field} I care most about {topic}.|I have led {count} people and been led by better ones.|Remote for {few} of those years.
{Title}, formerly in {field2}, now in {field}.|I write things down.|Open to {count} days a month on site.
Started with {things} in {start}, stayed for the {users}.|Good at {topic}, honest about the rest.|I read code slowly.
Builder of dull, dependable tools for {users}.|{years} years, {count} employers, one rule: measure first.|Curious about {topic}.
What I do: take a worn {system}, learn why it is so, leave it lighter.|Mostly in {field}.|Fond of {topic}.
People call me when {things} do not add up.|{years} years of {field} taught me {topic}.|I prefer {often} releases.
{Title} with one foot in {field}.|I learned {topic} from {users}.|Part of me is still a sailor.
Between {field} and {field2} I found my subject: {topic}.|{count} systems of mine still run.|Two of them should not.
Hands on since {start}; calm around {things}.|I mentor {few} people at any time.|Happiest near {topic}.
`

/** What can be cared about, taught and agreed on. */
export const TOPICS = [
  'naming things',
  'clock skew',
  'plain error texts',
  'slow queries',
  'rounding rules',
  'paper forms',
  'undo',
  'test data',
  'old encodings',
  'queueing',
  'retries',
  'tidy handovers',
  'schema changes',
  'colour blindness',
  'fair rotas',
  'caching',
  'small releases',
  'written decisions',
  'honest estimates',
  'good defaults',
  'late data',
  'leap days',
  'time zones',
  'dead code',
  'keyboard paths',
  'reading logs',
  'safe defaults',
  'restore drills',
  'sampling',
  'backpressure',
  'duplicate records',
  'address formats',
  'postal codes',
  'offline use',
  'charts without tricks',
  'cheap hardware',
  'long migrations',
  'quiet alarms',
  'data contracts',
  'measuring before moving',
] as const

export const INTERESTS = [
  'river kayaking',
  'baroque recorder',
  'allotment gardening',
  'chess by post',
  'amateur radio',
  'bread baking',
  'bird ringing',
  'orienteering',
  'choir (alto)',
  'choir (bass)',
  'bookbinding',
  'five-a-side football',
  'map collecting',
  'beekeeping',
  'night photography',
  'table tennis',
  'old motorcycles',
  'weaving',
  'trail running',
  'board-game design',
  'pottery',
  'volunteer fire brigade',
  'mending clocks',
  'fermenting vegetables',
  'sign painting',
  'ice swimming',
  'accordion',
  'long train rides',
] as const

/** Words for the slots that belong to no trade. */
export const OFTEN = ['weekly', 'fortnightly', 'monthly', 'daily', 'twice-weekly', 'quarterly'] as const
