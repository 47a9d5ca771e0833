import type { ColumnMap } from '../column-map.ts'

/**
 * Greenhouse. The default fields of its spreadsheets (First Name, Last Name, Company, Title, Email, Phone, Social Media,
 * Website, Address, Source, Who Gets Credit, Job, Department, Office, Milestone):
 * support.greenhouse.io/hc/en-us/articles/203871039 and …/360053674012. Names of candidate fields in connected exports
 * (Email addresses, Phone numbers, Website addresses, Social media addresses, Applied at, Discipline):
 * docs.workato.com/connectors/greenhouse/object-types. The header row of the essential report is not documented publicly;
 * what is missing is named with a column map.
 */
export default {
  id: 'greenhouse',
  title: 'Greenhouse export',
  from: 'support.greenhouse.io/hc/en-us/articles/203871039',
  columns: {
    name: ['Candidate Name', 'Candidate'],
    'first-name': ['First Name', 'Candidate First Name'],
    'last-name': ['Last Name', 'Candidate Last Name'],
    email: ['Email', 'Email Addresses', 'Email Address', 'Candidate Email Address', 'Candidate Email Addresses'],
    phone: ['Phone', 'Phone Numbers', 'Phone Number', 'Candidate Phone Number', 'Candidate Phone Numbers'],
    link: ['Social Media', 'Social Media Addresses', 'Website', 'Website Addresses', 'LinkedIn Profile', 'LinkedIn URL'],
    'postal-address': ['Address', 'Addresses'],
    place: ['Location', 'Candidate Location', 'Location Address'],
    employer: ['Company', 'Current Company'],
    title: ['Title', 'Current Title'],
    school: ['School Name', 'School'],
    degree: ['Degree'],
    field: ['Discipline'],
    from: ['Start Date'],
    to: ['End Date'],
    role: ['Job', 'Job Name', 'Job Title'],
    requisition: ['Requisition ID', 'Job ID', 'Opening ID'],
    'applied-at': ['Application Date', 'Applied On', 'Applied At', 'Date Applied'],
    source: ['Source', 'Application Source', 'Sourced From'],
    files: ['Resume', 'Resume Filename', 'Attachments', 'Cover Letter'],
  },
} as const satisfies ColumnMap
