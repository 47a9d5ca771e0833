import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)

// src/catalog/grammar/sections.ts
var ANY = "and of the my a an in with other additional relevant recent previous past selected key main major summary overview details information background history record list & et und y e de des la le";
var HEADINGS = [
  {
    section: "personal",
    core: "personal vitae personalia pers\xF6nliche private",
    beside: "data daten information details profile particulars bio dossier background"
  },
  {
    section: "summary",
    core: "summary objective objectives profile about aim goal goals statement introduction profil r\xE9sum\xE9 synopsis bio biography perfil zusammenfassung highlights",
    beside: "career professional executive personal me myself job employment qualifications qualification of short"
  },
  {
    section: "volunteer",
    core: "volunteer volunteering volunteerism voluntary",
    beside: "experience work activities service community leadership"
  },
  {
    section: "experience",
    core: "experience experiences employment work career jobs internship internships positions engagements erfahrung berufserfahrung werdegang berufspraxis exp\xE9rience exp\xE9riences experiencia experi\xEAncia laboral profesional profissional professionnelle professionnelles lavorative esperienza esperienze werkervaring assignments placements chronology",
    beside: "professional employment industry industrial job teaching research project projects held synopsis organisational organizational total technical occupational practical working freelance consulting contract domestic overseas abbreviated abbrev beruflicher parcours"
  },
  {
    section: "education",
    core: "education educational academic academics academia qualification qualifications schooling degree degrees ausbildung bildung studium bildungsweg formation formations educaci\xF3n educacion formaci\xF3n formacion educa\xE7\xE3o educacao forma\xE7\xE3o istruzione opleiding opleidingen studies scholastic",
    beside: "training trainings professional credentials technical courses coursework basic higher qualifications achievements certifications certification academische acad\xEAmica acad\xE9mica general university school special scholarly"
  },
  {
    section: "skills",
    core: "skills skill skillset competencies competences competence expertise proficiencies proficiency technologies technology tools toolbox strengths strength kenntnisse f\xE4higkeiten kompetenzen comp\xE9tences competencias habilidades competenze vaardigheden aptitudes tech stack software computer it",
    beside: "technical core professional knowledge computer computing proficiency it programming software soft hard areas area languages language abilities literacy systems interpersonal personal technological stack specialties specialized strengths tools used key other skills set environment packages exposure profile"
  },
  {
    section: "certificates",
    core: "certificates certificate certifications certification certified licenses licences licensure licence license zertifikate zertifizierungen certificados certificaciones certificazioni accreditations credentials",
    beside: "professional courses training trainings technical industry achievements awards memberships affiliations"
  },
  {
    section: "projects",
    core: "projects project portfolio projekte proyectos projets progetti",
    beside: "personal academic side open source professional key experience work undertaken handled done final year college"
  },
  {
    section: "languages",
    core: "languages language sprachen sprachkenntnisse langues idiomas lingue talen linguistic",
    beside: "skills known spoken proficiency foreign"
  },
  {
    section: "references",
    core: "references reference referees referee referenzen referencias r\xE9f\xE9rences",
    beside: "professional personal available upon on request"
  },
  {
    section: "other",
    core: "interests hobbies hobby activities achievements awards honors honours publications publication patents memberships affiliations extracurricular curricular conferences presentations courses training trainings workshops seminars contact declaration accomplishments research talks military interest leisure distinctions grants teaching",
    beside: "extra co professional academic other interests hobbies and information details personal special scholarships attended undergone statements committees service editorial awards activities area"
  }
];
var words = (text) => text.split(" ").filter((w) => w !== "");
var COMMON = new Set(words(ANY));
var KINDS = HEADINGS.map(({ section, core, beside }) => {
  const cores = new Set(words(core));
  return { section, cores, all: /* @__PURE__ */ new Set([...cores, ...words(beside), ...COMMON]) };
});
var KNOWN = new Set(KINDS.flatMap(({ all }) => [...all]));
var ASIDE = /\([^()]{0,80}\)/gu;
var LETTER_BY_LETTER = new RegExp("^(?:\\p{L}\\s){3,}\\p{L}", "u");
function unspaced(text) {
  if (!LETTER_BY_LETTER.test(text)) return text;
  return text.split(/\s{2,}|\t/u).map((word) => word.replace(new RegExp("(?<=\\p{L})\\s(?=\\p{L}(?:\\s|$))", "gu"), "")).join(" ");
}
function headingKind(text) {
  if (text.length > 80 || !mayBegin(text)) return void 0;
  const bare = unspaced(text.replace(ASIDE, " ").trim()).toLowerCase();
  if (/[@\d]/u.test(bare)) return void 0;
  const parts = bare.split(/[^\p{L}&]+/u).filter((w) => w !== "");
  if (parts.length === 0 || parts.length > 7) return void 0;
  const whole = kindOf(parts);
  if (whole !== void 0 || !/[/&,]|\band\b/u.test(bare)) return whole;
  const kinds = bare.split(/[/&,]|\band\b/u).map((part) => kindOf(part.split(/[^\p{L}]+/u).filter((w) => w !== "")));
  return kinds.every((kind) => kind !== void 0) ? kinds[0] : void 0;
}
function mayBegin(text) {
  const first = /[\p{L}&]+/u.exec(text)?.[0].toLowerCase();
  return first !== void 0 && (first.length === 1 || KNOWN.has(first));
}
function kindOf(words2) {
  return KINDS.find(({ cores, all }) => words2.some((w) => cores.has(w)) && words2.every((w) => all.has(w)))?.section;
}
var SUBHEADINGS = /* @__PURE__ */ new Set(["other", "summary", "skills", "projects"]);
function isAsProminent(line, over) {
  const capitals = (text) => !new RegExp("\\p{Ll}{2}", "u").test(text);
  return (!capitals(over.text) || capitals(line.text)) && (over.bold !== true || line.bold === true) && (line.size ?? 0) >= 0.95 * (over.size ?? 0);
}
var ON_EVERY_PAGE = /^part=(?:header|footer)/;
function placeLines(lines) {
  const placed = [];
  let section = "header";
  let over;
  for (const line of lines) {
    if (ON_EVERY_PAGE.test(line.at)) {
      placed.push({ ...line, section: "header", heading: false });
      continue;
    }
    const found = splitHeading(line, section);
    if (found === void 0 || over !== void 0 && SUBHEADINGS.has(found.section) && !isAsProminent(line, over)) {
      placed.push({ ...line, section, heading: false });
      continue;
    }
    section = found.section;
    over = section === "experience" ? line : void 0;
    placed.push({ ...line, text: found.heading, section, heading: true });
    if (found.rest !== "") placed.push({ ...line, text: found.rest, bold: false, gapBefore: false, section, heading: false });
  }
  return placed;
}
var ONE_LINE = /* @__PURE__ */ new Set(["skills", "summary", "education", "languages", "certificates"]);
var INSIDE = /* @__PURE__ */ new Set(["skills", "languages", "summary"]);
function splitHeading(line, current) {
  const text = line.text.trim();
  if (/^[•●▪◦*·–-]/u.test(text)) return void 0;
  const whole = headingKind(text);
  if (whole !== void 0 && looksLikeHeading(line, text)) return { section: whole, heading: text, rest: "" };
  const cut = text.search(/[:：\t]/u);
  if (cut < 3 || cut > 60) return void 0;
  const heading = text.slice(0, cut);
  const rest = text.slice(cut + 1).replace(/^[\s:：-]+/u, "");
  const kind = headingKind(heading);
  if (kind === void 0 || !ONE_LINE.has(kind)) return void 0;
  const label = text[cut] !== "	" && !new RegExp("^\\P{Ll}+$", "u").test(heading) && INSIDE.has(kind) && (current === "experience" || current === "skills" || current === "projects" || current === "volunteer");
  if (label) return void 0;
  return { section: kind, heading, rest };
}
function looksLikeHeading(line, text) {
  if (/[.,;]$/u.test(text) && !/\.{2,}$/u.test(text)) return false;
  return line.bold === true || line.gapBefore === true || /:\s{0,3}$/u.test(text) || new RegExp("^\\P{Ll}+$", "u").test(text) || new RegExp("^\\p{Lu}", "u").test(text);
}

export {
  headingKind,
  placeLines
};
