import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)

// src/model/errors.ts
var AppError = class extends Error {
  code;
  /** HTTP-like: 4xx is the caller's to mend, 5xx is ours. */
  status;
  /** Never varies for a code. */
  title;
  /** What was wrong, where, and what to do; written for the person who sees it. */
  detail;
  /** JSON pointer or locator to the offending part, where there is one. */
  pointer;
  constructor(fields) {
    super(`${fields.title}: ${fields.detail}`, { cause: fields.cause });
    this.name = "AppError";
    this.code = fields.code;
    this.status = fields.status;
    this.title = fields.title;
    this.detail = fields.detail;
    this.pointer = fields.pointer;
  }
};
var badUsage = (detail) => new AppError({ code: "usage", status: 400, title: "Cannot run that", detail });
var unreadable = (detail, more = {}) => new AppError({ code: "unreadable", status: 422, title: "Unreadable file", detail, ...more });
var unsupported = (detail) => new AppError({ code: "unsupported-type", status: 415, title: "File type not supported", detail });
var tooLarge = (detail) => new AppError({ code: "too-large", status: 413, title: "Too large", detail });
var emptyFile = (detail) => new AppError({ code: "empty-file", status: 422, title: "Empty file", detail });
var refusedDocument = (detail) => new AppError({ code: "refused-document", status: 422, title: "Refused document", detail });
var refusedField = (detail, pointer) => new AppError({ code: "refused-field", status: 422, title: "Refused field", detail, pointer });
var refusedWords = (detail, pointer) => new AppError({ code: "refused-words", status: 422, title: "Refused wording", detail, pointer });
var internal = (detail, cause) => new AppError({ code: "internal", status: 500, title: "Internal error", detail, cause });
function asAppError(error) {
  if (error instanceof AppError) return error;
  return internal(error instanceof Error ? error.message : String(error), error);
}

export {
  AppError,
  badUsage,
  unreadable,
  unsupported,
  tooLarge,
  emptyFile,
  refusedDocument,
  refusedField,
  refusedWords,
  asAppError
};
