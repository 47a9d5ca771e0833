/** Invented organisations: a made-up word and the trade. Nobody of these names is known to us. */
export const STEMS = [
  'Tidewell',
  'Larkmoor',
  'Quenby',
  'Oskarra',
  'Brimholt',
  'Solvane',
  'Hexleigh',
  'Marrowby',
  'Ondrel',
  'Kestova',
  'Junivar',
  'Pellworth',
  'Arbonne Vale',
  'Corvane',
  'Dunmarrow',
  'Ellistry',
  'Fennimore Quay',
  'Galdur',
  'Hollin Bay',
  'Istrava',
  'Jarrowgate',
  'Kilbrack',
  'Lumenfjord',
  'Mirabay',
  'Norrvik',
  'Ostrander Hill',
  'Pinecombe',
  'Quillhaven',
  'Rostella',
  'Sandmere',
  'Tamarisk Row',
  'Umbrel',
  'Velmora',
  'Wexcombe',
  'Yarrowdene',
  'Zelkova Park',
  'Aldersea',
  'Birchfen',
  'Cindral',
  'Dovenby',
  'Eskmere',
  'Farrowdale',
  'Greywether',
  'Harthope',
  'Inverlay',
  'Jessamy',
  'Kelderfoss',
  'Lindholt',
  'Moorgarth',
  'Nethercott',
  'Oakhanger',
  'Penhallick',
  'Ravensworthy',
  'Skerrivore',
  'Thornlea',
  'Ullandhaug',
  'Varnfield',
  'Winterbourn',
  'Ashgrovel',
  'Brackendale',
  'Caldermoss',
  'Drakensund',
  'Elmstow',
  'Frithwood',
  'Glenshira',
  'Hawkridge Mill',
  'Ilmenau Gate',
  'Kittiwake',
  'Langmere',
  'Melbrack',
  'Northolme',
  'Orrinside',
  'Paddockhurst',
  'Rimswell',
  'Silverholt',
  'Tolvanen Creek',
  'Upperfell',
  'Vostrika',
  'Wardlow',
  'Yaxleton',
] as const

/** A trade with the words that people in it use. `systems` are named with an article before them. */
export interface Trade {
  readonly suffixes: readonly string[]
  readonly field: string
  readonly things: readonly string[]
  readonly users: readonly string[]
  readonly systems: readonly string[]
}

const list = (text: string): string[] => text.split(',').map((part) => part.trim())
const trade = (field: string, suffixes: string, things: string, more: { users: string; systems: string }): Trade => ({
  field,
  suffixes: list(suffixes),
  things: list(things),
  users: list(more.users),
  systems: list(more.systems),
})

