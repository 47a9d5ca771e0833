import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  AppError,
  asAppError,
  tooLarge,
  unreadable
} from "./chunk-STUAINOW.js";

// src/catalog/grammar/archive.ts
var DOCUMENT_CAPS = { entries: 5e3, entryBytes: 64 << 20, totalBytes: 256 << 20 };
async function openArchive(bytes, caps = DOCUMENT_CAPS) {
  const yauzl = await import("./yauzl-UVIWLAL4.js");
  const entries = /* @__PURE__ */ new Map();
  const zip = await damagedUnless(
    () => yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
  );
  if (zip.entryCount > caps.entries)
    throw tooLarge(
      `The file is an archive of ${zip.entryCount} files; at most ${caps.entries} are read. A document has a few dozen: ask for it again, saved anew.`
    );
  await damagedUnless(async () => {
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      total += entry.uncompressedSize;
      admit(entry, total, caps);
      if (entries.has(entry.fileName))
        throw unreadable(
          `The file holds two parts of the name "${entry.fileName}", so different programs would show different things. Ask for it again, saved anew.`
        );
      entries.set(entry.fileName, entry);
    }
  });
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      if (entry === void 0) return void 0;
      return damagedUnless(async () => {
        const chunks = [];
        let size = 0;
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          size += chunk.length;
          if (size > caps.entryBytes) throw unpacksTooLarge(entry.fileName);
          chunks.push(chunk);
        }
        return Buffer.concat(chunks);
      });
    }
  };
}
function admit(entry, total, caps) {
  if (entry.isEncrypted()) throw unreadable("The file is protected by a password. Ask for a copy without one.");
  if (entry.uncompressedSize > caps.entryBytes || total > caps.totalBytes) throw unpacksTooLarge(entry.fileName);
}
var unpacksTooLarge = (name) => tooLarge(
  `The file unpacks to far more than a document holds (at "${name}"), as archives do that are made to overwhelm a computer. It was not opened; ask for it again, saved anew.`
);
async function damagedUnless(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(
      `The file is damaged or was cut short: its parts cannot be unpacked (${asAppError(error).detail}). Ask for it again.`,
      { cause: error }
    );
  }
}

export {
  openArchive
};
