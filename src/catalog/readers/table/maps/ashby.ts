import type { ColumnMap } from '../column-map.ts'

/**
 * Ashby. Reports are built from its subjects and fields ("Candidate", "Job Consideration", "Job"):
 * docs.ashbyhq.com/ashby-subject-and-field-definitions. Fields of a candidate (name, primaryEmailAddress,
 * primaryPhoneNumber, socialLinks, linkedInUrl, githubUrl, position, company, school, location, resumeFileHandle, source):
 * developers.ashbyhq.com, as listed in simstudioai/sim apps/docs/content/docs/en/tools/ashby.mdx.
 */
export default {
  id: 'ashby',
  title: 'Ashby export',
  from: 'docs.ashbyhq.com/ashby-subject-and-field-definitions',
  columns: {
    name: ['Candidate Name', 'Candidate', 'Name'],
    email: [
      'Primary Email Address',
      'Candidate Primary Email Address',
      'Candidate Email',
      'Email Addresses',
      'Primary Email',
      'primaryEmailAddress value',
      'emailAddresses value',
    ],
    phone: [
      'Primary Phone Number',
      'Candidate Primary Phone Number',
      'Candidate Phone',
      'Phone Numbers',
      'primaryPhoneNumber value',
      'phoneNumbers value',
    ],
    link: [
      'LinkedIn URL',
      'LinkedIn',
      'Candidate LinkedIn URL',
      'GitHub URL',
      'Candidate GitHub URL',
      'Social Links',
      'Website',
      'Profile URL',
      'socialLinks url',
    ],
    place: ['Candidate Location', 'Location'],
    employer: ['Current Company', 'Candidate Company', 'Company'],
    title: ['Current Title', 'Candidate Position', 'Position', 'Current Position'],
    school: ['School', 'Candidate School'],
    role: ['Job', 'Job Title', 'Job Name'],
    requisition: ['Job ID', 'Custom Requisition ID', 'Requisition ID', 'Job Requisition ID'],
    'applied-at': [
      'Application Created At',
      'Consideration Created At',
      'Job Consideration Created At',
      'Application Submitted At',
      'Applied At',
      'Created At',
    ],
    source: ['Source', 'Application Source', 'Candidate Source', 'source title'],
    files: ['Resume', 'Resume File', 'Resume File Name', 'resumeFileHandle name'],
  },
} as const satisfies ColumnMap