export const TRADES: readonly Trade[] = [
  trade(
    'freight',
    'Freight, Logistics Group, Shipping Systems',
    'bills of lading, container moves, customs declarations, berth bookings, pallet counts, demurrage charges, carrier quotes, truck slots',
    {
      users: 'dispatchers, forwarders, terminal clerks, harbour pilots, hauliers',
      systems: 'booking desk, slot planner, tracking feed, tariff engine, yard map, manifest importer',
    },
  ),
  trade(
    'card payments',
    'Payments, Pay Technologies, Settlement Services',
    'card settlements, refunds, chargebacks, payout batches, merchant statements, currency conversions, direct debits, dispute files',
    {
      users: 'merchants, reconcilers, finance staff, shop owners, support agents',
      systems: 'ledger, payout scheduler, merchant portal, dispute inbox, fee calculator, reconciliation job',
    },
  ),
  trade(
    'health care',
    'Health, Care Systems, Clinic Software',
    'lab results, appointments, prescriptions, referral letters, discharge notes, vaccination records, ward transfers, triage forms',
    {
      users: 'nurses, ward managers, pharmacists, practice staff, radiographers',
      systems: 'appointment book, referral queue, results viewer, medication list, consent register, rota planner',
    },
  ),
  trade(
    'electricity',
    'Energy, Grid Services, Power Networks',
    'meter readings, outage reports, tariff changes, feed-in credits, load forecasts, switching requests, transformer alarms, supply contracts',
    {
      users: 'grid operators, field crews, billing staff, households, traders',
      systems: 'meter gateway, outage board, billing run, forecast service, switching desk, alarm console',
    },
  ),
  trade(
    'insurance',
    'Insurance, Mutual, Cover Systems',
    'claims, policy renewals, damage photos, premium quotes, broker statements, repair estimates, reinsurance reports, endorsements',
    {
      users: 'claims handlers, brokers, underwriters, policy holders, loss adjusters',
      systems: 'quote engine, claims desk, renewal run, broker extranet, document vault, rating tables',
    },
  ),
  trade(
    'groceries',
    'Foods, Market Group, Grocery Stores',
    'shelf prices, delivery windows, stock counts, loyalty points, returns, supplier invoices, basket substitutions, freshness dates',
    {
      users: 'store managers, pickers, buyers, drivers, shoppers',
      systems: 'price book, picking app, stock ledger, delivery calendar, loyalty service, supplier portal',
    },
  ),
  trade(
    'publishing',
    'Media, Press, Publishing House',
    'article drafts, subscriptions, comment threads, image rights, newsletter editions, paywall rules, reader surveys, podcast episodes',
    {
      users: 'editors, subscribers, freelancers, picture researchers, ad planners',
      systems: 'editorial desk, paywall, archive search, newsletter builder, rights register, page composer',
    },
  ),
  trade(
    'teaching',
    'Learning, Education Labs, Classroom Tools',
    'course enrolments, quiz attempts, homework uploads, attendance sheets, grade exports, reading lists, tutor hours, exam seats',
    {
      users: 'teachers, pupils, tutors, registrars, exam officers',
      systems: 'gradebook, enrolment form, quiz player, timetable, submission box, parents page',
    },
  ),
  trade(
    'travel',
    'Travel, Journeys, Rail Software',
    'seat reservations, fare rules, delay notices, hotel vouchers, group bookings, lounge passes, luggage tags, rail cards',
    {
      users: 'station staff, travel agents, commuters, revenue managers, tour guides',
      systems: 'fare search, seat map, refund desk, delay feed, timetable loader, group desk',
    },
  ),
  trade(
    'farming',
    'Agri, Harvest Systems, Dairy Services',
    'milk yields, soil samples, spray logs, herd movements, grain tickets, irrigation plans, seed orders, field boundaries',
    {
      users: 'growers, vets, co-op buyers, agronomists, machine drivers',
      systems: 'field diary, herd register, grain intake, moisture map, order pad, spray planner',
    },
  ),
  trade(
    'housing',
    'Homes, Property Systems, Lettings Group',
    'rent statements, repair tickets, viewing slots, deposit records, inspection photos, tenancy contracts, key handovers, service charges',
    {
      users: 'tenants, caretakers, letting agents, landlords, surveyors',
      systems: 'repairs board, rent ledger, viewing calendar, contract maker, deposit register, inspection app',
    },
  ),
  trade(
    'city transport',
    'Transit, Mobility Services, Tram Networks',
    'ticket scans, vehicle positions, driver shifts, fare caps, stop closures, depot checks, lost-property reports, platform displays',
    {
      users: 'controllers, drivers, passengers, depot foremen, ticket inspectors',
      systems: 'arrival board, shift planner, fare cap service, depot checklist, position feed, ticket app',
    },
  ),
  trade(
    'waste and water',
    'Water, Utilities Group, Recycling Services',
    'leak reports, bin collections, sample results, tanker trips, pump readings, hydrant checks, recycling weights, permit renewals',
    {
      users: 'plant operators, collection crews, lab technicians, council officers, call-centre staff',
      systems: 'leak map, round planner, pump console, sample register, permit desk, weighbridge link',
    },
  ),
  trade(
    'museums and tickets',
    'Events, Ticketing, Culture Systems',
    'ticket sales, season passes, loan agreements, visitor counts, seating plans, guide bookings, donation receipts, catalogue entries',
    {
      users: 'box-office staff, curators, visitors, tour leaders, volunteers',
      systems: 'ticket shop, seat chart, collection catalogue, visitor counter, loans register, guide rota',
    },
  ),
]

export const SCHOOLS = [
  'University of Northmoor',
  'Westerholm University',
  'Calder Institute of Technology',
  'Saint Brannoc College',
  'University of Port Aldis',
  'Helmsvale Technical University',
  'Instituto Politécnico de Sanvedra',
  'Université de Valmarche',
  'Kirinoha University',
  'Universidad de Montarena',
  'Ostervik University',
  'Lakeshore Polytechnic of Ardan',
  'Università di Roccalba',
  'Banyan Hill University',
  'University of Eastmarch',
  'Universidade de Serralva',
  'Technical University of Grauheim',
  'Ironbridge City College',
  'Tarnfell University',
  'Jade River University',
  'University of Kopje Vale',
  'Gulf Coast Institute of Marlan',
] as const

export const DEGREES = [
  'BSc in Computer Science',
  'BSc in Mathematics',
  'BEng in Electrical Engineering',
  'MSc in Software Engineering',
  'BSc in Physics',
  'MSc in Statistics',
  'BSc in Information Systems',
  'Diploma in Computing',
  'BA in Geography',
  'BSc in Economics',
  'MSc in Computer Science',
  'BA in Linguistics',
] as const

/** Towns of employers; not the residence of anybody. */
export const OFFICE_PLACES = [
  'Antwerp, Belgium',
  'Boston, MA',
  'Cape Town, South Africa',
  'Dublin, Ireland',
  'Hamburg, Germany',
  'Kuala Lumpur, Malaysia',
  'Lima, Peru',
  'Oslo, Norway',
  'Remote',
  'Seattle, WA',
  'Singapore',
  'Vancouver, Canada',
  'Warsaw, Poland',
  'Wellington, New Zealand',
] as const
