/** Work of backend engineers; for the form see `shared-efforts.ts`. */
export default `
L Rebuilt the {system} that keeps {things}
L Replaced nightly imports of {things} in the {system}
L Wrote a {lang} service for {things}
L Took over the neglected {system} for {users}
L Designed the {db} schema behind {things2}
H as {count} small {lang} programs
H with {queue} between reading and writing
H on {db} with partitions by week
H around an append-only record of {things}
S which took the slowest report from {minutes} minutes to {few} seconds
S which carries {thousands} {things} on a busy day
S so {users} no longer wait for the morning run
S and let {count} teams work without locking each other

L Found why {things} were booked twice
L Traced missing {things2} through {count} systems
L Fixed a race between {users} and the {system}
L Hunted a leak that ate {number} megabytes an hour
L Explained drifting totals in the {system}
H with idempotency keys stored in {db}
H by replaying {days} days of {queue} traffic
H and ended at one clock that ran {minutes} minutes late
H using a property test in {lang}
S and recovered {thousands} lost entries
S so doubles fell from {number} a week to none
S after {count} earlier attempts had failed
S and wrote the case up for {users}

L Opened the {system} to {count} partners
L Published a stable interface for {things}
L Versioned the exchange of {things} with outside {users}
L Let {users} fetch {things2} themselves
L Connected {count} suppliers to the {system}
H through signed webhooks written in {lang}
H with quotas kept in {queue}
H with a sandbox full of invented {things}
H over plain HTTP with dated versions
S and answered {thousands} calls an hour in the second year
S so onboarding a partner takes {days} days
S retiring {count} file drops over FTP
S with {few} breaking changes in {years} years

L Cut the running cost of the {system} by {percent} percent
L Shrank the {db} cluster behind {things}
L Brought the start of the {system} under {few} seconds
L Halved the memory that {things} need
L Removed {count} needless hops between {things} and {things2}
H by batching writes of {things2}
H after profiling {lang} code on a quiet weekend
H with covering indexes and {count} dropped joins
H by keeping hot {things} in {queue}
S and sent {few} of {count} machines back
S so peaks at {hour} o'clock pass unnoticed
S which paid for the whole {topic} project
S and made room for {thousands} more {users}

L Introduced tests for the {system} where there were none
L Put the {system} under {ops} for the first time
L Made deployments of {things} boring
L Automated the yearly change of {things2}
L Scripted a full restore of the {system}
H with {ops} and recorded {things}
H and turned {count} manual pages into one command
H by rehearsing on a copy of {db}
H using {watch} dashboards that {users} can read
S and restore in {minutes} minutes, measured every {often} drill
S so {count} releases a week became normal
S and the error budget of {few} hours was never spent
S catching {number} faults before {users} did

L Modelled {topic} for the {system}
L Turned tariff sheets about {things} into rules
L Encoded {number} exceptions around {things2}
L Built the engine that prices {things}
L Moved eligibility checks for {users} into {lang}
H as tables that {users} edit themselves
H with {number} worked examples from {users}
H in plain {lang} without a rules product
H and simulated {months} months of {things}
S so a new rule goes live within {hours} hours
S and disputes over {things} dropped by {percent} percent
S replacing {count} spreadsheets with macros
S which {users} check each quarter by hand
`
