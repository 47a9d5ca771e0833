/**
 * Signals that other rule sets use and this one refuses. They are published with the product, and a test proves that no
 * detector codifies one. Where a lawful question stands behind the same worry, `instead` names it.
 */
export interface RefusedSignal {
  readonly id: string
  /** What others look at. */
  readonly signal: string
  readonly why: string
  /** What we look at instead; `none` where the worry itself is not ours. */
  readonly instead: string
  /** Ids of the indicator backlog that rest on this: no detector may name one of them, not even as context. */
  readonly never: readonly string[]
  /** Ids that rest on it in part: a detector that names one is context, or weak, and so never opens a case by itself. */
  readonly neverAlone: readonly string[]
}

export const REFUSED_SIGNALS: readonly RefusedSignal[] = [
  {
    id: 'nationality',
    signal: 'Nationality, citizenship, place of birth or visa of the person.',
    why: 'Unlawful ground (Title VII; 8 U.S.C. 1324b), and no evidence that a claim is false.',
    instead: 'A contradiction between what the person claims and what is observed about the same thing.',
    never: [],
    neverAlone: [],
  },
  {
    id: 'looks',
    signal: 'Looks, sex or age of the person, or a face that seems not to fit the papers.',
    why: 'Race, sex, age and origin. It flags everybody who looks like the one who was caught.',
    instead: 'Whether a document is genuine; a one-to-one comparison the person has agreed to.',
    never: ['appearance-accent-or-name-origin'],
    neverAlone: ['profile-photo-manipulated-or-generated'],
  },
  {
    id: 'name-origin',
    signal: 'A name that seems generic, westernised or of some country.',
    why: 'Origin by another word. Measured: name likeness alone flags up to four in five innocent people of some origins.',
    instead: 'The same identifier on several personas.',
    never: ['appearance-accent-or-name-origin', 'email-theme-keyword', 'username-letters-plus-four-digits'],
    neverAlone: [],
  },
  {
    id: 'language',
    signal: 'Accent, imperfect language, a language test by claimed origin, background noise, several voices.',
    why: 'Linguistic traits stand for origin; noise and shared homes stand for income, family and disability.',
    instead: 'An exercise that the job needs and everybody gets.',
    never: ['machine-translated-or-imperfect-english', 'language-preference-mismatch', 'background-voices-or-operations-room'],
    neverAlone: [],
  },
  {
    id: 'keyboard',
    signal: 'Keyboard, input method, fonts, language of a document or of the system.',
    why: 'A stand-in for origin.',
    instead: 'none',
    never: ['phone-typed-with-plus-one-prefix'],
    neverAlone: [],
  },
  {
    id: 'camera',
    signal: 'Camera off, blurred background.',
    why: 'Disability, poverty, religion and safety have the same look.',
    instead: 'Another way to verify, offered to everybody.',
    never: ['camera-off-after-initial-minutes', 'camera-refused-without-accommodation', 'avoids-in-person-and-camera-after-hire'],
    neverAlone: [],
  },
  {
    id: 'demeanour',
    signal: 'Pauses, gaze, reading, facial movement, stress in the voice, emotion.',
    why: 'Disability law; lie-detector law; mood analysis at work is forbidden (EU AI Act Art. 5(1)(f)). It does not find lies either.',
    instead: 'A structured sample of the work.',
    never: ['answers-read-or-delayed', 'voice-changes-between-or-within-calls'],
    neverAlone: ['style-changes-multiple-operators', 'keystroke-latency-elevated'],
  },
  {
    id: 'reluctance',
    signal: 'Reluctance to take a drug test or to meet in person.',
    why: 'Medical reasons, caring duties and distance explain it.',
    instead: 'A free choice among ways to verify.',
    never: ['drug-test-or-in-person-check-avoided', 'in-person-or-id-alternative-refused'],
    neverAlone: [],
  },
  {
    id: 'political-test',
    signal: 'Asking for a political statement as proof.',
    why: 'Political speech; asked only of people who look a certain way; learnt in a minute.',
    instead: 'none',
    never: ['political-insult-test'],
    neverAlone: [],
  },
  {
    id: 'address-code',
    signal: 'Postcode, neighbourhood, country of an address on the network, use of a VPN.',
    why: 'Stand-ins for race and origin; privacy and censorship explain a VPN.',
    instead: 'Travel that is impossible; the same exit as a confirmed case together with a strong signal.',
    never: ['country-of-ip-alone'],
    neverAlone: [
      'application-ip-anonymiser-or-hosting',
      'meeting-ip-anonymiser-or-hosting',
      'signin-from-consumer-vpn-or-proxy',
      'test-taken-through-vpn-other-than-interview',
    ],
  },
  {
    id: 'time-zone',
    signal: 'The time zone of commits by itself.',
    why: 'Carers, night workers and travellers.',
    instead: 'A contradiction with hours the person says were worked on site, beside a strong signal.',
    never: [],
    neverAlone: ['github-multi-timezone-commits', 'commit-timezone-differs-from-declared', 'work-hours-conflict-declared-timezone'],
  },
  {
    id: 'pay',
    signal: 'Low pay expected, no haggling, a wish to be paid in crypto, by itself.',
    why: 'Economic position, and a stand-in for origin.',
    instead: 'A payee who is not the verified person, or who is shared by several personas.',
    never: ['crypto-conversion-within-48h'],
    neverAlone: ['below-market-rate', 'crypto-payment-demanded', 'payment-platform-insistence'],
  },
  {
    id: 'social-footprint',
    signal: 'Followers, stars, a new account, the style of a picture, no profile on a network, no photo from a conference.',
    why: 'It blames bystanders and people who value privacy.',
    instead: 'Copied commits, repositories re-published under another author, the same résumé text.',
    never: ['avatar-ai-or-cartoon', 'social-profile-job-begging-no-presence', 'github-follower-ring'],
    neverAlone: ['disposable-or-footprintless-email', 'throwaway-account-for-employment'],
  },
  {
    id: 'foreign-credentials',
    signal: 'The country of a school or an employer.',
    why: 'A stand-in for origin.',
    instead: 'Asking the issuer directly.',
    never: ['school-on-high-risk-list'],
    neverAlone: [],
  },
  {
    id: 'face-search',
    signal: 'Searching faces, gait, voice or typing across candidates.',
    why: 'Biometrics without consent (BIPA; GDPR Art. 9; EU AI Act Annex III).',
    instead: 'The same image file, found by its hash.',
    never: [],
    neverAlone: ['same-identity-different-photos'],
  },
  {
    id: 'sensitive-records',
    signal: 'Credit, criminal, medical, union, political or religious records.',
    why: 'GDPR Art. 9 and 10; FCRA.',
    instead: 'none',
    never: [],
    neverAlone: [],
  },
  {
    id: 'listed-name',
    signal: 'A name like one on a sanctions list, and nothing else.',
    why: 'Measured: name likeness alone meets 16 to 78 of 100 innocent people.',
    instead: 'A second identifier, looked at by compliance only.',
    never: [],
    neverAlone: [],
  },
  {
    id: 'rumoured-list',
    signal: 'Membership of an unofficial list on the internet, taken as proof.',
    why: 'Unverified, full of stolen identities, and defamatory when wrong.',
    instead: 'A lead for checking ourselves, of low confidence.',
    never: [],
    neverAlone: [],
  },
]
