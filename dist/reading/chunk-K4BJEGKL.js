import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  isRefusedKey
} from "./chunk-NLB4M44Z.js";
import {
  headingKind,
  placeLines
} from "./chunk-IHU5H7YG.js";
import {
  linkOf
} from "./chunk-CCGG32P4.js";
import {
  claim,
  messengersIn,
  parsePhoneNumber,
  phoneKey,
  tidy,
  walletsIn
} from "./chunk-5BZHJ3YT.js";
import {
  MONTH,
  findPeriod,
  findPeriods,
  withoutPeriods
} from "./chunk-6OQS6DMV.js";
import {
  refusedDocument
} from "./chunk-STUAINOW.js";

// src/catalog/grammar/certificates.ts
var NUMBER = /\b(?:credential|certificat(?:e|ion)|cert|licen[cs]e|registration|reg|verification|serial|validation)\.?\s?(?:id|no|number|nr|code|#)?\.?\s{0,2}[:#]?\s{0,2}#?((?=[A-Z-]{0,20}\d)[A-Z0-9][A-Z0-9-]{3,39})\b/iu;
var ISSUED_BY = /^(.{3,140}?)(?:\s(?:issued\s)?by\s|\sfrom\s|\t|\s[–—|-]\s|,\s|\s\()(.{2,120}?)\)?$/iu;
function certificatesIn(lines) {
  const found = [];
  for (const line of lines) {
    if (line.section !== "certificates" || line.heading) continue;
    const read = readLine(line);
    const last = found.at(-1);
    if (read === void 0) continue;
    if (read.name === void 0) {
      if (last !== void 0)
        last.value = {
          ...last.value,
          ...read.number && !last.value.number ? { number: read.number } : {},
          ...read.date && !last.value.date ? { date: read.date } : {}
        };
      continue;
    }
    found.push({ value: { ...read, name: read.name }, at: line.at, original: tidy(line.text) });
  }
  return found.map(({ value, at, original }) => claim("certificate", value, at, original === value.name ? void 0 : original));
}
function readLine(line) {
  const periods = findPeriods(line.text);
  const number = NUMBER.exec(line.text);
  const date = periods[0]?.from;
  const rest = tidy(
    withoutPeriods(line.text, periods).replace(number?.[0] ?? "\0", "	").replace(/\b(?:issued|date|valid(?:\suntil)?|expires?|credential)\s?:?\s?(?=\t|$)/giu, "")
  );
  const extra = { ...number === null ? {} : { number: number[1] }, ...date === void 0 ? {} : { date } };
  if (rest === "" || !new RegExp("\\p{L}{2}", "u").test(rest)) return number === null && date === void 0 ? void 0 : extra;
  if (rest.length > 160 || rest.split(/\s/u).length > 16) return void 0;
  const split = ISSUED_BY.exec(rest.replace(/^[\s•●▪*-]+/u, ""));
  const issuer = split === null ? void 0 : tidy(split[2]);
  return { name: split === null ? rest : tidy(split[1]), ...issuer ? { issuer } : {}, ...extra };
}

// src/catalog/grammar/places.ts
var COUNTRY_CODES = countryCodes();
var US_STATES = "AL:Alabama AK:Alaska AZ:Arizona AR:Arkansas CA:California CO:Colorado CT:Connecticut DE:Delaware DC:District_of_Columbia FL:Florida GA:Georgia HI:Hawaii ID:Idaho IL:Illinois IN:Indiana IA:Iowa KS:Kansas KY:Kentucky LA:Louisiana ME:Maine MD:Maryland MA:Massachusetts MI:Michigan MN:Minnesota MS:Mississippi MO:Missouri MT:Montana NE:Nebraska NV:Nevada NH:New_Hampshire NJ:New_Jersey NM:New_Mexico NY:New_York NC:North_Carolina ND:North_Dakota OH:Ohio OK:Oklahoma OR:Oregon PA:Pennsylvania RI:Rhode_Island SC:South_Carolina SD:South_Dakota TN:Tennessee TX:Texas UT:Utah VT:Vermont VA:Virginia WA:Washington WV:West_Virginia WI:Wisconsin WY:Wyoming AB:Alberta BC:British_Columbia MB:Manitoba NB:New_Brunswick NS:Nova_Scotia ON:Ontario QC:Quebec SK:Saskatchewan NSW:New_South_Wales VIC:Victoria QLD:Queensland";
var STATE_CODES = new Set(US_STATES.split(" ").map((pair) => pair.split(":")[0]));
var STATE_NAMES = new Set(US_STATES.split(" ").map((pair) => pair.split(":")[1].replaceAll("_", " ").toLowerCase()));
var REMOTE = /^(?:fully\s)?remote(?:ly)?$|^remote,\s/iu;
function countryCodes() {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const codes = /* @__PURE__ */ new Map([
    ["usa", "US"],
    ["u.s.a", "US"],
    ["us", "US"],
    ["uk", "GB"],
    ["uae", "AE"],
    ["england", "GB"],
    ["scotland", "GB"],
    ["wales", "GB"],
    ["czech republic", "CZ"],
    ["the netherlands", "NL"],
    ["deutschland", "DE"],
    ["m\xE9xico", "MX"],
    ["brasil", "BR"],
    ["espa\xF1a", "ES"],
    ["italia", "IT"],
    ["t\xFCrkiye", "TR"],
    ["turkey", "TR"],
    ["hong kong", "HK"]
  ]);
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const a of letters)
    for (const b of letters) {
      const name = names.of(a + b);
      if (name !== void 0 && !/^(?:AC|CP|DG|EA|EU|EZ|IC|QO|TA|UN|X[A-Z]|ZZ)$/u.test(a + b)) codes.set(name.toLowerCase(), a + b);
    }
  return codes;
}
function countryCodeOf(text) {
  return COUNTRY_CODES.get(
    text.toLowerCase().replace(/[.\s]+$/u, "").trim()
  );
}
function isPlace(text) {
  const bare = text.trim().replace(/^[([]|[)\].]$/gu, "");
  if (bare.length < 2 || bare.length > 60 || /[@:/|]/u.test(bare)) return false;
  if (REMOTE.test(bare)) return true;
  const parts = bare.split(/\s{0,2}[,–—-]\s{1,2}|,/u).map((p) => p.trim()).filter((p) => p !== "");
  if (parts.length > 4 || parts.length === 0) return false;
  const last = parts.at(-1).replace(/\s?[-–]?\s?\(?[A-Z]{0,2}\d[\dA-Z -]{2,9}\)?$/u, "");
  const region = STATE_CODES.has(last) || STATE_NAMES.has(last.toLowerCase()) || countryCodeOf(last) !== void 0;
  if (parts.length === 1) {
    const before = /^(.{2,40})\s([A-Z]{2,3})$/u.exec(last);
    return last !== "US" && countryCodeOf(last) !== void 0 && last.length > 3 || STATE_NAMES.has(last.toLowerCase()) || before !== null && STATE_CODES.has(before[2]) && isTown(before[1]);
  }
  return region && parts.slice(0, -1).every(isTown);
}
var isTown = (text) => new RegExp("^\\p{Lu}[\\p{L}.'\u2019-]{1,25}(?:\\s(?:\\p{Lu}|de|la|am|of|do|da)[\\p{L}.'\u2019-]{0,25}){0,3}$", "u").test(text);

