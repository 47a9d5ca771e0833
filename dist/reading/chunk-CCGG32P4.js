import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)

// src/catalog/grammar/contact-value.ts
var NOT_A_HANDLE = /* @__PURE__ */ new Set([
  "about",
  "apps",
  "company",
  "explore",
  "features",
  "feed",
  "groups",
  "jobs",
  "login",
  "marketplace",
  "orgs",
  "posts",
  "pub",
  "school",
  "search",
  "settings",
  "sponsors",
  "topics",
  "trending"
]);
function linkOf(typed, otherwise = "other") {
  const text = typed.trim();
  if (text === "" || text.length > 2e3 || /\s/.test(text)) return void 0;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0]?.toLowerCase();
  if (scheme !== void 0 && scheme !== "http:" && scheme !== "https:" && !/^[^/]+:\d/.test(text)) return void 0;
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || !/\.[a-z]{2,}$|\.xn--[a-z0-9-]+$/i.test(url.hostname) || url.username !== "") return void 0;
  const host = url.hostname.toLowerCase().replace(/^www\./, "");
  const service = serviceOf(host) ?? otherwise;
  const handle = handleOf(service, url.pathname);
  return { url: url.href, host, service, ...handle === void 0 ? {} : { handle } };
}
function serviceOf(host) {
  const known = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "linkedin.com": "linkedin",
    "stackoverflow.com": "stackoverflow"
  };
  return Object.entries(known).find(([name]) => host === name || name === "linkedin.com" && host.endsWith(".linkedin.com"))?.[1];
}
function handleOf(service, path) {
  const parts = path.split("/").filter((part) => part !== "");
  const handle = service === "linkedin" ? parts[0] === "in" ? parts[1] : void 0 : service === "stackoverflow" ? parts[0] === "users" ? parts[1] : void 0 : service === "github" || service === "gitlab" ? parts[0] : void 0;
  if (handle === void 0 || NOT_A_HANDLE.has(handle.toLowerCase())) return void 0;
  try {
    return decodeURIComponent(handle);
  } catch {
    return handle;
  }
}
var mailOf = (typed) => typed.trim().replace(/^mailto:/i, "").replace(/^.*<([^<>]+)>\s*$/, "$1").toLowerCase();
var isNoreply = (mail) => mail.endsWith("@users.noreply.github.com") || /^no-?reply@/.test(mail);

export {
  linkOf,
  mailOf,
  isNoreply
};
