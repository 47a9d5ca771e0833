/** The tables of every part. A new part's schema is added here, so that its walls are tested and its statistics kept. */
export * from './schema.ts'
export * from './schema-cases.ts'
export * from './schema-contest.ts'
export * from './schema-hooks.ts'
export * from './schema-jobs.ts'
export * from './schema-http.ts'
export * from './schema-people.ts'
export * from './schema-thresholds.ts'