// src/catalog/grammar/contacts.ts
var EMAIL = new RegExp("[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,6}\\p{L}{2,24}", "gu");
var SENDABLE = /^[a-z0-9](?:[a-z0-9_'+%-]|\.(?!\.)){0,63}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}$/u;
var GLUED_LABEL = /^e-?mail(?:id)?[._-](?=[^@]+@)/u;
var PHONE = /(?:\(?\+|(?<![\p{L}\d@/#_-]|\d\.)(?:00)?)[ ]?\(?\d(?:[ ().–/-]{0,3}\d){6,17}(?![\d@])/gu;
var PHONE_LABEL = /(?:phone|mobile|mob|cell|tel|telephone|contact|whatsapp|handy|telefon|móvil|celular|portable|\bph|\bm|\bt|☎|📞|📱)\s?(?:no|number|nr|#|n°)?\.?\s{0,3}[:.#(-]?\s{0,3}$/iu;
var NANP = /(?:^|[^\d-])(\(?[2-9]\d{2}\)?[ .-]{1,3}[2-9]\d{2}[ .–-]{1,3}\d{4})$/u;
function emailsIn(line) {
  if (!line.text.includes("@")) return [];
  return [...line.text.matchAll(EMAIL)].flatMap(([spelled]) => {
    const address = spelled.toLowerCase().replace(GLUED_LABEL, "");
    return SENDABLE.test(address) ? [{ spelled, draft: claim("email", address, line.at, spelled) }] : [];
  });
}
function phonesIn(line, home) {
  const found = [];
  if (!/\d\D{0,3}\d\D{0,3}\d/u.test(line.text)) return found;
  const dates = findPeriods(line.text);
  for (const match of line.text.matchAll(PHONE)) {
    const spelled = match[0].trim();
    const start = match.index;
    if (dates.some((d) => !d.single && d.start <= start && d.end >= start + 8)) continue;
    const number = e164(spelled, home !== void 0 && labelled(line.text, start) ? home : void 0);
    if (number !== void 0) found.push({ spelled, draft: claim("phone", number, line.at, spelled) });
  }
  return found;
}
var labelled = (text, start) => PHONE_LABEL.test(text.slice(Math.max(0, start - 24), start).replaceAll("	", " "));
function e164(spelled, home) {
  const international = spelled.startsWith("+") || spelled.startsWith("(+") || spelled.startsWith("00");
  if (international) return phoneKey(spelled.replace(/^\(?(?:\+|00)\s?/u, "+").replace(/\(0\)/u, ""));
  const american = NANP.exec(spelled)?.[1];
  if (american !== void 0) return phoneKey(`+1${american.replace(/\D/gu, "")}`);
  if (home === void 0) return void 0;
  const parsed = parsePhoneNumber(spelled, home);
  return parsed?.isValid() === true ? parsed.number : void 0;
}
function homeCountry(lines) {
  const codes = /* @__PURE__ */ new Set();
  for (const line of lines) {
    if (line.section !== "header" && line.section !== "personal" && !/address|location/iu.test(line.text)) continue;
    for (const part of line.text.split(/[,\t:;|(){}[\]•·]/u)) {
      const code = countryCodeOf(part.trim().replace(/\.$/u, ""));
      if (code !== void 0) codes.add(code);
    }
  }
  const [only] = codes;
  return codes.size === 1 ? only : void 0;
}

// src/catalog/grammar/education.ts
var SCHOOL = new RegExp("\\b(?:universit\\p{L}{1,5}|university|college|school|institute|institut|instituto|istituto|academy|academia|polytechni\\p{L}{1,3}|politechni\\p{L}{1,3}|politecnico|hochschule|\xE9cole|ecole|escuela|faculty of|vidyalaya|vidyapeeth|bootcamp|gymnasium|lyc[e\xE9]e|conservatory|seminary|universiteit|uni|MIT|IIT|ETH|EPFL|UCLA|NYU|board of)\\b", "iu");
var DEGREE = new RegExp("(?<![\\p{L}])(?:(?:bachelor|master|associate|doctor)(?:['\u2019]?s)?(?:\\s(?:degree|of|in)\\b)?|ph\\.?\\s?d\\.?|doctorate|m\\.?b\\.?a\\b\\.?|b\\.?\\s?b\\.?\\s?a\\b\\.?|b\\.?\\s?tech\\b\\.?|m\\.?\\s?tech\\b\\.?|b\\.?\\s?sc\\b\\.?|m\\.?\\s?sc\\b\\.?|b\\.\\s?s\\.?(?![\\p{L}])|m\\.\\s?s\\.?(?![\\p{L}])|bs(?=\\s(?:in|,|computer|\u2013|-))|ms(?=\\s(?:in|,|computer|\u2013|-))|ba(?=\\s(?:in|,|\u2013|-|\\())|ma(?=\\s(?:in|,|\u2013|-|\\())|b\\.\\s?a\\.?(?![\\p{L}])|m\\.\\s?a\\.?(?![\\p{L}])|b\\.?\\s?com\\b\\.?|m\\.?\\s?com\\b\\.?|b\\.?\\s?eng\\b\\.?|m\\.?\\s?eng\\b\\.?|b\\.?\\s?e\\.(?![\\p{L}])|m\\.?\\s?e\\.(?![\\p{L}])|b\\.?\\s?f\\.?\\s?a\\b\\.?|m\\.?\\s?f\\.?\\s?a\\b\\.?|bca|mca|b\\.?\\s?ed\\b\\.?|m\\.?\\s?ed\\b\\.?|m\\.?d\\.?(?=\\s|,|$)|j\\.?d\\.?(?=\\s|,|$)|diploma|licen[cs]iat\\p{L}{0,4}|ingeniero|licenciatura|laurea|diplom|abitur|baccalaur[e\xE9]at\\p{L}{0,2}|h\\.?\\s?s\\.?\\s?c\\b\\.?|s\\.?\\s?s\\.?\\s?l?\\.?\\s?c\\b\\.?|high school|higher secondary|secondary school|intermediate|matriculation|g\\.?e\\.?d\\.?(?=\\s|,|$)|a-levels?|gcse|10th|12th|\\+2|certificate in|minor|major|graduat\\p{L}{2,4}|honou?rs)(?![\\p{L}])", "iu");
var FIELD = new RegExp("\\b(?:in|of|en|:)\\s((?:\\p{Lu}|and|&|of)[\\p{L}&/.' -]{2,80})", "u");
function educationIn(lines) {
  const drafts = [];
  const headers = /* @__PURE__ */ new Set();
  let entry;
  let age = 0;
  const close = () => {
    if (entry?.school !== void 0 && !isGeneric(entry.school))
      drafts.push(claim("education", valueOf({ ...entry, school: entry.school }), entry.at.at, tidy(entry.original)));
    entry = void 0;
  };
  for (const [i, line] of lines.entries()) {
    if (line.section !== "education" || line.heading) {
      close();
      continue;
    }
    const found = readLine2(line);
    if (found === void 0) {
      age += 1;
      if (age > 4) close();
      continue;
    }
    const repeats = entry !== void 0 && (found.school !== void 0 && entry.school !== void 0 || found.degree !== void 0 && entry.degree !== void 0 || found.period !== void 0 && entry.period !== void 0 && found.school === void 0 && found.degree === void 0);
    if (repeats) close();
    if (found.school === void 0 && found.degree === void 0 && entry === void 0) continue;
    headers.add(i);
    age = 0;
    if (entry === void 0) entry = { ...found, at: line, original: line.text };
    else {
      entry = { ...entry, ...found, original: `${entry.original} | ${line.text}` };
    }
  }
  close();
  return { drafts, headers };
}
var isGeneric = (school) => school.split(/[^\p{L}]+/u).filter((w) => w !== "").every(
  (w) => new RegExp("^(?:educational|university|universities|college|year|years|board|school|institute|institution|percentage|marks|of|passing|the|name|degree|affiliated|to|examination|course|\\p{L})$", "iu").test(
    w
  )
);
function readLine2(line) {
  const periods = findPeriods(line.text);
  const rest = withoutPeriods(line.text, periods);
  if (rest.length > 220 || new RegExp("^\\p{Ll}", "u").test(rest.trim()) || rest.split(/\s+/u).length > 24) return void 0;
  const parts = rest.split(/\t|\s[|•·]\s|\s[-–—]\s|[–—]|;\s/u).map(tidy).filter((p) => p !== "" && !isPlace(p));
  let school;
  let degree;
  for (const part of parts) {
    const split = apart(part);
    school ??= split.school;
    degree ??= split.degree;
  }
  const period = periods.find((p) => !p.single) ?? periods.at(-1);
  if (school === void 0 && degree === void 0 && period === void 0) return void 0;
  const field = degree === void 0 ? void 0 : FIELD.exec(degree)?.[1];
  return {
    ...school === void 0 ? {} : { school },
    ...degree === void 0 ? {} : { degree },
    ...field === void 0 ? {} : { field: tidy(field) },
    ...period === void 0 ? {} : { period }
  };
}
function apart(part) {
  const from = /^(.{3,120}?)\s(?:from|at|@)\s(.{3,160})$/u.exec(part);
  if (from !== null && DEGREE.test(from[1]) && (SCHOOL.test(from[2]) || new RegExp("^\\p{Lu}", "u").test(from[2])))
    return { degree: tidy(from[1]), school: schoolOf(from[2]) };
  const atoms = part.split(/,\s{0,2}/u);
  const at = atoms.findIndex(
    (atom) => SCHOOL.test(atom) && !/^(?:high|higher|secondary|senior secondary)\s(?:school|secondary)(?:\sdiploma)?$/iu.test(atom.trim())
  );
  if (at < 0) return DEGREE.test(part) ? { degree: part } : {};
  const school = schoolOf(atoms.slice(at).join(", "));
  const before = atoms.slice(0, at).join(", ");
  const degree = DEGREE.test(before) ? tidy(before) : void 0;
  if (degree !== void 0) return { school, degree };
  const after = atoms.slice(at + 1).findIndex((atom) => DEGREE.test(atom));
  if (after >= 0) return { school: schoolOf(atoms.slice(0, at + 1).join(", ")), degree: tidy(atoms.slice(at + 1 + after).join(", ")) };
  return { school: before !== "" && atoms.length <= 3 ? schoolOf(part) : school };
}
function schoolOf(named2) {
  const text = tidy(
    named2.replace(/[\s,.]{0,4}affiliated\s(?:to|with)\b.{0,120}$/iu, "").replace(/\s?:-?\s?$/u, "").replace(/\s(?:in|on|from|during)$/iu, "")
  );
  const atoms = text.split(/,\s{0,2}/u);
  for (const n of [2, 1]) if (atoms.length > n && isPlace(atoms.slice(-n).join(", "))) return tidy(atoms.slice(0, -n).join(", "));
  return tidy(text);
}
function valueOf(entry) {
  const { period } = entry;
  return {
    school: entry.school,
    ...entry.degree ? { degree: entry.degree } : {},
    ...entry.field ? { field: entry.field } : {},
    // One date beside a school is the end of it.
    ...period?.from !== void 0 && !period.single ? { from: period.from } : {},
    ...period?.to !== void 0 ? { to: period.to } : {}
  };
}

// src/catalog/grammar/invisible.ts
var ZERO_WIDTH = /[\u200b\u2060-\u2064\ufeff\u180e]|(?<=[\p{Script=Latin}\p{N}\s])[\u200c\u200d](?=[\p{Script=Latin}\p{N}\s])/gu;
var TAGS = /[\u{e0000}-\u{e007f}]+/gu;
function withoutInvisible(text) {
  if (!/[\u180e\u200b-\u200d\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/u.test(text)) return { clean: text, invisible: [] };
  const invisible = [];
  const untagged = text.replace(TAGS, (run, at) => {
    if (text.slice(0, at).endsWith("\u{1F3F4}")) return run;
    const spelled = [...run].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 917504)).join("").replace(/[^\x20-\x7e]/gu, "");
    invisible.push({ how: "tag-characters", text: spelled.trim() === "" ? "Unicode tag characters" : spelled, characters: [...run].length });
    return "";
  });
  const count = (untagged.match(ZERO_WIDTH) ?? []).length;
  const clean = untagged.replace(ZERO_WIDTH, "");
  if (count > 1 || count === 1 && ZERO_WIDTH.test(untagged.slice(1, -1)))
    invisible.push({ how: "zero-width", text: clean.trim().slice(0, 2e3) || "zero-width characters", characters: count });
  ZERO_WIDTH.lastIndex = 0;
  return { clean, invisible };
}

// src/catalog/grammar/occupations.ts
var TITLE_WORDS = new Set(
  "engineer developer programmer manager director analyst intern trainee apprentice lead head chief architect consultant assistant associate designer administrator admin specialist coordinator supervisor officer executive president vice vp cto ceo cfo coo founder cofounder co-founder owner partner scientist researcher professor lecturer teacher instructor tutor fellow student nurse physician technician operator mechanic electrician foreman accountant auditor bookkeeper clerk cashier receptionist secretary representative rep agent advisor adviser counselor broker trader salesperson salesman driver cook chef waiter waitress server barista host bartender writer editor journalist reporter producer photographer translator interpreter sysadmin devops sre qa tester scrum master product programme program strategist planner buyer recruiter generalist freelancer contractor captain pilot attorney lawyer paralegal judge librarian curator volunteer ambassador member chair treasurer principal staff senior junior sr jr full-stack fullstack frontend front-end backend back-end webmaster dba surveyor inspector guard caretaker nanny babysitter lifeguard coach trainer crew worker labourer laborer entwickler ingenieur leiter berater mitarbeiter praktikant werkstudent d\xE9veloppeur ing\xE9nieur stagiaire desarrollador ingeniero gerente analista desenvolvedor storekeeper keeper helper actor actress dancer musician singer choreographer performer".split(" ")
);
var EMPLOYER_WORDS = new Set(
  "inc inc. incorporated llc llp ltd ltd. limited gmbh ag kg corp corp. corporation co. company companies group holdings plc pvt pty sa s.a. bv b.v. nv oy ab as spa srl kft university college school institute academy hospital clinic bank bancorp foundation association society council ministry department agency authority bureau technologies technology tech solutions systems labs laboratories laboratory studio studios software services consulting consultants consultancy partners industries international enterprises ventures capital insurance airlines hotel resort restaurant cafe store stores shop center centre church theater theatre museum library corps army navy force government state county city self-employed freelance upwork fiverr toptal media press publishing telecom networks energy pharma".split(" ")
);
var tokens = (text) => text.toLowerCase().split(/[\s,/()&|]+|-+(?:\s|$)/u).filter((t) => t !== "");
function leaning(text) {
  const all = tokens(text).map((token) => TITLE_WORDS.has(token.replace(/\.$/u, "")) ? token.replace(/\.$/u, "") : token);
  let title = 0;
  let employer = 0;
  for (const [i, token] of all.entries()) {
    if (TITLE_WORDS.has(token)) title += i === all.length - 1 ? 1.5 : 1;
    if (TITLE_WORDS.has(all[i + 1] ?? "")) continue;
    if (EMPLOYER_WORDS.has(token) || i > 0 && EMPLOYER_WORDS.has(token.replace(/\.$/u, ""))) employer += i === all.length - 1 ? 1.5 : 1;
  }
  return { title, employer };
}
var BESIDE = /\b(?:part[\s-]?time|free[\s-]?lanc(?:e|er|ing)|self[\s-]employed|intern|internship|trainee|apprentice|volunteer|contractor|temp|temporary|seasonal|side project|moonlight\w{0,4}|(?:board|technical|external|scientific) advis[eo]r|advisory|working student|werkstudent|teaching assistant|research assistant|praktikum|stage|stagiaire|pasant\w{1,3}|estagi\w{1,5})\b|\((?:[^()]{0,30}\s)?contract(?:\s[^()]{0,30})?\)|\b(?:on|independent|short[\s-]term|6[\s-]month)\s+contract\b|\bcontract\s+(?:basis|role|position|work|job)\b|[-–—,|/]\s{0,2}contract\s*$|\bC2C\b/iu;
var runsBeside = (text) => BESIDE.test(text);

// src/catalog/grammar/job-header.ts
var PARTS = /\t|\s{1,3}[|•·♦◆»]\s{1,3}|\s[-–—]{1,2}\s|\s?[–—]\s|\s{0,2}\|\s{0,2}|;\s/u;
var AT = new RegExp("^(.{2,120}?)\\s(?:at|@|with|for|bei|chez|en)\\s(\\p{Lu}.{1,120})$", "u");
var WORKING = /^(?:(?:i\s(?:am\s)?)?(?:currently|presently)?\s{0,2}work(?:ing|ed)?\s(?:in|at|with|for|as)\s)/iu;
var AS = new RegExp("^(.{2,120}?)[\\s,.]{1,3}as(?:\\san?|\\sthe)?\\s(\\p{L}.{1,80})$", "iu");
var COLON = new RegExp("^([^:]{3,60}):\\s{0,3}(\\p{Lu}.{1,100})$", "u");
var LEGAL_FORM = /^(?:inc|llc|l\.l\.c|llp|ltd|limited|gmbh|corp|co|plc|pvt|pty|s\.?a|ag|bv|p\.?c)\b\.?/iu;
var ASIDE = /^(?:full|part)[\s-]?time$|^(?:contract|contractor|freelance|internship|intern|temporary|permanent|hybrid|on-?site|remote|seasonal|current|present|volunteer)$|^\(?\s?\d{1,2}\+?\s(?:yrs?|years?|mos?|months?)(?:\s\d{1,2}\s(?:mos?|months?))?\s?\)?$|^(?:duration|period|dates?|from|company|employer|client|location|designation|position|role)$/iu;
function readHeader(lines) {
  const places = [];
  const parts = [];
  for (const [i, line] of lines.entries())
    for (const text of line.split(PARTS)) {
      const bare = tidy(text).replace(/^\((.{1,80})\)$/u, "$1");
      const working = WORKING.test(bare);
      const whole = bare.replace(WORKING, "").replace(/[\s([]{1,5}$|\sas$/iu, "");
      if (whole === "" || ASIDE.test(whole) || !new RegExp("\\p{L}{2}", "u").test(whole)) continue;
      if (isPlace(whole) && leaning(whole).title === 0) {
        places.push(whole);
        continue;
      }
      const at = AT.exec(whole);
      if (at !== null && leaning(at[1]).title > 0) {
        const { rest: rest2, place: place3 } = withoutPlace(at[2]);
        if (place3 !== void 0) places.push(place3);
        return complete({ employer: rest2, title: tidy(at[1]) }, places);
      }
      const turned = asTitle(whole, working);
      if (turned !== void 0) return complete(turned, places);
      const { rest, place: place2 } = withoutPlace(whole);
      if (place2 !== void 0) places.push(place2);
      if (rest !== "") for (const atom of opposed(rest)) parts.push({ text: atom, line: i, ...leaning(atom) });
    }
  const found = assign(parts);
  const long = found.employer === void 0 ? places.find((place2) => place2.split(/,\s{0,2}/u).length === 3) : void 0;
  if (long === void 0) return complete(found, places);
  const [employer = "", ...place] = long.split(/,\s{0,2}/u);
  return { ...found, employer, place: place.join(", ") };
}
function asTitle(text, working) {
  const as = AS.exec(text);
  if (as !== null && (working || leanOf(as[2]) > 0)) return { employer: withoutPlace(tidy(as[1])).rest, title: tidy(as[2]) };
  const colon = COLON.exec(text);
  if (colon !== null && leanOf(colon[1]) > 0 && leanOf(colon[2]) <= 0)
    return { employer: withoutPlace(tidy(colon[2])).rest, title: tidy(colon[1]) };
  return void 0;
}
function opposed(text) {
  const atoms = atomsOf(text);
  const leans = atoms.map((atom) => leanOf(atom));
  for (let cut = 1; cut < atoms.length; cut += 1) {
    const before = leans.slice(0, cut);
    const after = leans.slice(cut);
    const parts = [tidy(atoms.slice(0, cut).join(", ")), tidy(atoms.slice(cut).join(", "))];
    if (before.every((l) => l > 0) && after.some((l) => l < 0) && !after.some((l) => l > 0)) return parts;
    if (after.every((l) => l > 0) && before.some((l) => l < 0) && !before.some((l) => l > 0)) return parts;
  }
  return [text];
}
function leanOf(text) {
  const { title, employer } = leaning(text);
  return title - employer;
}
function atomsOf(text) {
  const atoms = [];
  for (const atom of text.split(/,\s{1,2}/u)) {
    if (atoms.length > 0 && LEGAL_FORM.test(atom)) atoms.push(`${atoms.pop()}, ${atom}`);
    else atoms.push(atom);
  }
  return atoms;
}
var complete = (header, places) => places[0] === void 0 ? header : { ...header, place: places[0] };
function withoutPlace(text) {
  const atoms = text.split(/,\s{0,2}/u);
  for (const n of [3, 2, 1]) {
    if (atoms.length <= n) continue;
    const tail = atoms.slice(-n).join(", ");
    if (n < 3 ? isPlace(tail) : isPlace(tail) && isPlace(atoms.slice(-2).join(", ")))
      return { rest: tidy(atoms.slice(0, -n).join(", ")), place: tail };
  }
  const bracketed = /^(.{2,100}?)\s\(([^()]{3,50})\)$/u.exec(text);
  if (bracketed !== null && isPlace(bracketed[2])) return { rest: tidy(bracketed[1]), place: bracketed[2] };
  return { rest: text };
}
function assign(parts) {
  if (parts.length === 0) return {};
  const lean = (p) => p.title - p.employer;
  const titled = parts.filter((p) => lean(p) > 0);
  if (titled.length === 0) return untitled(parts);
  const best = titled.reduce((a, b) => lean(b) > lean(a) ? b : a);
  const others = parts.filter((p) => p !== best);
  const employer = [...others].sort((a, b) => lean(a) - lean(b) || a.line - b.line).find((p) => lean(p) <= 0) ?? void 0;
  if (employer !== void 0) return { title: best.text, employer: employer.text };
  const split = splitAtComma(best.text);
  if (split !== void 0) return split;
  const other = others[0];
  return other === void 0 ? { title: best.text } : { title: best.text, employer: other.text };
}
function untitled(parts) {
  const employer = parts.find((p) => p.employer > 0) ?? parts[0];
  const title = parts.find((p) => p !== employer);
  return title === void 0 ? { employer: employer.text } : { employer: employer.text, title: title.text };
}
function splitAtComma(text) {
  const atoms = atomsOf(text);
  if (atoms.length < 2) return void 0;
  const leans = atoms.map((atom) => leanOf(atom));
  if (leans[0] > 0) {
    const cut2 = leans.findIndex((l) => l <= 0);
    return cut2 < 0 ? void 0 : { title: tidy(atoms.slice(0, cut2).join(", ")), employer: tidy(atoms.slice(cut2).join(", ")) };
  }
  const cut = leans.findIndex((l) => l > 0);
  return { employer: tidy(atoms.slice(0, cut).join(", ")), title: tidy(atoms.slice(cut).join(", ")) };
}

// src/catalog/grammar/labelled-jobs.ts
var LABELS = [
  [
    "employer",
    /^(?:name of (?:the )?)?(?:company|employer|organi[sz]ation|firm|institution|current (?:company|employer))(?:['’]?s?\sname)?$/iu
  ],
  ["client", /^(?:client|site|customer)(?:\sname)?$/iu],
  [
    "title",
    /^(?:designation|position|role|job\s?title|title|post|job\srole|position\sheld|profile|job\sprofile|working\sas|job\sposition)(?:\sheld)?$/iu
  ],
  [
    "period",
    /^(?:duration|period|tenure|dates?|time\speriod|working\speriod|employment\speriod|worked\sfrom|from|year|period\sof\s\w{1,12})$/iu
  ],
  ["place", /^(?:location|place|city|place\sof\swork)$/iu]
];
function labelOf(text) {
  const match = /^[\s•●▪*-]{0,5}([\p{L}’' ]{3,28}?)\s{0,3}(?:\t?\s{0,3}[:：–-]|\t)\s{0,3}(.{1,300})$/u.exec(text);
  if (match === null) return void 0;
  const field = LABELS.find(([, form]) => form.test(match[1].trim()))?.[0];
  const value = tidy(match[2].replace(/^[\s:\t]+/u, ""));
  return field === void 0 || value === "" ? void 0 : { field, value };
}
function lookAbove(lines, i, job, isHeader) {
  const above = lines[i - 1];
  if (above === void 0 || above.heading || /[:：]/u.test(above.text)) return;
  const periods = findPeriods(above.text);
  const rest = tidy(withoutPeriods(above.text, periods));
  if (!isHeader({ ...above, text: rest === "" ? "X" : rest })) return;
  if (new RegExp("\\p{L}{3}", "u").test(rest)) job.employer = rest;
  const period = periods.find((p) => !p.single);
  if (period !== void 0) {
    job.period = period;
    job.at = i - 1;
  }
  if (new RegExp("\\p{L}{3}", "u").test(rest) || period !== void 0) job.lines.push(i - 1);
}
function labelledJobs(lines, isHeader) {
  const jobs = [];
  let current;
  let employerBefore;
  const close = () => {
    if (current === void 0) return;
    const employer = current.employer ?? current.client ?? employerBefore;
    employerBefore = employer;
    if (employer !== void 0) current.employer = employer;
    if (employer !== void 0 && (current.period !== void 0 || current.title !== void 0)) jobs.push(current);
    current = void 0;
  };
  for (const [i, line] of lines.entries()) {
    if (line.heading) {
      close();
      employerBefore = void 0;
      continue;
    }
    const label = labelOf(line.text);
    if (label === void 0 || current === void 0 && label.field === "place") continue;
    const { field, value } = label;
    const period = field === "period" ? findPeriod(value) : void 0;
    if (field === "period" && period === void 0) continue;
    if (current !== void 0 && (current[field] !== void 0 || i - current.lines.at(-1) > 12)) close();
    if (current === void 0) {
      current = { at: i, lines: [] };
      if (field !== "employer") lookAbove(lines, i, current, isHeader);
    }
    current.lines.push(i);
    if (period !== void 0) {
      current.period = period;
      current.at = i;
    } else if (field !== "period") current[field] = value;
  }
  close();
  return jobs;
}

// src/catalog/grammar/jobs.ts
var BULLET = /^\s*(?:[•●▪◦○■□➢➤✓✔❖⮚*·§‣⁃»]|[-–—]\s|o\s|\d{1,2}[.)]\s)/u;
var isBullet = (text) => BULLET.test(text);
function isHeaderLike(line) {
  const text = line.text.trim();
  if (line.heading || isBullet(text) || text.length > 110 || text.length < 2 || /@|\d{7}|\d{3}\W\d{3}\W\d{4}/u.test(text)) return false;
  if (/[;:]$/u.test(text) || text.endsWith(".") && !/\b(?:inc|ltd|co|corp|llc|sr|jr|u\.s)\.$/iu.test(text)) return false;
  return !new RegExp("^\\p{Ll}", "u").test(text) && text.split(/\s+/u).length <= 14 && !isProse(text) && labelOf(text) === void 0 && !isOtherLabel(text);
}
function isOtherLabel(text) {
  const label = /^\W{0,3}([\p{L} ]{3,28}?)\s{0,2}[:：]\s/u.exec(text)?.[1];
  return label !== void 0 && leaning(label).title === 0;
}
function isProse(text) {
  const words = text.match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  const small = words.filter((word) => new RegExp("^\\p{Ll}", "u").test(word)).length;
  return small > 2 && small > words.length / 2;
}
function jobsIn(lines) {
  const hasSection = lines.some((l) => l.section === "experience");
  const belongs = (l) => l.section === "experience" || l.section === "volunteer" || !hasSection && (l.section === "other" || l.section === "header" || l.section === "summary");
  const drafts = [];
  const jobs = [];
  const headers = /* @__PURE__ */ new Set();
  for (const [start, end] of runs(lines, belongs)) {
    const read = jobsOfRun(lines, start, end);
    drafts.push(...read.drafts);
    jobs.push(...read.jobs);
    for (const index of read.headers) headers.add(index);
  }
  return { drafts, jobs, headers };
}
function runs(lines, belongs) {
  const found = [];
  for (let i = 0; i < lines.length; i += 1) {
    if (!belongs(lines[i])) continue;
    let end = i;
    while (end < lines.length && belongs(lines[end])) end += 1;
    found.push([i, end]);
    i = end;
  }
  return found;
}
function jobsOfRun(lines, start, end) {
  const run = lines.slice(start, end);
  const labelled2 = labelledJobs(run, isHeaderLike);
  const headers = new Set(labelled2.flatMap((job) => job.lines.map((i) => i + start)));
  const drafts = [];
  const begun = [];
  for (const job of labelled2) {
    const at = lines[job.at + start];
    const value = valueOf2(
      { employer: job.employer, ...job.title === void 0 ? {} : { title: job.title } },
      job.period,
      lines[job.lines[0] + start]
    );
    if (value === void 0) continue;
    drafts.push(...claims(value, at, { place: job.place, original: job.lines.map((i) => lines[i + start].text).join(" | ") }));
    begun.push({ header: Math.min(...job.lines) + start, ...when(job.period) });
  }
  const anchors = anchorsIn(lines, start, end, headers);
  const dated = new Set(anchors.map((a) => a.index));
  const above = anchors[0] !== void 0 && hasAbove(lines, anchors[0].index, start);
  for (const anchor of anchors) {
    const found = headerOf(lines, anchor, { start, end, above, taken: headers, dated });
    const value = found === void 0 ? void 0 : valueOf2(found.header, anchor.period, lines[anchor.index], found.text);
    const doubtful = anchor.period.single || lines[anchor.index].section !== "experience" && lines[anchor.index].section !== "volunteer";
    if (found === void 0 || value === void 0 || doubtful && certainty(found.header) < SURE) continue;
    for (const index of found.lines) headers.add(index);
    drafts.push(
      ...claims(value, lines[anchor.index], { place: found.header.place, original: found.lines.map((i) => lines[i].text).join(" | ") })
    );
    begun.push({ header: Math.min(...found.lines), ...when(anchor.period) });
  }
  begun.sort((a, b) => a.header - b.header);
  const jobs = begun.map(({ header, ...period }, i) => ({ ...period, start: header, end: begun[i + 1]?.header ?? end }));
  return { drafts, jobs, headers };
}
function anchorsIn(lines, start, end, taken) {
  const anchors = [];
  for (let index = start; index < end; index += 1) {
    const line = lines[index];
    if (line.heading || taken.has(index) || labelOf(line.text) !== void 0) continue;
    const periods = findPeriods(line.text);
    const period = periods.find((p) => !p.single) ?? periods[0];
    if (period === void 0) continue;
    const rest = withoutPeriods(line.text, periods);
    if (rest.length > 110 || rest.split(/\s+/u).length > 15) continue;
    if (isProse(rest) || new RegExp("^\\p{Ll}{3}", "u").test(rest) || period.single && (isBullet(line.text) || !endsOrBegins(line.text, period))) continue;
    anchors.push({ index, period, rest: rest.replace(BULLET, "") });
  }
  return anchors;
}
var endsOrBegins = (text, period) => text.slice(0, period.start).trim().length <= 2 || text.slice(period.end).replace(/[\s).,]+/gu, "") === "";
var hasAbove = (lines, index, start) => index > start && isHeaderLike(lines[index - 1]);
function headerOf(lines, anchor, near) {
  const up = neighbours(lines, anchor, near, -1);
  const down = neighbours(lines, anchor, near, 1);
  const own = anchor.rest === "" ? [] : [anchor.index];
  const [first, second] = near.above ? [up, down] : [down, up];
  const text = (indexes) => indexes.map((i) => i === anchor.index ? anchor.rest : lines[i].text);
  const tries = [own, ...candidates(own, first, anchor.index), ...candidates(own, second, anchor.index)];
  let best;
  let titled = {};
  for (const indexes of tries) {
    const header = readHeader(text(indexes));
    if (header.employer === void 0 || !isEmployer(header.employer)) {
      titled = titled.title === void 0 ? header : titled;
      continue;
    }
    const found = {
      header: { ...header, employer: header.employer },
      lines: [.../* @__PURE__ */ new Set([...indexes, anchor.index])].sort((a, b) => a - b),
      text: text(indexes).join(" | ")
    };
    const score = certainty(found.header) - 0.6 * (indexes.length - own.length);
    if (best === void 0 || score > best.score) best = { found, score };
  }
  return best?.found ?? alone(titled, anchor, lines);
}
var SURE = 3;
function certainty(header) {
  const employer = leaning(header.employer);
  const title = header.title === void 0 ? { title: 0, employer: 0 } : leaning(header.title);
  return (header.title === void 0 ? 0 : 2) + (title.title > title.employer ? 1 : 0) + (employer.employer > employer.title ? 1.5 : employer.title > employer.employer ? -1.5 : 0) + (header.place === void 0 ? 0 : 0.8);
}
function candidates(own, side, anchor) {
  return side.map((_, n) => [...side.slice(0, n + 1), ...own].sort((a, b) => a - b)).filter((indexes) => indexes.some((i) => i !== anchor));
}
function neighbours(lines, anchor, near, step) {
  const found = [];
  for (let i = anchor.index + step; i >= near.start && i < near.end && found.length < 2; i += step) {
    const line = lines[i];
    if (near.taken.has(i) || near.dated.has(i) || !isHeaderLike(line)) break;
    if (step === 1 && line.gapBefore === true && (anchor.rest !== "" || found.length > 0)) break;
    found.push(i);
    if (step === -1 && (line.gapBefore === true || lines[anchor.index].gapBefore === true)) break;
  }
  if (step === 1 && near.above && found.length > 0 && near.dated.has(found.at(-1) + 1)) found.pop();
  return found;
}
function alone(header, anchor, lines) {
  if (header.title === void 0 || !/free[\s-]?lanc|self[\s-]employed|independent/iu.test(header.title)) return void 0;
  return { header: { ...header, employer: "Self-employed" }, lines: [anchor.index], text: lines[anchor.index].text };
}
var when = (period) => ({
  ...period?.from === void 0 ? {} : { from: period.from },
  ...period?.to === void 0 ? {} : { to: period.to }
});
var isEmployer = (text) => text.length <= 120 && new RegExp("\\p{L}{2}|\\p{L}\\d|\\d\\p{L}", "u").test(text) && !/^\W{0,3}(?:to|till|from|since|the|and|of|at|in|as|date|years?|months?|page)\W{0,3}$/iu.test(text) && !isPlace(text);
var SCHOOL2 = new RegExp("\\b(?:universit\\p{L}{1,5}|college|school|institut\\p{L}{1,2}|academy|vidyalaya|polytechnic)\\b", "iu");
function valueOf2(header, period, line, text = "") {
  const employer = tidy(header.employer);
  if (SCHOOL2.test(`${employer} ${header.title ?? ""}`) && leaning(header.title ?? "").title === 0) return void 0;
  const title = header.title === void 0 ? void 0 : tidy(header.title).replace(new RegExp("(?<=\\p{Ll}{3})\\.$", "u"), "");
  if (!isEmployer(employer)) return void 0;
  const beside = line.section === "volunteer" || runsBeside(`${title ?? ""} | ${employer}`) || runsBeside(text);
  return { employer, ...title ? { title } : {}, ...when(period), ...beside ? { beside: true } : {} };
}
function claims(value, line, { place, original }) {
  return [
    claim("job", value, line.at, tidy(original)),
    ...place === void 0 || place === "" ? [] : [claim("place", { text: place.slice(0, 500), scope: "job" }, line.at)]
  ];
}

// src/catalog/grammar/links.ts
var WITH_SCHEME = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]{}|\t]{3,500}/giu;
var KNOWN_HOSTS = /(?<![\p{L}\d@./-])(?:[a-z]{2,3}\.)?(?:github\.com|gitlab\.com|linkedin\.com|stackoverflow\.com|bitbucket\.org|medium\.com|behance\.net|dribbble\.com|kaggle\.com|twitter\.com|x\.com|t\.me)\/[^\s<>"'()[\]{}|\t,;]{1,300}/giu;
var BARE_DOMAIN = /(?<![\p{L}\d@./-])(?:[a-z0-9-]{1,63}\.){1,3}(?:com|dev|io|me|net|org|co|app|tech|page|site|blog|info|online|ai|in|de|uk|fr|pl|us|eu)(?:\/[^\s<>"'()[\]{}|\t,;]{0,200})?(?![\p{L}\d@.-])/giu;
var NOT_DOMAINS = /^(?:asp|vb|ado|ml|socket|node|next|vue|react|express|draw|paper|keras|fast|b|m|d|p)\.(?:net|io|js|me|de|com|co|in)$/iu;
var OWN_SITE = /\b(?:portfolio|web\s?site|webseite|homepage|blog|personal\ssite|site|web)\s{0,3}[:–-]?\s{0,3}$/iu;
function linksIn(line) {
  const found = [];
  if (!new RegExp("[\\p{L}\\d]\\.\\p{L}", "u").test(line.text)) return found;
  const taken = [];
  const header = line.section === "header" || line.section === "personal";
  const add = (spelled, start) => {
    if (taken.some(([from, to]) => start < to && start + spelled.length > from)) return;
    taken.push([start, start + spelled.length]);
    const own = OWN_SITE.test(line.text.slice(Math.max(0, start - 20), start).replaceAll("	", " ")) || header;
    const trimmed = spelled.replace(/[.,;:!?)\]}'"»]{1,5}$/u, "");
    const value = linkOf(trimmed, own ? "portfolio" : "other");
    if (value !== void 0 && value.host !== "t.me")
      found.push({ spelled: trimmed, draft: claim("link", value, line.at, trimmed === value.url ? void 0 : trimmed) });
  };
  for (const match of line.text.matchAll(WITH_SCHEME)) add(match[0], match.index);
  for (const match of line.text.matchAll(KNOWN_HOSTS)) add(match[0], match.index);
  if (header || OWN_SITE.test(line.text.slice(0, 20))) {
    for (const match of line.text.matchAll(BARE_DOMAIN)) if (!NOT_DOMAINS.test(match[0])) add(match[0], match.index);
  }
  return found;
}

// src/catalog/grammar/name.ts
var LABEL = /^(?:full\s)?name\s{0,3}[:：\t-]{1,3}\s{0,3}(.{3,60})$/iu;
var DOCUMENT_WORDS = /\b(?:curriculum|vitae|r[eé]sum[eé]|cv|lebenslauf|portfolio|page|contact|address|phone|mobile|email|e-mail|profile|confidential|linkedin|github|street|road|avenue|apt|suite|dear|date|www)\b/iu;
var NAME = new RegExp("^(?:(?:mr|mrs|ms|dr|prof|eng|er|md|ca)\\.?\\s{1,2})?\\p{Lu}[\\p{L}\\p{M}.'\u2019`-]{0,30}(?:\\s(?:\\p{Lu}|de|da|do|dos|das|del|di|van|von|der|den|bin|bint|ibn|al|el|la|le|y|e|ter|ten|zu)[\\p{L}\\p{M}.'\u2019`-]{0,30}){1,4}(?:,\\s?(?:ph\\.?d|m\\.?d|mba|pmp|cpa|msc?|bsc?|jr|sr|ii|iii|rn|esq)\\.?){0,3}$", "iu");
var LOOK_AT = 12;
var LOOK_FURTHER = 60;
var LARGE = 15;
function nameIn(lines) {
  for (const line of lines) {
    const match = line.heading || !/name/iu.test(line.text) ? null : LABEL.exec(line.text.trim());
    const full = match === null ? void 0 : asName(match[1].split("	")[0]);
    if (full !== void 0) return named(full, line);
  }
  const first = lines.filter((line) => line.text.trim() !== "").slice(0, LOOK_FURTHER);
  let best;
  for (const [i, line] of first.entries()) {
    const part = line.text.split("	")[0];
    const full = line.heading ? void 0 : asName(part);
    const size = line.size ?? 0;
    const prominent = best === void 0 ? i < LOOK_AT || size >= LARGE : size > (i < LOOK_AT ? 1.15 : 1.4) * best.size;
    if (full !== void 0 && prominent) best = { full, line, size };
  }
  return best === void 0 ? void 0 : named(best.full, best.line);
}
function asName(text) {
  const full = tidy(
    text.replace(/^(?:curriculum vitae|r[eé]sum[eé]|cv)\s(?:of|for)\s/iu, "").replace(/\s{0,2}\([^()]{1,30}\)$/u, "")
  ).replace(/[.,]$/u, "");
  if (full.length < 4 || full.length > 60 || DOCUMENT_WORDS.test(full)) return void 0;
  if (!NAME.test(full) || !new RegExp("^\\p{Lu}", "u").test(full)) return void 0;
  if (headingKind(full) !== void 0 || leaning(full).title > 0 || leaning(full).employer > 0 || isPlace(full)) return void 0;
  return full;
}
function named(full, line) {
  const value = full.replace(/(?:,\s?(?:ph\.?d|m\.?d|mba|pmp|cpa|msc?|bsc?|rn|esq)\.?){1,3}$/iu, "");
  const tokens2 = value.toLowerCase().split(/[^\p{L}\p{M}'’-]+/u).filter((t) => t.length >= 2 && !/^(?:mr|mrs|ms|dr|de|da|do|di|van|von|der|la|le|el|al|bin)$/u.test(t));
  return { draft: claim("person-name", { full: value }, line.at), tokens: tokens2 };
}

// src/catalog/grammar/passages.ts
var FEWEST_WORDS = 5;
var FULL_LINE = 45;
function passagesIn(lines, headers, mask) {
  const masked = masker(mask);
  return blocksOf(lines, headers).flatMap((block) => {
    const text = masked(block.text).replace(/\s{1,200}/gu, " ").trim().slice(0, 2e4);
    const words = text.split(" ").filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
    return words < FEWEST_WORDS || block.section === "references" || isList(block) ? [] : [claim("passage", { text, kind: kindOf(block, words) }, block.at)];
  });
}
function isList(block) {
  if (block.section === "certificates" || block.section === "languages") return true;
  return block.section === "skills" && (block.text.match(/[,;|•·/:]/gu) ?? []).length >= 2 && !/[.!]$/u.test(block.text);
}
function kindOf(block, words) {
  if (block.bullet) return "bullet";
  if (block.section === "summary" && words >= 8) return "summary";
  return block.lines > 1 || words >= 25 || words >= 10 && /[.!?]$/u.test(block.text) ? "paragraph" : "line";
}
function blocksOf(lines, headers) {
  const blocks = [];
  let open;
  for (const [i, line] of lines.entries()) {
    const text = line.text.replaceAll("	", " ").trim();
    if (line.heading || headers.has(i) || text === "") {
      open = void 0;
      continue;
    }
    const bullet = isBullet(text);
    const bare = bullet ? text.replace(/^\s*(?:\d{1,2}[.)]\s|[^\p{L}\p{N}"'“(]{1,6})/u, "") : text;
    if (open !== void 0 && !bullet && continues(open, line, text)) {
      open.text = new RegExp("\\p{Ll}-$", "u").test(open.text) && new RegExp("^\\p{Ll}", "u").test(bare) ? open.text.slice(0, -1) + bare : `${open.text} ${bare}`;
      open.lines += 1;
      open.lastLength = text.length;
      continue;
    }
    open = { text: bare, at: line.at, bullet, section: line.section, lines: 1, lastLength: text.length };
    blocks.push(open);
  }
  return blocks;
}
function continues(block, line, text) {
  if (block.section !== line.section || block.text.length > 18e3) return false;
  if (new RegExp("^\\p{Ll}", "u").test(text)) return line.gapBefore !== true || block.lastLength >= FULL_LINE;
  if (line.gapBefore === true || line.text.includes("	")) return false;
  return block.lastLength >= FULL_LINE && !(/[.!?:]$/u.test(block.text) && block.lastLength < 60);
}
function masker({ names, contacts }) {
  const spelled = [...new Set([...contacts].filter((c) => c.length >= 4))].sort((a, b) => b.length - a.length).slice(0, 50);
  const words = new Set(names);
  return (text) => {
    let out = text;
    for (const contact of spelled) out = out.replaceAll(contact, "_");
    return words.size === 0 ? out : out.replace(/[\p{L}\p{M}'’-]+/gu, (word) => words.has(word.toLowerCase().replace(/['’]s$/u, "")) ? "_" : word);
  };
}

// src/catalog/grammar/protected.ts
var RELATIVES = /^(?:father|mother|husband|wife|spouse|parents?|guardian)(?:\s?[’'`]?s)?(?:\s?[’'`]?)?\s{0,2}(?:full\s)?(?:name)?(?=\s{0,3}[:：\t–-]|\s+(?:mr|mrs|shri|late)\b|\s{0,2}name|$)/iu;
var BORN = /^(?:born(?:\s(?:on|in))?|d\.?\s?o\.?\s?b\.?|né\(?e?\)?\s|geboren|geb\.)\b.{0,60}\d/iu;
var BIRTH = /^(?:(?:date|place|year|city|country|day)s?\b.{0,24}\b(?:born|birth)|y\.?\s?o\.?\s?b\b|b-?day|birth)/iu;
var AGE = /^\(?age[d]?\s{0,2}[:=-]?\s{0,2}\d{2}\b|^\d{2}\s(?:years?|yrs?)(?:\s|-)old\b/iu;
var PHOTO = /^\[?(?:photo(?:graph)?|passport\s?(?:size)?\s?photo|picture|foto|lichtbild)\]?\s{0,2}:?$/iu;
var PAPERS = /^(?:passport|visa|national\s?id|identity\s?card|aadha?ar|pan\s?card|ssn|social\s?security)\b.{0,40}(?:no|number|#|[:：\t]|status|validity|expir\w{1,5}|issue)/iu;
var BEGINS = /^(?:father|mother|husband|wife|spouse|parent|guardian|born|d\.?\s?o|y\.?\s?o|date|place|year|city|country|day|b-?day|birth|né|geb|\(?age|\d{2}\s?y|\[?(?:photo|picture|foto|lichtbild)|passport|visa|national|identity|aadha|pan|ssn|social)/iu;
function withoutProtected(lines) {
  const kept = [];
  const dropped = /* @__PURE__ */ new Map();
  let personal = false;
  for (const line of lines) {
    const heading = headingKind(line.text.trim());
    if (heading !== void 0) personal = heading === "personal";
    const segments = line.text.split("	");
    const rest = [];
    for (let i = 0; i < segments.length; i += 1) {
      const title = protectedTopic(segments[i], segments[i + 1], personal);
      if (title === void 0) {
        rest.push(segments[i]);
        continue;
      }
      const known = dropped.get(title);
      dropped.set(title, { at: known?.at ?? line.at, count: (known?.count ?? 0) + 1 });
      if (isLabelOnly(segments[i])) i += 1;
    }
    if (rest.length === segments.length) kept.push(line);
    else if (rest.join("").trim() !== "") kept.push({ ...line, text: rest.join("	") });
  }
  const notes = [...dropped].map(([title, { at, count }]) => ({
    kind: "dropped-field",
    says: `What the document says about ${title} was left out and not kept.`,
    at,
    count
  }));
  return { kept, notes };
}
var isLabelOnly = (segment) => !/[:：]\s*\S/u.test(segment) && segment.trim().split(/\s+/u).length <= 3;
function ownTopic(text) {
  if (RELATIVES.test(text)) return "relatives";
  if (BORN.test(text) || AGE.test(text) || BIRTH.test(text) && text.length < 80) return "age or date of birth";
  if (PHOTO.test(text)) return "a photograph";
  return PAPERS.test(text) ? "identity papers and visa" : void 0;
}
function protectedTopic(segment, next, personal) {
  const text = segment.replace(/^[\s•●▪◦*·➢✓–—-]+/u, "").trim();
  if (text.length < 2) return void 0;
  const own = BEGINS.test(text) ? ownTopic(text) : void 0;
  if (own !== void 0) return own;
  const label = /^([^:：]{2,60})[:：]/u.exec(text)?.[1];
  if (label !== void 0) return label.split(/\s+/u).length <= 6 ? isRefusedKey(label)?.title : void 0;
  const few = text.split(/\s+/u).length;
  if (next !== void 0 || personal) return few <= (personal ? 6 : 3) ? isRefusedKey(text)?.title : void 0;
  const dashed = /^(.{2,40}?)\s{0,3}[-–—=]\s{0,3}\S/u.exec(text)?.[1];
  return dashed !== void 0 && few <= 6 ? isRefusedKey(dashed)?.title : few <= 4 && FIELD2.test(text) ? isRefusedKey(text)?.title : void 0;
}
var FIELD2 = /^(?:sex|gender|nationality|citizenship|religion|marital|date\sof|place\sof|civil|birth|caste|race|ethnicity|visa)\b/iu;

// src/catalog/grammar/residence.ts
var LABEL2 = /^[\s•●▪*-]{0,4}(?:(?:current|permanent|present|home|residential|mailing|correspondence)\s{1,2})?(?:address|adress|location|residence|based\sin|lives\sin|city|wohnort|adresse|anschrift|dirección|domicilio)\s{0,3}[:：\t–-]{1,3}[\s:]{0,4}(.{3,200})$/iu;
var STREET = /\d/u;
function residenceIn(lines) {
  for (const line of lines) {
    if (line.section !== "header" && line.section !== "personal" && line.section !== "other") continue;
    const labelled2 = LABEL2.exec(line.text)?.[1];
    if (labelled2 === void 0 || line.heading || labelled2.includes("@")) continue;
    return fromAddress(labelled2.replaceAll("	", " "), line);
  }
  const header = lines.filter((line) => line.section === "header").slice(0, 15);
  for (const [i, line] of header.entries()) {
    for (const part of line.text.split(/\t|\s{0,2}[|•·]\s{0,2}|\s[–—-]\s|;/u)) {
      const place = withoutPostcode(tidy(part));
      if (place !== "" && isPlace(place))
        return [claim("place", { text: place, scope: "residence" }, line.at, tidy(part)), ...street(header[i - 1], line, part)];
      const tail = placeAtEnd(tidy(part));
      if (tail !== void 0) return fromAddress(tidy(part), line);
    }
  }
  return [];
}
function fromAddress(text, line) {
  const address = tidy(text);
  const place = isPlace(address) ? address : placeAtEnd(address);
  const drafts = place === void 0 && STREET.test(address) ? [] : [claim("place", { text: place ?? address, scope: "residence" }, line.at, address)];
  if (isPostal(address)) drafts.push(claim("postal-address", address, line.at));
  return drafts;
}
function street(above, line, part) {
  if (above === void 0 || above.heading) return [];
  const first = tidy(above.text.split("	")[0]);
  const isStreet = new RegExp("^#?\\d{1,6}[\\w-]{0,4}\\s\\p{L}", "u").test(first) && first.length < 80 && !/@|\d{7}/u.test(first);
  return isStreet && /\d/u.test(part) ? [claim("postal-address", `${first}, ${tidy(part)}`, line.at)] : [];
}
var isPostal = (text) => text.length >= 12 && text.split(/[,;]/u).length >= 3 && /\d/u.test(text) && !/@/u.test(text);
var withoutPostcode = (text) => tidy(text.replace(/\s{0,2}[-–]?\s?\(?\b\d{4,6}(?:\s?-?\s?\d{3,4})?\b\)?\s{0,2}(?=$|,)/u, ""));
function placeAtEnd(text) {
  const atoms = withoutPostcode(text).split(/,\s{0,3}/u).map((a) => a.trim()).filter((a) => a !== "");
  for (const n of [2, 3]) {
    if (atoms.length <= n) continue;
    const tail = atoms.slice(-n).join(", ");
    if (/\d/u.test(text.slice(0, 12)) && isPlace(tail)) return tail;
  }
  return void 0;
}

// src/catalog/grammar/right-to-work-forms.ts
var FORMS = [
  [
    /employment eligibility verification/i,
    /department of homeland security|citizenship and immigration services/i,
    /section 1|lists? of acceptable documents|anti-discrimination notice/i
  ],
  [/e-verify/i, /case verification number|case number/i, /employment authorized|tentative nonconfirmation|case result/i]
];
function refuseRightToWorkForms(lines) {
  const text = lines.slice(0, 300).map((line) => line.text.slice(0, 500)).join("\n");
  if (FORMS.some((form) => form.every((words) => words.test(text)))) {
    throw refusedDocument(
      "This looks like a form on the right to work (Form I-9 or an E-Verify report). Such forms must not be used in screening, so nothing of it was kept. Keep it where your company keeps its employment forms."
    );
  }
}

// src/catalog/grammar/technologies.ts
var NAMES = "JavaScript=js,ecmascript;TypeScript;Python;Java;C++=cpp;C#=csharp,c sharp;!C;!Go=golang;!Rust;Ruby;Ruby on Rails=rails,ror;PHP;Perl;!Swift;Objective-C=objective c;Kotlin;Scala;!R;MATLAB;Julia;Haskell;Elixir;Erlang;Clojure;!Dart;Lua;Groovy;F#;COBOL;Fortran;Solidity;VBA;Bash;PowerShell;HTML=html5;CSS=css3;Sass=scss;Less;Tailwind CSS=tailwind,tailwindcss;Bootstrap;jQuery;React=reactjs,react.js;React Native;Redux;Next.js=nextjs;Angular;AngularJS=angular.js;Vue.js=vue,vuejs;Nuxt.js=nuxt,nuxtjs;Svelte;SvelteKit;Ember.js=ember,emberjs;Backbone.js=backbone;Gatsby;Remix;Astro;Vite;webpack;Babel;Node.js=node,nodejs;Express=express.js,expressjs;NestJS=nest.js;Deno;!Bun;Django;Flask;FastAPI;!Spring;Spring Boot=springboot;Hibernate;Laravel;Symfony;CodeIgniter;WordPress;Drupal;Magento;Shopify;ASP.NET=asp.net core;.NET=.net core,dotnet,.net framework;Entity Framework;Blazor;WPF;Flutter;Xamarin;Ionic;Electron;SwiftUI;Jetpack Compose;Unity;Unreal Engine;SQL;MySQL;PostgreSQL=postgres,postgre sql;SQLite;Oracle;SQL Server=mssql,ms sql,microsoft sql server;MongoDB=mongo;Redis;Cassandra;DynamoDB;Elasticsearch=elastic search;Neo4j;MariaDB;Firebase;Supabase;Snowflake;BigQuery;Redshift;ClickHouse;Databricks;GraphQL;gRPC;REST=rest api,restful,rest apis;SOAP;Prisma;Hasura;AWS=amazon web services;Azure=microsoft azure;Google Cloud=gcp,google cloud platform;Heroku;Vercel;Netlify;DigitalOcean;Cloudflare;Docker;Kubernetes=k8s;Helm;Terraform;Ansible;Puppet;!Chef;Jenkins;CircleCI;GitHub Actions;GitLab CI=gitlab ci/cd;Travis CI;Argo CD=argocd;Prometheus;Grafana;Datadog;Splunk;Nginx;Apache;Linux;Git;Subversion=svn;Jira;Lambda=aws lambda;EC2;S3;Kafka=apache kafka;RabbitMQ;Spark=apache spark,pyspark;Hadoop;Hive;Airflow=apache airflow;Flink;dbt;Tableau;Power BI=powerbi;Looker;Pandas;NumPy;SciPy;scikit-learn=sklearn;TensorFlow;PyTorch;Keras;OpenCV;Hugging Face;LangChain;OpenAI;ChatGPT;GPT-3;GPT-4;LLM=llms;Selenium;Cypress;Playwright;Jest;Mocha;JUnit;pytest;Postman;Cucumber;Ethereum;Web3=web3.js;Hardhat;Truffle;Solana;Hyperledger;IPFS;Uniswap;Figma;Photoshop;Illustrator;Sketch;Salesforce;SAP;ServiceNow;AutoCAD;SolidWorks;Excel=ms excel,microsoft excel;WebAssembly=wasm;Three.js=threejs;D3.js=d3;Socket.io=socket.io;WebRTC;OAuth;Copilot=github copilot;Apollo=apollo graphql;tRPC;Zod;Turborepo;pnpm;esbuild;Qwik;SolidJS=solid.js;htmx;Zig";
var ORDINARY = new Set(
  "less unity helm hive spark flask lambda remix astro electron ionic puppet sketch excel truffle cucumber mocha looker oracle apollo rest node soap rails babel postman illustrator copilot express ember gatsby backbone".split(
    " "
  )
);
var BY_SPELLING = /* @__PURE__ */ new Map();
for (const entry of NAMES.split(";")) {
  const [marked, others] = entry.split("=");
  const ambiguous = marked.startsWith("!");
  const name = marked.replace(/^!/u, "");
  BY_SPELLING.set(name.toLowerCase(), { name, ambiguous });
  for (const other of others?.split(",") ?? []) BY_SPELLING.set(other, { name, ambiguous: false });
}
var MOST_WORDS = 3;
var WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}.+#/-]*/gu;
function technologyOf(text) {
  return BY_SPELLING.get(
    text.trim().toLowerCase().replace(/\s{1,9}/gu, " ")
  )?.name;
}
function technologiesIn(text) {
  const words = [...text.matchAll(WORD)].map((m) => ({ text: m[0].replace(/[./-]+$/u, ""), start: m.index }));
  const found = [];
  for (let i = 0; i < words.length; i += 1) {
    for (let n = MOST_WORDS; n > 0; n -= 1) {
      const last = words[i + n - 1];
      if (last === void 0) continue;
      const [start, end] = [words[i].start, last.start + last.text.length];
      const spelled = text.slice(start, end);
      const known = spelled.length <= 40 ? BY_SPELLING.get(spelled.toLowerCase().replace(/\s{1,9}/gu, " ")) : void 0;
      if (known === void 0 || ORDINARY.has(spelled) || known.ambiguous && !isMeant(text, start, end, known.name)) continue;
      found.push({ name: known.name, spelled, start, end });
      i += n - 1;
      break;
    }
  }
  return found;
}
function isMeant(text, start, end, name) {
  if (text.slice(start, end) !== name) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 6);
  return /(?:\b(?:in|with|using|of|and)\s|[,(/:•|]\s?)$/iu.test(before) && /^(?:\s?[,)/|.;]|\s?$|\sand)/u.test(after);
}

// src/catalog/grammar/skills.ts
var YEARS_OF = /\b(\d{1,2})(?:\.\d)?\s?\+?\s?(?:years?|yrs?)['’]?\s(?:(?:of|in|hands-on|professional|working|work|solid|strong|proven|experience|exp\.?|expertise|with|using|as|a|the|development|programming|building|coding)\s){1,6}/giu;
var YEARS_AFTER = /\s?[(:–—-]\s?(\d{1,2})(?:\.\d)?\s?\+?\s?(?:years?|yrs?|y)\b\.?(?:\s(?:of\s)?(?:exp\.?|experience))?\s?\)?/iu;
var NEAR = 60;
var MOST = 400;
function skillsIn(lines, jobs) {
  const drafts = /* @__PURE__ */ new Map();
  const add = (value, at, original) => {
    const key = `${value.name.toLowerCase()}|${value.years ?? ""}|${value.from ?? ""}|${value.to ?? ""}`;
    if (drafts.size < MOST && !drafts.has(key)) drafts.set(key, claim("skill", value, at, original === value.name ? void 0 : original));
  };
  for (const line of lines) {
    if (line.heading) continue;
    for (const { value, original } of statedYears(line.text)) add(value, line.at, original);
    if (line.section === "skills") for (const { value, original } of listed(line.text)) add(value, line.at, original);
  }
  for (const job of jobs) {
    if (job.from === void 0) continue;
    for (const line of lines.slice(job.start, job.end))
      for (const { name, spelled } of technologiesIn(line.text)) {
        add({ name, from: job.from, ...job.to === void 0 ? {} : { to: job.to } }, line.at, spelled);
      }
  }
  return [...drafts.values()];
}
function statedYears(text) {
  const found = [];
  if (!/\d{1,2}(?:\.\d)?\s?\+?\s?y/iu.test(text)) return found;
  for (const match of text.matchAll(YEARS_OF)) {
    const years = Number(match[1]);
    const end = match.index + match[0].length;
    for (const mention of technologiesIn(text.slice(match.index, end + NEAR))) {
      const between = text.slice(end, match.index + mention.start);
      if (mention.start + match.index < end || !/^(?:[\s,/&]|and|[\p{L}\p{N}.+#]){0,60}$/u.test(between)) continue;
      if (between.replace(/,|\/|&|\band\b/gu, " ").trim().split(/\s+/u).filter((w) => w !== "" && technologyOf(w) === void 0).length > 0)
        continue;
      found.push({ value: { name: mention.name, years }, original: tidy(text.slice(match.index, match.index + mention.end)) });
    }
  }
  for (const mention of technologiesIn(text)) {
    const after = YEARS_AFTER.exec(text.slice(mention.end, mention.end + 40));
    if (after?.index === 0)
      found.push({
        value: { name: mention.name, years: Number(after[1]) },
        original: tidy(text.slice(mention.start, mention.end + after[0].length))
      });
  }
  return found.filter(({ value }) => (value.years ?? 0) <= 80);
}
function listed(text) {
  const bare = text.replace(/^[\s•●▪◦*·➢✓❖§-]{1,6}/u, "");
  const label = /^([^:]{2,40}):\s/u.exec(bare);
  const body = label === null ? bare : bare.slice(label[0].length);
  if (label === null && body.split(/\s+/u).length > 6 && !/[,;|•·\t]/u.test(body))
    return technologiesIn(body).map(({ name, spelled }) => ({ value: { name }, original: spelled }));
  const out = [];
  for (const raw of body.split(/[,;|•·\t]|\s\/\s|\s(?:and|&)\s(?=[^,;|•]{1,30}$)/u)) {
    const item = tidy(
      raw.replace(YEARS_AFTER, " ").replace(/^(?:and|etc)\b\.?\s?/iu, "").replace(/\.$/u, "").replace(/^[:\s]+/u, "")
    );
    const years = YEARS_AFTER.exec(raw)?.[1];
    if (item.length < 1 || item.length > 50 || item.split(/\s/u).length > 5 || !new RegExp("\\p{L}", "u").test(item) || /^etc\.?$/iu.test(item)) continue;
    out.push({ value: { name: technologyOf(item) ?? item, ...years === void 0 ? {} : { years: Number(years) } }, original: item });
  }
  return out;
}

// src/catalog/grammar/year-slips.ts
var FIVE_DIGITS = new RegExp(String.raw`(?<![\p{L}\p{N}])${MONTH}\.?[\s,/'’-]{0,2}((?:19|20)\d{3})(?!\d)`, "giu");
var MOST_NOTES = 20;
function yearSlips(lines) {
  return lines.flatMap(
    ({ text, at }) => [...text.matchAll(FIVE_DIGITS)].map((slip) => ({
      kind: "skipped",
      says: `The year "${slip[1]}" has five digits and was not read. Ask which year is meant.`,
      at
    }))
  ).slice(0, MOST_NOTES);
}

// src/catalog/grammar/resume.ts
var LONGEST_LINE = 2e3;
var MOST_LINES = 5e3;
var MOST_LETTERS = 4e5;
function readResume(all) {
  refuseRightToWorkForms(all);
  const notes = [];
  if (all.length > MOST_LINES)
    notes.push({
      kind: "skipped",
      says: `The text has more than ${MOST_LINES} lines. Only the first ${MOST_LINES} were read.`,
      count: all.length - MOST_LINES
    });
  const { lines: clean, hidden } = cleaned(all.slice(0, MOST_LINES));
  if (clean.length < Math.min(all.length, MOST_LINES))
    notes.push({
      kind: "skipped",
      says: `The text is longer than ${MOST_LETTERS} letters. Only the beginning was read.`,
      count: all.length - clean.length
    });
  const { kept, notes: dropped } = withoutProtected(clean);
  const lines = placeLines(kept);
  const contacts = contactsIn(lines);
  const name = nameIn(lines);
  const jobs = jobsIn(lines);
  const education = educationIn(lines);
  const mask = { names: name?.tokens ?? [], contacts: contacts.map((c) => c.spelled) };
  const drafts = [
    ...name === void 0 ? [] : [name.draft],
    ...unique(contacts.map((c) => c.draft)),
    ...residenceIn(lines),
    ...jobs.drafts,
    ...education.drafts,
    ...skillsIn(lines, jobs.jobs),
    ...certificatesIn(lines),
    ...passagesIn(lines, /* @__PURE__ */ new Set([...jobs.headers, ...education.headers]), mask),
    ...hidden
  ];
  return { drafts, notes: [...notes, ...dropped, ...yearSlips(kept)] };
}
var draftsFromResume = (lines) => [...readResume(lines).drafts];
function cleaned(all) {
  const hidden = [];
  const lines = [];
  let letters = 0;
  for (const line of all) {
    letters += Math.min(line.text.length, LONGEST_LINE);
    if (letters > MOST_LETTERS) break;
    const { clean, invisible } = withoutInvisible(line.text.slice(0, LONGEST_LINE));
    for (const { how, text, characters } of invisible)
      hidden.push({ ...claim("hidden-text", { text, how, characters }, line.at), basis: "observed" });
    lines.push({
      ...line,
      text: clean.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, " ").replace(/[\u00a0\u2000-\u200a\u202f\u3000]/gu, " ")
    });
  }
  return { lines, hidden };
}
function contactsIn(lines) {
  const home = homeCountry(lines);
  const own = lines.filter((line) => line.section !== "references");
  const found = own.flatMap((line) => [
    ...emailsIn(line),
    ...phonesIn(line, home),
    ...linksIn(withoutEmails(line)),
    ...messengersIn(line),
    ...walletsIn(line)
  ]);
  const known = new Set(found.map(({ draft }) => draft.value));
  const others = lines.filter((line) => line.section === "references").flatMap((line) => [...emailsIn(line), ...phonesIn(line, home)]);
  return [...found, ...others.filter(({ draft }) => !known.has(draft.value)).map(asReferee)];
}
function asReferee({ draft, spelled }) {
  const value = draft.property === "email" ? { email: draft.value } : draft.property === "phone" ? { phone: draft.value } : {};
  return { spelled, draft: claim("referee", value, draft.at, draft.original) };
}
var withoutEmails = (line) => line.text.includes("@") ? { ...line, text: line.text.replace(/\S{0,80}@[^\s@]{0,80}/gu, (m) => " ".repeat(m.length)) } : line;
function unique(drafts) {
  const seen = /* @__PURE__ */ new Set();
  return drafts.filter((draft) => {
    const key = `${draft.property} ${JSON.stringify(draft.value)}`;
    return !seen.has(key) && seen.add(key);
  });
}

export {
  withoutInvisible,
  readResume,
  draftsFromResume
};
