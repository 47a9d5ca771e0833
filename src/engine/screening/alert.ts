/**
 * From what similarity of names on an entry is shown where nobody says otherwise. Measured, not sourced: see `npm run eval -- names`.
 */
export const ALERT = 0.8
