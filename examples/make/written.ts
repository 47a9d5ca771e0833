import { writeMonth, writePeriod } from './calendar.ts'
import type { Resume } from './types.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A résumé as plain text, as some people keep it. */
export function resumeText(r: Resume): Uint8Array {
  const jobs = r.jobs.flatMap((job) => [
    `${job.partTime ? `${job.title} (part-time)` : job.title}, ${job.employer}`,
    writePeriod(job.from, job.to, r.dates),
    ...job.bullets.map((b) => `- ${b}`),
    '',
  ])
  const education = r.education.map((e) => `${e.degree}, ${e.school}, ${e.from} – ${e.to}`)
  return bytes(
    [
      r.name,
      ...r.contacts,
      '',
      'SUMMARY',
      '',
      r.summary,
      '',
      'EXPERIENCE',
      '',
      ...jobs,
      'EDUCATION',
      '',
      ...education,
      '',
      'SKILLS',
      '',
      ...r.skills.map((s) => `${s.label}: ${s.items.join(', ')}`),
      '',
    ].join('\n'),
  )
}

/** A résumé in Markdown. */
export function resumeMarkdown(r: Resume): Uint8Array {
  const jobs = r.jobs.flatMap((job) => [
    `### ${job.title}${job.partTime ? ' (part-time)' : ''}, ${job.employer}`,
    '',
    `*${writePeriod(job.from, job.to, r.dates)}*`,
    '',
    ...job.bullets.map((b) => `- ${b}`),
    '',
  ])
  const education = r.education.map((e) => `- ${e.degree}, ${e.school}, ${e.from} – ${e.to}`)
  return bytes(
    [
      `# ${r.name}`,
      '',
      ...r.contacts.flatMap((c) => [c, '']),
      '## Summary',
      '',
      r.summary,
      '',
      '## Experience',
      '',
      ...jobs,
      '## Education',
      '',
      ...education,
      '',
      '## Skills',
      '',
      ...r.skills.map((s) => `- ${s.label}: ${s.items.join(', ')}`),
      '',
    ].join('\n'),
  )
}

/** A résumé in the open JSON Resume format. */
export function resumeJson(r: Resume, email: string, phone: string): Uint8Array {
  const work = r.jobs.map((job) => ({
    name: job.employer,
    position: job.title,
    startDate: writeMonth(job.from, 'iso'),
    ...(job.to === undefined ? {} : { endDate: writeMonth(job.to, 'iso') }),
    highlights: job.bullets,
  }))
  const document = {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: { name: r.name, label: r.headline, email, phone, summary: r.summary },
    work,
    education: r.education.map((e) => ({ institution: e.school, area: e.degree, startDate: String(e.from), endDate: String(e.to) })),
    skills: r.skills.map((s) => ({ name: s.label, keywords: s.items })),
  }
  return bytes(`${JSON.stringify(document, null, 1)}\n`)
}

/** A mail as it travelled, with one file attached or none. */
export function mail(parts: {
  from: string
  name: string
  to: string
  subject: string
  date: Date
  ip: string
  text: string
  attached?: { name: string; type: string; bytes: Uint8Array }
}): Uint8Array {
  const { from, name, to, subject, date, ip, text, attached } = parts
  const sent = date.toUTCString().replace('GMT', '+0000')
  const id = `${date.getTime().toString(36)}.${from.replace(/\W/g, '')}@mail.example.org`
  const head = [
    `Return-Path: <${from}>`,
    `Received: from relay.example.org (relay.example.org [${ip}]) by mx.halyard.example.com with ESMTPS; ${sent}`,
    `From: ${encoded(name)} <${from}>`,
    `To: ${to}`,
    `Subject: ${encoded(subject)}`,
    `Date: ${sent}`,
    `Message-ID: <${id}>`,
    'MIME-Version: 1.0',
  ]
  const body = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text, '']
  if (attached === undefined) return bytes([...head, ...body].join('\r\n'))
  const edge = `halyard-${date.getTime().toString(36)}`
  const base64 =
    Buffer.from(attached.bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  const file = [
    `Content-Type: ${attached.type}; name="${attached.name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${attached.name}"`,
    '',
    ...base64,
  ]
  return bytes(
    [...head, `Content-Type: multipart/mixed; boundary="${edge}"`, '', `--${edge}`, ...body, `--${edge}`, ...file, `--${edge}--`, ''].join(
      '\r\n',
    ),
  )
}

const encoded = (text: string): string =>
  /^[\u0020-\u007e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`
