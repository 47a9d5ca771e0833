import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catalog } from '../src/catalog/index.gen.ts'
import { measureAllegedAccounts, measureHonestAccounts } from './account-measures.ts'
import { sharedFolder } from './corpora.ts'
import { scoreFields, writeTruth } from './field-truth.ts'
import { linkageSection } from './linkage-section.ts'
import { measureLinkage } from './linkage.ts'
import { namesSection } from './names-section.ts'
import { measureScreening } from './screening-fairness.ts'
import { screeningSection } from './screening-section.ts'
import { measureNames } from './names.ts'
import {
  allegedSection,
  companySection,
  detectorTable,
  fieldSection,
  honestAccountSection,
  honestResumeSection,
  nearDuplicateSection,
  reportText,
  verdictSection,
  type Measures,
} from './report.ts'
import { measureNearDuplicates } from './near-duplicates.ts'
import { measureResumes, resumesOf } from './resumes.ts'
import { measureSecondCompany } from './second-company.ts'
import { closeStore } from './tenant.ts'
import { measureExactSoundness, measureWalletCase, walletCaseSection } from './wallet-case.ts'

/**
 * Measures the product on real and synthetic corpora.
 *
 *   npm run eval                                    everything, and writes eval/report.md and eval/report.json
 *   npm run eval -- resumes|fields|accounts|alleged|near-duplicates|linkage|names|screening|wallets|company   one section, to the screen only
 *   npm run eval -- --digest-truth <private.yml>    makes eval/field-truth.json (see field-truth.ts)
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'digest-truth': { type: 'string' } } })
const [section] = positionals
const shared = sharedFolder()

async function resumesAndFields(folder: string): Promise<Pick<Measures, 'resumes' | 'fields'>> {
  const { statements, ...resumes } = await measureResumes(folder)
  const fields = scoreFields(resumesOf(folder).resumes, (resume) => statements.get(resume.path) ?? [])
  if (fields === undefined) throw new Error('eval/field-truth.json says nothing of these CVs.')
  return { resumes, fields }
}

/** Addresses whose case is restored by checksum alone, some ten seconds each. */
const RESTORED = 12

const NEEDS_DATA: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  resumes: async (folder) => {
    const resumes = await measureResumes(folder)
    return `${verdictSection(resumes)}\n\n${honestResumeSection(resumes)}`
  },
  fields: async (folder) => fieldSection((await resumesAndFields(folder)).fields),
  accounts: async (folder) => honestAccountSection(await measureHonestAccounts(folder)),
  'near-duplicates': async (folder) => nearDuplicateSection(await measureNearDuplicates(folder)),
  wallets: async (folder) => walletCaseSection(measureExactSoundness(folder), measureWalletCase(folder, RESTORED)),
  linkage: async (folder) => linkageSection(await measureLinkage(folder)),
  names: async (folder) => namesSection(measureNames(folder)),
  screening: async (folder) => screeningSection(measureScreening(folder)),
  alleged: async (folder) => allegedSection(await measureAllegedAccounts(folder), undefined),
}

async function all(folder: string): Promise<void> {
  const step = async <T>(name: string, work: Promise<T>): Promise<T> => {
    console.error(`${name} …`)
    return work
  }
  const { resumes, fields } = await step('CVs', resumesAndFields(folder))
  const honestAccounts = await step('honest accounts', measureHonestAccounts(folder))
  const allegedAccounts = await step('alleged accounts', measureAllegedAccounts(folder))
  const secondCompany = await step('second company', measureSecondCompany())
  const linkage = await step('record linkage', measureLinkage(folder))
  const nearDuplicates = await step('near-duplicates', measureNearDuplicates(folder))
  console.error('names …')
  const names = measureNames(folder)
  console.error('screening …')
  const screening = measureScreening(folder)
  console.error('wallets …')
  const wallets = { sound: measureExactSoundness(folder), restored: measureWalletCase(folder, RESTORED) }
  const measures: Measures = {
    catalogue: catalog.hash,
    resumes,
    fields,
    honestAccounts,
    allegedAccounts,
    secondCompany,
    nearDuplicates,
    linkage,
    names,
    screening,
    wallets,
  }
  const { rates: _a, ...resumeNumbers } = resumes
  const { rates: _b, ...honestNumbers } = honestAccounts
  const { rates: _c, ...allegedNumbers } = allegedAccounts
  const { rates: _d, ...companyNumbers } = secondCompany
  const json = {
    catalogue: catalog.hash,
    detectors: detectorTable(measures),
    resumes: resumeNumbers,
    fields,
    honestAccounts: honestNumbers,
    allegedAccounts: allegedNumbers,
    secondCompany: companyNumbers,
    linkage,
    nearDuplicates,
    names,
    screening,
    wallets,
  }
  writeFileSync(join(import.meta.dirname, 'report.json'), `${JSON.stringify(json, undefined, 1)}\n`)
  writeFileSync(join(import.meta.dirname, 'report.md'), reportText(measures))
  console.log('Written: eval/report.md, eval/report.json. `npm run gen` takes the rates into docs/catalog.')
}

const absent =
  'The shared data are not here. Set BONAFIDE_SHARED_DATA to their folder (default ../shared/data); without them only `npm run eval -- company` can run.'
try {
  const measure = section === undefined ? undefined : NEEDS_DATA[section]
  if (section === 'company') console.log(companySection(await measureSecondCompany()))
  else if (section !== undefined && measure === undefined)
    throw new Error(`There is no section "${section}": ${[...Object.keys(NEEDS_DATA), 'company'].join(', ')}.`)
  else if (shared === undefined) throw new Error(absent)
  else if (values['digest-truth'] !== undefined)
    console.log(`${writeTruth(values['digest-truth'], resumesOf(shared).resumes)} CVs written as digests.`)
  else if (measure !== undefined) console.log(await measure(shared))
  else await all(shared)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await closeStore()
}
