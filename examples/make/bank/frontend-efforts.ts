/** Work of frontend developers; for the form see `shared-efforts.ts`. */
export default `
L Redrew the {system} for {users} on small screens
L Rebuilt the {system} pages in {front}
L Took the {system} from mock-up to {thousands} daily visits
L Designed a calmer view of {things}
L Replaced {count} pop-ups in the {system}
H with {front} and {count} shared components
H after watching {users} on old tablets
H as one list that sorts {things} by urgency
H working beside {count} designers
S and {users} finish in {minutes} minutes instead of {number}
S so the help line lost {percent} percent of its calls
S which {users} rated {few} of ten before and nine after
S and training shrank to {hours} hours

L Made the {system} usable with a keyboard alone
L Repaired {number} accessibility faults around {things}
L Brought screen-reader support to {things2}
L Wrote the contrast and focus rules for the {system}
L Tested {things} with {count} people who use magnifiers
H together with {users} who asked for it
H by replacing drag-and-drop with {count} plain buttons
H with {probe} checks on every change
H in {front} without an extra library
S and passed an outside review with {few} remarks
S so {users} with one hand keep their pace
S which later became the house style
S and lifted completion by {percent} percent

L Cut the first load of the {system} to {few} seconds
L Removed {number} kilobytes of scripts from {things}
L Made {things} appear before the network answers
L Split the {system} bundle into {count} parts
L Tamed {count} third-party tags on the {system}
H by drawing lists of {things2} only where seen
H with {style} and a strict size budget
H through server rendering and {front}
H after a week of traces on cheap phones
S so {users} on trains can work again
S and bounce fell from {number} to {few} percent
S which raised finished {things} by {percent} percent
S with a monthly chart that {users} follow

L Grew a component library for {count} products
L Unified {number} kinds of buttons and tables
L Wrote the form builder behind {things}
L Named the colours and spaces of the {system}
L Extracted the date picker that {users} love
H in {front} with {style}
H documented page by page in {style}
H by counting how {things} were really shown
H with designers in {count} countries
S and screens for {things2} take {days} days
S now used by {count} teams
S so a new brand was rolled out in {hours} hours
S and removed {thousands} lines of old styles

L Let {users} work on {things} without a connection
L Built live updates for the {system}
L Put {things} on a map that {users} can bend
L Added undo to every step of the {system}
L Drew charts of {things2} for {users}
H with a local queue and {front}
H over web sockets with {count} fallbacks
H on plain canvas at {number} points a second
H using {front} and a small state machine
S and lost no entry in {months} months in tunnels
S so changes show within {few} seconds
S which ended {number} phone calls a day
S after {count} prototypes that {users} threw out

L Started browser tests for the {system}
L Stopped flaky checks around {things}
L Moved {number} pages from {front} templates
L Typed the untyped half of the {system}
L Translated the {system} into {count} languages
H page by page over {months} months
H with {probe} on recorded {things}
H while {users} noticed nothing
H with a {probe} run for each fix
S and cut the test run to {minutes} minutes
S so {number} regressions never reached {users}
S with right-to-left layouts from the start
S and freed {days} days of manual checks a month
`
