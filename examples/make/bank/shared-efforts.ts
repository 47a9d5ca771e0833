/**
 * What people of any of the three roles did. `L` opens a sentence, `H` says how, `S` says with what result; words in braces
 * are filled in. Few words stand unchanged in a row, so that two people hardly ever write the same sentence.
 */
export default `
L Looked after {count} newcomers to the {system} team
L Taught {users} and {count} trainees to read {things}
L Ran a {often} reading group on {topic}
L Paired with {count} junior colleagues on the {system}
L Wrote the first guide to {things} for new staff
H over {months} months of shared desks
H through short sessions about {topic}
H with exercises taken from real {things}
H alongside the usual work on {things2}
S and {few} of them now own the {system}
S which halved the weeks before a first release
S so questions to {users} fell by {percent} percent
S and the notes are still used by {users}

L Answered the night phone for the {system}
L Took {count} weeks a year of standby for {things}
L Led the review after {things} stopped for {hours} hours
L Rewrote {number} alarm rules of the {system}
L Set up a rota of {count} people for {things}
H together with {users} in {count} towns
H using {watch} and a one-page plan
H by sorting {number} old alerts by harm
H after two bad weekends with {things2}
S so pages at night went from {number} to {few} a month
S and no {users} had to call twice
S which brought repair below {minutes} minutes
S with blameless notes that {users} could read

L Moved the {system} out of a rented cellar
L Planned the switch of {number} {things} accounts
L Retired a {years}-year-old {system}
L Split the {system} away from {things2}
L Closed {count} forgotten servers behind {things}
H in {count} rehearsed steps on Sunday mornings
H with {ops} and a paper checklist
H behind a flag that {users} could turn off
H while {users} kept working on {things}
S without losing one of {thousands} records
S saving {thousands} euros of hosting a year
S with {minutes} minutes of announced downtime
S and left {users} one place to look

L Sat with {users} for {count} days
L Collected {number} complaints about {things}
L Asked {users} to sketch a better {system}
L Measured how {users} really handle {things}
L Turned {number} sticky notes about {topic}
H before touching the {system} at all
H with a notebook and a stop watch
H in {count} depots and by telephone
H and planned {months} months of {things2} with them
S and dropped {few} planned features as a result
S which became the roadmap for {things}
S and found that {percent} percent of clicks were detours
S so the {system} finally matched the paper forms

L Reviewed some {number} changes a year to the {system}
L Introduced written proposals for {things}
L Agreed rules for {topic} among {count} teams
L Cut the release train of the {system}
L Kept a public log of decisions on {things2}
H and moved to {often} releases
H with templates of no more than a page
H and wrote a checklist of {count} questions
H by merging {count} long-lived branches
S which ended a long quarrel over {things}
S so {users} saw fixes within {days} days
S and rollbacks dropped from {number} to {few} a year
S with {percent} percent fewer late surprises

L Passed an audit of {things} with {few} remarks
L Mapped who may see {things} in the {system}
L Removed {number} unused permissions around {things2}
L Prepared the {system} for a data-protection visit
L Replaced shared passwords of {users}
H by pairing each rule with a test
H using signed logs and {db} roles
H after interviews with {count} departments
H in a sprint that {users} had asked for
S and deleted {thousands} records past their date
S so an answer to {users} takes {minutes} minutes
S which the insurer named as the reason for a rebate
S and access reviews shrank from days to {hours} hours
`
