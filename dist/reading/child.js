import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  AppError
} from "./chunk-STUAINOW.js";
import "./chunk-HQYUQXQO.js";

// src/adapters/sandbox/child.ts
import { writeSync } from "node:fs";
import { networkInterfaces } from "node:os";

// src/adapters/sandbox/frames.ts
function encodeFrame(frame) {
  const head = Buffer.from(JSON.stringify({ ...frame.head, parts: frame.parts.map((p) => p.byteLength) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.byteLength);
  return [length, head, ...frame.parts];
}
function frameReader() {
  let chunks = [];
  let held = 0;
  let need = 4;
  let head;
  let sizes = [];
  let stage = "length";
  const take = () => {
    const all = Buffer.concat(chunks);
    const rest = all.subarray(need);
    chunks = rest.byteLength > 0 ? [rest] : [];
    held = rest.byteLength;
    return all.subarray(0, need);
  };
  return {
    push(chunk) {
      chunks.push(chunk);
      held += chunk.byteLength;
      const done = [];
      while (held >= need) {
        const bytes = take();
        if (stage === "length") {
          stage = "head";
          need = bytes.readUInt32BE();
        } else if (stage === "head") {
          head = parseHead(bytes);
          sizes = partSizes(head["parts"]);
          stage = "parts";
          need = sizes.reduce((sum, n) => sum + n, 0);
        } else {
          done.push({ head: head ?? {}, parts: split(bytes, sizes) });
          stage = "length";
          need = 4;
        }
      }
      return done;
    }
  };
}
function parseHead(bytes) {
  const head = JSON.parse(bytes.toString("utf8"));
  if (typeof head !== "object" || head === null || Array.isArray(head)) throw new TypeError("The head of a frame is not an object");
  return head;
}
function partSizes(listed) {
  if (!Array.isArray(listed) || !listed.every((n) => Number.isSafeInteger(n) && n >= 0))
    throw new TypeError("The sizes of a frame are not numbers");
  return listed;
}
function split(bytes, sizes) {
  let at = 0;
  return sizes.map((size) => {
    const part = new Uint8Array(bytes.subarray(at, at + size));
    at += size;
    return part;
  });
}

// src/adapters/sandbox/settings.ts
var PAGES = "pages as pictures";

// src/adapters/sandbox/child.ts
var ANSWERS = 3;
var DENIED = {
  ChildProcess: "starting another program",
  FileSystemWrite: "writing a file",
  FileSystemRead: "reading another file",
  WorkerThreads: "starting a thread"
};
var NETWORK = /* @__PURE__ */ new Set(["ENETUNREACH", "ENETDOWN", "EADDRNOTAVAIL", "ECONNREFUSED", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN"]);
var settings = JSON.parse(process.argv[2] ?? "");
function send(frame) {
  for (const bytes of encodeFrame(frame)) {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(ANSWERS, bytes, at);
  }
}
function end(answer) {
  send(answer);
  process.exit(0);
}
var came = false;
var file = new Promise((resolve) => {
  const frames = frameReader();
  process.stdin.on("data", (chunk) => {
    const [frame] = frames.push(chunk);
    if (frame === void 0) return;
    came = true;
    resolve(frame);
  });
  process.stdin.on("end", () => process.exit(0));
});
process.on("uncaughtException", (error) => end(failed(error)));
process.on("unhandledRejection", (error) => end(failed(error)));
var { readers } = await import(settings.readersModule);
var outward = Object.values(networkInterfaces()).flat().filter((i) => i?.internal === false).length;
send({ head: { ready: true, networkInterfaces: outward, mayWrite: may("fs.write"), mayStart: may("child") }, parts: [] });
for (const id of settings.warm) {
  if (came) break;
  if (id === PAGES) await import(settings.renderModule);
  else await readers.find((r) => r.id === id)?.warm?.();
  await new Promise((resolve) => setImmediate(resolve));
}
try {
  end(await serve(await file));
} catch (error) {
  end(failed(error));
}
async function serve({ head, parts }) {
  const bytes = parts[0] ?? new Uint8Array();
  if (head["do"] === "render") {
    const { renderPages } = await import(settings.renderModule);
    const pages = [...await renderPages(bytes, head["pages"], head["scale"])];
    return { head: { pages: pages.map(([number]) => number) }, parts: pages.map(([, png]) => png) };
  }
  const reader = readers.find((r) => r.id === head["reader"]);
  if (reader === void 0) throw new Error(`no reader "${String(head["reader"])}"`);
  const options = "options" in head ? { options: head["options"] } : {};
  const { enclosed, ...reading } = await reader.read({ bytes, name: String(head["name"]), ...options });
  return { head: { reading, enclosed: enclosed.map(({ name, at, about }) => ({ name, at, about })) }, parts: enclosed.map((e) => e.bytes) };
}
function failed(error) {
  return { head: { fault: fault(error), trace: error instanceof Error ? String(error.stack).slice(0, 2e3) : "" }, parts: [] };
}
function fault(error) {
  if (error instanceof AppError) {
    const { code, status, title, detail, pointer } = error;
    return { refused: { code, status, title, detail, pointer } };
  }
  if (!(error instanceof Error)) return { why: "error", name: "it did not say why" };
  const codes = [error, error.cause, ...error instanceof AggregateError ? error.errors : []].map(
    (e) => e?.code
  );
  if (codes.includes("ERR_ACCESS_DENIED"))
    return { why: "denied", what: DENIED[String(error.permission)] ?? "access to this machine" };
  if (codes.includes("ERR_DLOPEN_DISABLED")) return { why: "denied", what: "loading a compiled library" };
  if (codes.some((code) => NETWORK.has(String(code)))) return { why: "network" };
  if (codes.includes("ERR_MEMORY_ALLOCATION_FAILED") || error instanceof RangeError && /alloc/i.test(error.message))
    return { why: "memory" };
  return { why: "error", name: error.name.slice(0, 60) };
}
function may(permission) {
  return process.permission?.has(permission) ?? true;
}
