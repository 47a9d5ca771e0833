import type { ColumnMap } from '../column-map.ts'

/**
 * Lever. Columns of its candidate spreadsheet (Full name, Email, Links, Tags, Lever Posting URL, Stage, Sources, Origin,
 * Resume Filename): help.lever.co/hc/en-us/articles/204498425. Fields of an opportunity (name, headline, contact, emails,
 * phones, links, location, sources, origin, createdAt): hire.lever.co/developer/documentation, as described in
 * stitchdata.com/docs/integrations/saas/lever. "Origin" there is how somebody applied, not where a person comes from.
 */
export default {
  id: 'lever',
  title: 'Lever export',
  from: 'help.lever.co/hc/en-us/articles/204498425',
  columns: {
    name: ['Full name', 'Candidate Name', 'Name', 'Contact Name'],
    email: ['Email', 'Emails', 'Contact Email'],
    phone: ['Phone', 'Phones', 'Phone Number', 'Contact Phone', 'phones value'],
    link: ['Links', 'Link'],
    place: ['Location', 'Contact Location'],
    summary: ['Headline', 'Summary'],
    role: ['Posting', 'Posting Title', 'Lever Posting', 'Job Posting'],
    requisition: ['Requisition Code', 'Requisition', 'Posting ID', 'Lever Posting URL'],
    'applied-at': ['Applied At', 'Created At', 'Application Created At', 'Applied Date', 'Opportunity Created At'],
    source: ['Origin', 'Sources', 'Source'],
    employer: ['Current Company', 'Organization', 'Company'],
    title: ['Current Title', 'Title'],
    files: ['Resume Filename', 'Resume', 'Files'],
  },
} as const satisfies ColumnMap
