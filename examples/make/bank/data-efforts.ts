/** Work of data engineers; for the form see `shared-efforts.ts`. */
export default `
L Built the daily load of {things} into {store}
L Rewrote {number} queries over {things} as models
L Merged {count} sources of {things} into one table
L Took the {store} warehouse for {users} live
L Replaced a nightly dump of the {system}
H with {pipe} and small restartable steps
H reading changes from {db} as they happen
H in {lang} with a contract for every column
H by agreeing on {count} keys with {users}
S and figures are ready at {hour} o'clock
S so a failed day is repaired in {minutes} minutes
S cutting the bill for {store} by {percent} percent
S for {thousands} rows an hour

L Found {number} kinds of broken {things}
L Wrote checks that stop bad {things2}
L Reconciled {things} with the books of {users}
L Explained a gap of {percent} percent in {things}
L Rebuilt the history of {things} over {years} years
H by comparing {store} and {db} row by row
H with tests in {pipe} before publishing
H after calls with {count} branches
H from backups that nobody had opened
S and the monthly close needs {days} days less
S so wrong totals no longer reach {users}
S with a score per source that {users} see
S and corrected {thousands} records with proof

L Forecast {things} for the next {months} weeks
L Estimated how many {things2} arrive late
L Scored {things} by the work they cause
L Modelled the load on the {system}
L Compared {count} methods to predict {things}
H with plain regression in {lang}
H on {years} years of {store} history
H against a naive guess from last year
H using weather and {count} calendars
S and missed by {few} percent where {users} had missed by {number}
S so {users} plan shifts {days} days ahead
S which saved {thousands} wasted trips
S and said openly where it does not work

L Made {chart} boards that {users} open daily
L Threw away {number} unread reports on {things}
L Gave {users} their own slice of {things}
L Defined what a late {system} entry means
L Answered {number} questions a month about {things2}
H with one page per question in {chart}
H after asking {count} departments what they decide
H by writing definitions next to {things}
H through a catalogue fed by {pipe}
S and meetings about numbers dropped to {few} a month
S so {users} argue about decisions, not sums
S with {hours} hours between event and chart
S which the board still uses

L Streamed {things} from {count} sites
L Brought sensor data beside {things} into {store}
L Moved the {system} feed to {queue}
L Joined live {things2} with slow {things}
L Kept {years} years of {things} in reach
H with {queue} and {pipe}
H at {thousands} messages a minute
H over lines that fail {count} times a day
H in files sorted for {store}
S and no gap was longer than {minutes} minutes
S so {users} see trouble {hours} hours sooner
S at {percent} percent of the former cost
S with replays that finish before lunch

L Anonymised {things} before analysts see them
L Sorted out who owns {things2}
L Deleted {thousands} old {things} by rule
L Wrote lineage notes for the {system}
L Separated test data from real {things}
H with keyed hashes and {db} views
H by walking through {number} {store} tables
H together with {users} and the works council
H as checks that {pipe} runs {often}
S and requests by {users} close in {days} days
S so a leak of {store} would name nobody
S and {count} auditors found {few} gaps
S which made sharing with {count} partners possible
`
