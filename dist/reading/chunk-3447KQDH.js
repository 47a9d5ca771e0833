import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  loadPdfjs
} from "./chunk-TPII3YWF.js";
import {
  linkOf,
  mailOf
} from "./chunk-CCGG32P4.js";

// src/catalog/readers/pdf/attached.ts
var MOST_ATTACHED = 50;
var MOST_LINKS = 300;
async function documentScripts(document) {
  const actions = await document.getJSActions();
  return names(actions).map((name) => active("javascript", "part=JavaScript", name));
}
async function attachmentsOf(document) {
  const listed = await document.getAttachments();
  const entries = entriesOf(listed).slice(0, MOST_ATTACHED);
  const drafts = [];
  const enclosed = [];
  for (const [key, spec] of entries) {
    const name = fileName(spec, key);
    const at = `part=EmbeddedFiles/${encodeURIComponent(name)}`;
    drafts.push(active("attachment", at, name));
    const bytes = await document.getAttachmentContent(key);
    if (bytes instanceof Uint8Array && bytes.length > 0) enclosed.push({ name, bytes, at, about: "self" });
  }
  return { drafts, enclosed };
}
async function annotationsOf(document, pages) {
  const { AnnotationType } = await loadPdfjs();
  const types = /* @__PURE__ */ new Set([AnnotationType.LINK, AnnotationType.WIDGET, AnnotationType.FILEATTACHMENT, AnnotationType.SCREEN]);
  const beyond = new Set(Array.from({ length: Math.max(0, document.numPages - pages) }, (_, i) => pages + i));
  const found = await document.getAnnotationsByType(types, beyond).catch(() => []);
  const drafts = [];
  const enclosed = [];
  for (const annotation of (found ?? []).slice(0, MOST_LINKS)) {
    const at = `page=${(annotation.pageIndex ?? 0) + 1}&box=${(annotation.rect ?? [0, 0, 0, 0]).map((n) => Math.round(n * 10) / 10).join(",")}`;
    drafts.push(...names(annotation.actions).map((name2) => active("javascript", at, name2)));
    const target = annotation.url ?? annotation.unsafeUrl;
    if (target !== void 0) drafts.push(...targetOf(target, at));
    if (annotation.file === void 0) continue;
    const name = fileName(annotation.file, "attachment");
    drafts.push(active("attachment", at, name));
    const bytes = annotation.id === void 0 ? void 0 : await document.getAttachmentContent(annotation.id);
    if (bytes instanceof Uint8Array && bytes.length > 0) enclosed.push({ name, bytes, at, about: "self" });
  }
  return { drafts, enclosed };
}
async function pageScripts(page) {
  return names(await page.getJSActions()).map((name) => active("javascript", `page=${page.pageNumber}`, name));
}
function targetOf(target, at) {
  if (/^mailto:/iu.test(target)) {
    const address = mailOf(target.replace(/\?.*$/u, ""));
    return /^[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}$/u.test(address) ? [{ about: "self", property: "email", value: address, basis: "claimed", at }] : [];
  }
  if (/^(?:https?:|www\.)/iu.test(target)) {
    const link = linkOf(target);
    return link === void 0 ? [] : [
      {
        about: "self",
        property: "link",
        value: link,
        basis: "claimed",
        at,
        ...link.url === target ? {} : { original: target.slice(0, 2e3) }
      }
    ];
  }
  return /^(?:file:|\\\\)|\.(?:exe|bat|cmd|com|scr|ps1|vbs|js|jar|msi|lnk|sh|app)$/iu.test(target) ? [active("launch", at, target.slice(0, 300))] : [];
}
var active = (kind, at, name) => ({
  about: "self",
  property: "active-content",
  value: { kind, ...name === "" ? {} : { name: name.slice(0, 500) } },
  basis: "observed",
  at
});
function entriesOf(listed) {
  if (listed instanceof Map) return [...listed];
  return typeof listed === "object" && listed !== null ? Object.entries(listed) : [];
}
var names = (actions) => entriesOf(actions).map(([name]) => name);
function fileName(spec, otherwise) {
  const named = typeof spec === "object" && spec !== null && "filename" in spec ? String(spec.filename) : otherwise;
  return named.replace(/^.*[/\\]/u, "").replace(/[\u0000-\u001f\u007f]/gu, "").slice(0, 200) || "attachment";
}

export {
  documentScripts,
  attachmentsOf,
  annotationsOf,
  pageScripts
};
