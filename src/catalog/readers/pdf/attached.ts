import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { Enclosed } from '../../../kit/reader.ts'
import type { AnyDraft } from '../../../model/statement.ts'
import { linkOf, mailOf } from '../../grammar/contact-value.ts'
import type { Box } from './geometry.ts'
import { loadPdfjs } from './open.ts'

/** More attachments or links than this are not a person's document. */
const MOST_ATTACHED = 50
const MOST_LINKS = 300

/** Script in the document itself: run when it is opened, printed, closed. */
export async function documentScripts(document: PDFDocumentProxy): Promise<AnyDraft[]> {
  const actions = await document.getJSActions()
  return names(actions).map((name) => active('javascript', 'part=JavaScript', name))
}

/** Files inside the file. They go through intake on their own. */
export async function attachmentsOf(document: PDFDocumentProxy): Promise<{ readonly drafts: AnyDraft[]; readonly enclosed: Enclosed[] }> {
  const listed = (await document.getAttachments()) as unknown
  const entries = entriesOf(listed).slice(0, MOST_ATTACHED)
  const drafts: AnyDraft[] = []
  const enclosed: Enclosed[] = []
  for (const [key, spec] of entries) {
    const name = fileName(spec, key)
    const at = `part=EmbeddedFiles/${encodeURIComponent(name)}`
    drafts.push(active('attachment', at, name))
    const bytes = (await document.getAttachmentContent(key)) as unknown
    if (bytes instanceof Uint8Array && bytes.length > 0) enclosed.push({ name, bytes, at, about: 'self' })
  }
  return { drafts, enclosed }
}

interface Annotation {
  readonly id?: string
  readonly pageIndex?: number
  readonly rect?: Box
  readonly url?: string
  readonly unsafeUrl?: string
  readonly actions?: unknown
  readonly file?: unknown
}

/**
 * Links that can be clicked, and what would run: scripts, started programs, attached files; of the first `pages` pages.
 * Asked for by type, because asking page by page makes pdf.js extract the page's text a second time.
 */
export async function annotationsOf(
  document: PDFDocumentProxy,
  pages: number,
): Promise<{ readonly drafts: AnyDraft[]; readonly enclosed: Enclosed[] }> {
  const { AnnotationType } = await loadPdfjs()
  const types = new Set([AnnotationType.LINK, AnnotationType.WIDGET, AnnotationType.FILEATTACHMENT, AnnotationType.SCREEN])
  const beyond = new Set(Array.from({ length: Math.max(0, document.numPages - pages) }, (_, i) => pages + i))
  // A broken annotation is not worth the document.
  const found = (await document.getAnnotationsByType(types, beyond).catch(() => [])) as readonly Annotation[] | null
  const drafts: AnyDraft[] = []
  const enclosed: Enclosed[] = []
  for (const annotation of (found ?? []).slice(0, MOST_LINKS)) {
    const at = `page=${(annotation.pageIndex ?? 0) + 1}&box=${(annotation.rect ?? [0, 0, 0, 0]).map((n) => Math.round(n * 10) / 10).join(',')}`
    drafts.push(...names(annotation.actions).map((name) => active('javascript', at, name)))
    const target = annotation.url ?? annotation.unsafeUrl
    if (target !== undefined) drafts.push(...targetOf(target, at))
    if (annotation.file === undefined) continue
    const name = fileName(annotation.file, 'attachment')
    drafts.push(active('attachment', at, name))
    const bytes = annotation.id === undefined ? undefined : ((await document.getAttachmentContent(annotation.id)) as unknown)
    if (bytes instanceof Uint8Array && bytes.length > 0) enclosed.push({ name, bytes, at, about: 'self' })
  }
  return { drafts, enclosed }
}

/** Script that runs when a page is opened or closed. */
export async function pageScripts(page: PDFPageProxy): Promise<AnyDraft[]> {
  return names(await page.getJSActions()).map((name) => active('javascript', `page=${page.pageNumber}`, name))
}

function targetOf(target: string, at: string): AnyDraft[] {
  if (/^mailto:/iu.test(target)) {
    const address = mailOf(target.replace(/\?.*$/u, ''))
    return /^[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}$/u.test(address)
      ? [{ about: 'self', property: 'email', value: address, basis: 'claimed', at }]
      : []
  }
  if (/^(?:https?:|www\.)/iu.test(target)) {
    const link = linkOf(target)
    return link === undefined
      ? []
      : [
          {
            about: 'self',
            property: 'link',
            value: link,
            basis: 'claimed',
            at,
            ...(link.url === target ? {} : { original: target.slice(0, 2000) }),
          },
        ]
  }
  return /^(?:file:|\\\\)|\.(?:exe|bat|cmd|com|scr|ps1|vbs|js|jar|msi|lnk|sh|app)$/iu.test(target)
    ? [active('launch', at, target.slice(0, 300))]
    : []
}

const active = (kind: 'javascript' | 'attachment' | 'launch', at: string, name: string): AnyDraft => ({
  about: 'self',
  property: 'active-content',
  value: { kind, ...(name === '' ? {} : { name: name.slice(0, 500) }) },
  basis: 'observed',
  at,
})

/** pdf.js hands over maps in some versions and plain objects in others. */
function entriesOf(listed: unknown): [string, unknown][] {
  if (listed instanceof Map) return [...listed] as [string, unknown][]
  return typeof listed === 'object' && listed !== null ? Object.entries(listed) : []
}

const names = (actions: unknown): string[] => entriesOf(actions).map(([name]) => name)

function fileName(spec: unknown, otherwise: string): string {
  const named = typeof spec === 'object' && spec !== null && 'filename' in spec ? String(spec.filename) : otherwise
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return (
    named
      .replace(/^.*[/\\]/u, '')
      .replace(/[\u0000-\u001f\u007f]/gu, '')
      .slice(0, 200) || 'attachment'
  )
}
