import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  refusedField
} from "./chunk-STUAINOW.js";

// src/model/fairness/refused-origin-terms.ts
var ORIGIN_TERMS = {
  nationality: {
    title: "nationality or national origin",
    why: "National origin may not influence hiring (Title VII; 8 U.S.C. 1324b).",
    any: [
      "nationality, nationalities, national origin, nation of origin, country of origin, origin country, home country, ancestry, heritage country, place of origin, native country",
      "Nationalit\xE4t, Staatsangeh\xF6rigkeit, Staatsangehoerigkeit, Herkunftsland, Herkunftsstaat, Heimatland, Abstammung, Migrationshintergrund",
      "nationalit\xE9, pays d'origine, pays origine, origine nationale",
      "nacionalidad, pa\xEDs de origen, origen nacional, pa\xEDs de procedencia",
      "nacionalidade, pa\xEDs de origem, naturalidade",
      "nazionalit\xE0, paese di origine, paese d'origine, origine nazionale",
      "nationaliteit, land van herkomst, migratieachtergrond",
      "narodowo\u015B\u0107, kraj pochodzenia, przynale\u017Cno\u015B\u0107 pa\u0144stwowa",
      "\u043D\u0430\u0446\u0438\u043E\u043D\u0430\u043B\u044C\u043D\u043E\u0441\u0442\u044C, \u0441\u0442\u0440\u0430\u043D\u0430 \u043F\u0440\u043E\u0438\u0441\u0445\u043E\u0436\u0434\u0435\u043D\u0438\u044F, \u043D\u0430\u0446\u0438\u043E\u043D\u0430\u043B\u044C\u043D\u043E\u0435 \u043F\u0440\u043E\u0438\u0441\u0445\u043E\u0436\u0434\u0435\u043D\u0438\u0435",
      "\u043D\u0430\u0446\u0456\u043E\u043D\u0430\u043B\u044C\u043D\u0456\u0441\u0442\u044C, \u043A\u0440\u0430\u0457\u043D\u0430 \u043F\u043E\u0445\u043E\u0434\u0436\u0435\u043D\u043D\u044F",
      "\u56FD\u7C4D, \u570B\u7C4D, \u7C4D\u8D2F, \u7C4D\u8CAB, \u539F\u7C4D, \u51FA\u8EAB\u56FD, \uAD6D\uC801, \uCD9C\uC2E0\uAD6D, \uCD9C\uC2E0 \uAD6D\uAC00",
      "uyruk, uyru\u011Fu, milliyet, men\u015Fe \xFClke, nationalitet, ursprungsland, oprindelsesland, opprinnelsesland, alkuper\xE4maa",
      "n\xE1rodnost, st\xE1tn\xED p\u0159\xEDslu\u0161nost, zem\u011B p\u016Fvodu, na\u021Bionalitate, \u021Bara de origine, nemzetis\xE9g, sz\xE1rmaz\xE1si orsz\xE1g",
      "\u03B5\u03B8\u03BD\u03B9\u03BA\u03CC\u03C4\u03B7\u03C4\u03B1, \u03C7\u03CE\u03C1\u03B1 \u03BA\u03B1\u03C4\u03B1\u03B3\u03C9\u03B3\u03AE\u03C2, \u0627\u0644\u062C\u0646\u0633\u064A\u0629, \u062C\u0646\u0633\u064A\u0629, \u05DC\u05D0\u05D5\u05DD, \u05D0\u05E8\u05E5 \u05DE\u05D5\u05E6\u05D0, \u0930\u093E\u0937\u094D\u091F\u094D\u0930\u0940\u092F\u0924\u093E, qu\u1ED1c t\u1ECBch, \u0E2A\u0E31\u0E0D\u0E0A\u0E32\u0E15\u0E34, kebangsaan"
    ],
    alone: ["Herkunft, origine, herkomst, pochodzenie, \u043F\u0440\u043E\u0438\u0441\u0445\u043E\u0436\u0434\u0435\u043D\u0438\u0435, \u51FA\u8EAB, \uCD9C\uC2E0"]
  },
  citizenship: {
    title: "citizenship",
    why: "Citizenship status may not influence hiring (8 U.S.C. 1324b).",
    any: [
      "citizenship, citizenships, citizen of, country of citizenship, dual citizen, us citizen, is citizen, eu citizen, non citizen, naturalized, naturalised",
      "Staatsb\xFCrgerschaft, Staatsbuergerschaft, Staatsb\xFCrger, citoyennet\xE9, ciudadan\xEDa, cidadania, cittadinanza, staatsburgerschap, obywatelstwo",
      "\u0433\u0440\u0430\u0436\u0434\u0430\u043D\u0441\u0442\u0432\u043E, \u0433\u0440\u043E\u043C\u0430\u0434\u044F\u043D\u0441\u0442\u0432\u043E, \u516C\u6C11\u8EAB\u4EFD, \u5E02\u6C11\u6A29, \uC2DC\uBBFC\uAD8C, vatanda\u015Fl\u0131k, medborgarskap, statsborgerskab, statsborgerskap, kansalaisuus",
      "ob\u010Danstv\xED, cet\u0103\u021Benie, \xE1llampolg\xE1rs\xE1g, \u03C5\u03C0\u03B7\u03BA\u03BF\u03CC\u03C4\u03B7\u03C4\u03B1, \u0627\u0644\u0645\u0648\u0627\u0637\u0646\u0629, \u05D0\u05D6\u05E8\u05D7\u05D5\u05EA, \u0928\u093E\u0917\u0930\u093F\u0915\u0924\u093E, kewarganegaraan, quy\u1EC1n c\xF4ng d\xE2n, dr\u017Eavljanstvo"
    ],
    alone: ["citizen, citoyen, ciudadano, cidad\xE3o, cittadino"]
  },
  birthplace: {
    title: "place or country of birth",
    why: "A birthplace stands for national origin (Title VII).",
    any: [
      "place of birth, birthplace, birth place, country of birth, birth country, city of birth, birth city, born in, state of birth, pob",
      "Geburtsort, Geburtsland, Geburtsstadt, lieu de naissance, pays de naissance, ville de naissance, n\xE9 \xE0",
      "lugar de nacimiento, pa\xEDs de nacimiento, local de nascimento, lugar de nascimento, pa\xEDs de nascimento, luogo di nascita, paese di nascita, comune di nascita",
      "geboorteplaats, geboorteland, miejsce urodzenia, kraj urodzenia, \u043C\u0435\u0441\u0442\u043E \u0440\u043E\u0436\u0434\u0435\u043D\u0438\u044F, \u0441\u0442\u0440\u0430\u043D\u0430 \u0440\u043E\u0436\u0434\u0435\u043D\u0438\u044F, \u043C\u0456\u0441\u0446\u0435 \u043D\u0430\u0440\u043E\u0434\u0436\u0435\u043D\u043D\u044F",
      "\u51FA\u751F\u5730, \u51FA\u751F\u56FD, \u51FA\u751F\u570B, \u51FA\u751F\u56FD\u5BB6, \uCD9C\uC0DD\uC9C0, \uCD9C\uC0DD \uAD6D\uAC00, do\u011Fum yeri, f\xF6delseort, f\xF6delseland, f\xF8dested, f\xF8deland, syntym\xE4paikka",
      "m\xEDsto narozen\xED, locul na\u0219terii, sz\xFClet\xE9si hely, \u03C4\u03CC\u03C0\u03BF\u03C2 \u03B3\u03AD\u03BD\u03BD\u03B7\u03C3\u03B7\u03C2, \u0645\u0643\u0627\u0646 \u0627\u0644\u0648\u0644\u0627\u062F\u0629, \u05DE\u05E7\u05D5\u05DD \u05DC\u05D9\u05D3\u05D4, \u091C\u0928\u094D\u092E \u0938\u094D\u0925\u093E\u0928, n\u01A1i sinh, tempat lahir, \u0E2A\u0E16\u0E32\u0E19\u0E17\u0E35\u0E48\u0E40\u0E01\u0E34\u0E14"
    ],
    alone: []
  },
  ethnicity: {
    title: "ethnicity or race",
    why: "Race and ethnicity may not influence hiring (Title VII; GDPR Art. 9).",
    any: [
      "ethnicity, ethnicities, ethnic group, ethnic origin, ethnic background, race ethnicity, racial, racial group, racial origin, hispanic, latino, hispanic or latino, caste, tribe membership, skin colour, skin color, skin tone, complexion, name origin, name ethnicity, surname origin",
      "Ethnie, Ethnizit\xE4t, ethnische Herkunft, ethnische Zugeh\xF6rigkeit, Hautfarbe, Volkszugeh\xF6rigkeit, ethnicit\xE9, origine ethnique, groupe ethnique, couleur de peau",
      "etnia, etnicidad, origen \xE9tnico, grupo \xE9tnico, color de piel, origem \xE9tnica, cor da pele, ra\xE7a cor, origine etnica, colore della pelle",
      "etniciteit, etnische afkomst, huidskleur, pochodzenie etniczne, etniczno\u015B\u0107, kolor sk\xF3ry, \u044D\u0442\u043D\u0438\u0447\u0435\u0441\u043A\u0430\u044F \u043F\u0440\u0438\u043D\u0430\u0434\u043B\u0435\u0436\u043D\u043E\u0441\u0442\u044C, \u044D\u0442\u043D\u0438\u0447\u043D\u043E\u0441\u0442\u044C, \u0446\u0432\u0435\u0442 \u043A\u043E\u0436\u0438, \u0435\u0442\u043D\u0456\u0447\u043D\u0430 \u043F\u0440\u0438\u043D\u0430\u043B\u0435\u0436\u043D\u0456\u0441\u0442\u044C",
      "\u6C11\u65CF, \u79CD\u65CF, \u7A2E\u65CF, \u4EBA\u7A2E, \u80A4\u8272, \u6C11\u65CF\u6027, \uBBFC\uC871, \uC778\uC885, \uD53C\uBD80\uC0C9, etnik k\xF6ken, etnicitet, etnisk bakgrund, etnisk baggrund, etninen tausta",
      "etnick\xE1 p\u0159\xEDslu\u0161nost, etnie, etnikai hovatartoz\xE1s, \u03B5\u03B8\u03BD\u03BF\u03C4\u03B9\u03BA\u03AE \u03BA\u03B1\u03C4\u03B1\u03B3\u03C9\u03B3\u03AE, \u0627\u0644\u0639\u0631\u0642, \u0627\u0644\u0623\u0635\u0644 \u0627\u0644\u0639\u0631\u0642\u064A, \u05DE\u05D5\u05E6\u05D0 \u05D0\u05EA\u05E0\u05D9, \u091C\u093E\u0924\u0940\u092F\u0924\u093E, d\xE2n t\u1ED9c, suku bangsa, \u0E40\u0E0A\u0E37\u0E49\u0E2D\u0E0A\u0E32\u0E15\u0E34"
    ],
    alone: ["race, races, Rasse, raza, ra\xE7a, razza, ras, rasa, \u0440\u0430\u0441\u0430, \u0131rk, Hautton"]
  },
  language: {
    title: "native language, spoken languages or accent",
    why: "Linguistic traits stand for national origin (EEOC guidance on national origin).",
    any: [
      "native language, native languages, mother tongue, first language, home language, native tongue, native speaker, spoken language, spoken languages, languages spoken, language spoken, second language, preferred language, language preference, language proficiency, language level, language skills, english level, english proficiency, english fluency, foreign accent, accent score, accent strength, accented",
      "Muttersprache, Erstsprache, Sprachkenntnisse, Deutschkenntnisse, Englischkenntnisse, Herkunftssprache, langue maternelle, langues parl\xE9es, premi\xE8re langue, niveau de langue, niveau de fran\xE7ais",
      "lengua materna, idioma materno, idiomas hablados, lengua nativa, idioma nativo, nivel de ingl\xE9s, l\xEDngua materna, idioma nativo, idiomas falados, n\xEDvel de ingl\xEAs",
      "lingua madre, madrelingua, lingue parlate, livello di inglese, moedertaal, gesproken talen, taalniveau, j\u0119zyk ojczysty, j\u0119zyki obce, znajomo\u015B\u0107 j\u0119zyk\xF3w",
      "\u0440\u043E\u0434\u043D\u043E\u0439 \u044F\u0437\u044B\u043A, \u0432\u043B\u0430\u0434\u0435\u043D\u0438\u0435 \u044F\u0437\u044B\u043A\u0430\u043C\u0438, \u0443\u0440\u043E\u0432\u0435\u043D\u044C \u0430\u043D\u0433\u043B\u0438\u0439\u0441\u043A\u043E\u0433\u043E, \u0440\u0456\u0434\u043D\u0430 \u043C\u043E\u0432\u0430, \u6BCD\u8BED, \u6BCD\u8A9E, \u7B2C\u4E00\u8BED\u8A00, \u82F1\u8BED\u6C34\u5E73, \u65E5\u672C\u8A9E\u30EC\u30D9\u30EB, \u8A71\u305B\u308B\u8A00\u8A9E, \uBAA8\uAD6D\uC5B4, \uAD6C\uC0AC \uC5B8\uC5B4, \uC601\uC5B4 \uC218\uC900",
      "ana dil, ana dili, modersm\xE5l, modersmaal, morsm\xE5l, \xE4idinkieli, mate\u0159sk\xFD jazyk, limba matern\u0103, anyanyelv, \u03BC\u03B7\u03C4\u03C1\u03B9\u03BA\u03AE \u03B3\u03BB\u03CE\u03C3\u03C3\u03B1, \u0627\u0644\u0644\u063A\u0629 \u0627\u0644\u0623\u0645, \u05E9\u05E4\u05EA \u05D0\u05DD, \u092E\u093E\u0924\u0943\u092D\u093E\u0937\u093E, ti\u1EBFng m\u1EB9 \u0111\u1EBB, bahasa ibu, \u0E20\u0E32\u0E29\u0E32\u0E41\u0E21\u0E48",
      "\u53E3\u97F3, \u8A1B\u308A, \uC0AC\uD22C\uB9AC"
    ],
    alone: ["primary language, accent, accents, Akzent, acento, sotaque, accento, akcent, \u0430\u043A\u0446\u0435\u043D\u0442, aksan, \uC5B5\uC591, \uC545\uC13C\uD2B8"]
  },
  locale: {
    title: "keyboard, system or document language",
    why: "A keyboard or system language stands for national origin.",
    any: [
      "keyboard locale, keyboard layout, keyboard language, keyboard layouts, input method, input locale, system locale, os locale, os language, system language, ui language, browser language, browser locale, accept language, device language, device locale, document language, document locale, navigator language, font locale, installed fonts locale",
      "Tastaturlayout, Tastatursprache, Systemsprache, disposition du clavier, langue du syst\xE8me, distribuci\xF3n del teclado, idioma del sistema, layout do teclado, idioma do sistema, lingua di sistema",
      "toetsenbordindeling, systeemtaal, uk\u0142ad klawiatury, j\u0119zyk systemu, \u0440\u0430\u0441\u043A\u043B\u0430\u0434\u043A\u0430 \u043A\u043B\u0430\u0432\u0438\u0430\u0442\u0443\u0440\u044B, \u044F\u0437\u044B\u043A \u0441\u0438\u0441\u0442\u0435\u043C\u044B, \u952E\u76D8\u5E03\u5C40, \u952E\u76D8\u8BED\u8A00, \u8F93\u5165\u6CD5, \u30AD\u30FC\u30DC\u30FC\u30C9\u914D\u5217, \u5165\u529B\u65B9\u5F0F, \uD0A4\uBCF4\uB4DC \uBC30\uC5F4, \uC785\uB825\uAE30"
    ],
    alone: ["locale, locales, lcid, ime"]
  },
  "immigration-status": {
    title: "visa, immigration or work-permit status",
    why: "Immigration status and the choice of work papers may not influence hiring before the offer (8 U.S.C. 1324b).",
    any: [
      "visa status, visa type, visa sponsorship, visa number, visa class, work visa, visa expiry, visa expiration, immigration status, immigration, immigrant, immigrant status, work permit, work permit number, work authorization, work authorisation, work authorized, authorized to work, authorised to work, legally authorized, right to work, employment authorization, employment eligibility, eligible to work, eligibility to work, residence permit, residency status, permanent resident, green card, greencard, requires sponsorship, require sponsorship, needs sponsorship, sponsorship required, sponsorship needed, future sponsorship, h1b, h 1b, i9, form i 9, e verify, everify, ead card, asylum, asylee, refugee, refugee status, alien number, alien registration",
      "Aufenthaltstitel, Aufenthaltsstatus, Aufenthaltserlaubnis, Aufenthaltsgenehmigung, Arbeitserlaubnis, Arbeitsgenehmigung, Einwanderungsstatus, Niederlassungserlaubnis, Visumstatus, titre de s\xE9jour, permis de travail, carte de s\xE9jour, autorisation de travail, statut migratoire",
      "permiso de trabajo, permiso de residencia, estatus migratorio, situaci\xF3n migratoria, autorizaci\xF3n de trabajo, autoriza\xE7\xE3o de trabalho, visto de trabalho, situa\xE7\xE3o migrat\xF3ria, permesso di soggiorno, permesso di lavoro",
      "werkvergunning, verblijfsvergunning, verblijfsstatus, pozwolenie na prac\u0119, karta pobytu, status imigracyjny, \u0440\u0430\u0437\u0440\u0435\u0448\u0435\u043D\u0438\u0435 \u043D\u0430 \u0440\u0430\u0431\u043E\u0442\u0443, \u0432\u0438\u0434 \u043D\u0430 \u0436\u0438\u0442\u0435\u043B\u044C\u0441\u0442\u0432\u043E, \u043C\u0438\u0433\u0440\u0430\u0446\u0438\u043E\u043D\u043D\u044B\u0439 \u0441\u0442\u0430\u0442\u0443\u0441, \u0434\u043E\u0437\u0432\u0456\u043B \u043D\u0430 \u0440\u043E\u0431\u043E\u0442\u0443",
      "\u7B7E\u8BC1, \u7C3D\u8B49, \u5DE5\u4F5C\u8BB8\u53EF, \u79FB\u6C11\u8EAB\u4EFD, \u5C45\u7559\u8BB8\u53EF, \u5728\u7559\u8CC7\u683C, \u5C31\u52B4\u30D3\u30B6, \u5C31\u52B4\u8A31\u53EF, \uBE44\uC790, \uCCB4\uB958 \uC790\uACA9, \uCDE8\uC5C5 \uD5C8\uAC00, \xE7al\u0131\u015Fma izni, oturma izni, arbetstillst\xE5nd, uppeh\xE5llstillst\xE5nd, arbejdstilladelse, oleskelulupa",
      "pracovn\xED povolen\xED, permis de munc\u0103, munkav\xE1llal\xE1si enged\xE9ly, \u03AC\u03B4\u03B5\u03B9\u03B1 \u03B5\u03C1\u03B3\u03B1\u03C3\u03AF\u03B1\u03C2, \u062A\u0635\u0631\u064A\u062D \u0639\u0645\u0644, \u0627\u0644\u0625\u0642\u0627\u0645\u0629, \u05D0\u05E9\u05E8\u05EA \u05E2\u05D1\u05D5\u05D3\u05D4, gi\u1EA5y ph\xE9p lao \u0111\u1ED9ng, izin kerja, \u0E43\u0E1A\u0E2D\u0E19\u0E38\u0E0D\u0E32\u0E15\u0E17\u0E33\u0E07\u0E32\u0E19"
    ],
    alone: ["visa, visas, Visum, visto, visado, \u0432\u0438\u0437\u0430, \u0432\u0456\u0437\u0430, wiza, vize, \u30D3\u30B6, sponsorship"]
  },
  "identity-document": {
    title: "passport, identity document or its number or picture",
    why: "Identity papers name origin and citizenship; they are checked after the offer by those who must, never here (R-012).",
    any: [
      "passport, passport number, passport no, passport country, passport photo, passport scan, passport copy, passports, national id, national id number, national identity number, id card, id card number, identity card, identity document, identity document number, id document, id document number, id document photo, id scan, id photo, government id, photo of id, social security number, ssn, social insurance number, national insurance number, drivers license number, driver license number, driving licence number, mrz, birth certificate, origin document, origin documents, photo of origin documents",
      "Reisepass, Passnummer, Reisepassnummer, Personalausweis, Personalausweisnummer, Ausweisnummer, Ausweiskopie, Sozialversicherungsnummer, Geburtsurkunde, passeport, num\xE9ro de passeport, carte identit\xE9, carte nationale identit\xE9, num\xE9ro de s\xE9curit\xE9 sociale, acte de naissance",
      "pasaporte, n\xFAmero de pasaporte, documento de identidad, documento nacional de identidad, n\xFAmero de seguridad social, passaporte, n\xFAmero do passaporte, documento de identidade, registro geral, passaporto, numero di passaporto, carta identit\xE0, codice fiscale",
      "paspoort, paspoortnummer, identiteitskaart, burgerservicenummer, paszport, numer paszportu, dow\xF3d osobisty, \u043F\u0430\u0441\u043F\u043E\u0440\u0442, \u043D\u043E\u043C\u0435\u0440 \u043F\u0430\u0441\u043F\u043E\u0440\u0442\u0430, \u0443\u0434\u043E\u0441\u0442\u043E\u0432\u0435\u0440\u0435\u043D\u0438\u0435 \u043B\u0438\u0447\u043D\u043E\u0441\u0442\u0438, \u0441\u043D\u0438\u043B\u0441, \u043D\u043E\u043C\u0435\u0440 \u043F\u0430\u0441\u043F\u043E\u0440\u0442\u0443",
      "\u62A4\u7167, \u8B77\u7167, \u62A4\u7167\u53F7, \u8EAB\u4EFD\u8BC1, \u8EAB\u5206\u8B49, \u8EAB\u4EFD\u8BC1\u53F7, \u30D1\u30B9\u30DD\u30FC\u30C8, \u65C5\u5238\u756A\u53F7, \u5728\u7559\u30AB\u30FC\u30C9, \u30DE\u30A4\u30CA\u30F3\u30D0\u30FC, \uC5EC\uAD8C, \uC5EC\uAD8C\uBC88\uD638, \uC8FC\uBBFC\uB4F1\uB85D\uBC88\uD638, \uC2E0\uBD84\uC99D, pasaport, kimlik numaras\u0131, pass nummer, personnummer, cpr nummer, henkil\xF6tunnus",
      "\u010D\xEDslo pasu, rodn\xE9 \u010D\xEDslo, pa\u0219aport, \xFAtlev\xE9lsz\xE1m, \u03B4\u03B9\u03B1\u03B2\u03B1\u03C4\u03AE\u03C1\u03B9\u03BF, \u062C\u0648\u0627\u0632 \u0627\u0644\u0633\u0641\u0631, \u05D3\u05E8\u05DB\u05D5\u05DF, \u05EA\u05E2\u05D5\u05D3\u05EA \u05D6\u05D4\u05D5\u05EA, \u092A\u093E\u0938\u092A\u094B\u0930\u094D\u091F, \u0906\u0927\u093E\u0930, aadhaar, h\u1ED9 chi\u1EBFu, nomor paspor, nik ktp, \u0E2B\u0E19\u0E31\u0E07\u0E2A\u0E37\u0E2D\u0E40\u0E14\u0E34\u0E19\u0E17\u0E32\u0E07"
    ],
    alone: ["dni, pesel, bsn, curp, cpf"]
  },
  postcode: {
    title: "postcode as a feature",
    why: "A postcode or neighbourhood stands for race and origin (Illinois HB 3773; R-006).",
    any: [
      "zip code, zipcode, zip 4, zip plus four, postcode, post code, postal code, postal zip, neighbourhood, neighborhood, census tract",
      "Postleitzahl, Wohnviertel, code postal, c\xF3digo postal, codice postale, codice avviamento postale, kod pocztowy, \u043F\u043E\u0447\u0442\u043E\u0432\u044B\u0439 \u0438\u043D\u0434\u0435\u043A\u0441, \u043F\u043E\u0448\u0442\u043E\u0432\u0438\u0439 \u0456\u043D\u0434\u0435\u043A\u0441",
      "\u90AE\u7F16, \u90AE\u653F\u7F16\u7801, \u90F5\u905E\u5340\u865F, \u90F5\u4FBF\u756A\u53F7, \uC6B0\uD3B8\uBC88\uD638, posta kodu, postnummer, postinumero, ps\u010D, cod po\u0219tal, ir\xE1ny\xEDt\xF3sz\xE1m, \u03C4\u03B1\u03C7\u03C5\u03B4\u03C1\u03BF\u03BC\u03B9\u03BA\u03CC\u03C2 \u03BA\u03CE\u03B4\u03B9\u03BA\u03B1\u03C2, \u0627\u0644\u0631\u0645\u0632 \u0627\u0644\u0628\u0631\u064A\u062F\u064A, \u05DE\u05D9\u05E7\u05D5\u05D3, \u092A\u093F\u0928 \u0915\u094B\u0921, m\xE3 b\u01B0u \u0111i\u1EC7n, kode pos, \u0E23\u0E2B\u0E31\u0E2A\u0E44\u0E1B\u0E23\u0E29\u0E13\u0E35\u0E22\u0E4C"
    ],
    alone: ["zip, zips, plz, cep"]
  }
};

// src/model/fairness/refused-person-terms.ts
var PERSON_TERMS = {
  religion: {
    title: "religion or belief",
    why: "Religion may not influence hiring (Title VII; GDPR Art. 9).",
    any: [
      "religion, religions, religious, religious affiliation, religious belief, church membership, church tax, Religionszugeh\xF6rigkeit, Religionszugehoerigkeit, Kirchensteuer, Kirchenmitglied, Glaubensbekenntnis, appartenance religieuse, confession religieuse",
      "religi\xF3n, creencia religiosa, religi\xE3o, cren\xE7a religiosa, religione, credo religioso, godsdienst, geloofsovertuiging, religia, wyznanie, \u0440\u0435\u043B\u0438\u0433\u0438\u044F, \u0432\u0435\u0440\u043E\u0438\u0441\u043F\u043E\u0432\u0435\u0434\u0430\u043D\u0438\u0435, \u0440\u0435\u043B\u0456\u0433\u0456\u044F, \u0432\u0456\u0440\u043E\u0441\u043F\u043E\u0432\u0456\u0434\u0430\u043D\u043D\u044F",
      "\u5B97\u6559, \u4FE1\u4EF0, \uC885\uAD50, din mezhep, dini inan\xE7, trosbek\xE4nnelse, uskonto, n\xE1bo\u017Eenstv\xED, religie, vall\xE1s, \u03B8\u03C1\u03B7\u03C3\u03BA\u03B5\u03AF\u03B1, \u0627\u0644\u062F\u064A\u0627\u0646\u0629, \u05D3\u05EA \u05D5\u05D0\u05DE\u05D5\u05E0\u05D4, \u0927\u0930\u094D\u092E, t\xF4n gi\xE1o, agama, \u0E28\u0E32\u0E2A\u0E19\u0E32"
    ],
    alone: ["faith, creed, belief, Konfession, confession, Glaube, culte, credo, geloof, \u0432\u0435\u0440\u0430, dini, \u05D3\u05EA, \u0627\u0644\u062F\u064A\u0646"]
  },
  gender: {
    title: "gender or sex",
    why: "Sex may not influence hiring (Title VII).",
    any: [
      "gender, genders, gender identity, gender code, sex, biological sex, sex at birth, pronoun, pronouns, preferred pronouns, transgender, salutation, honorific, inferred gender, is male, is female, male or female, pregnant, pregnancy",
      "Geschlecht, Geschlechtsidentit\xE4t, Anrede, schwanger, Schwangerschaft, sexe, identit\xE9 de genre, civilit\xE9, grossesse",
      "sexo, g\xE9nero, identidad de g\xE9nero, embarazo, g\xEAnero, identidade de g\xEAnero, gravidez, sesso, genere, identit\xE0 di genere, gravidanza",
      "geslacht, genderidentiteit, aanhef, zwangerschap, p\u0142e\u0107, to\u017Csamo\u015B\u0107 p\u0142ciowa, ci\u0105\u017Ca, \u0433\u0435\u043D\u0434\u0435\u0440, \u0431\u0435\u0440\u0435\u043C\u0435\u043D\u043D\u043E\u0441\u0442\u044C, \u0441\u0442\u0430\u0442\u044C \u043E\u0441\u043E\u0431\u0438, \u0432\u0430\u0433\u0456\u0442\u043D\u0456\u0441\u0442\u044C",
      "\u6027\u522B, \u6027\u5225, \u6000\u5B55, \u598A\u5A20, \uC131\uBCC4, \uC784\uC2E0, cinsiyet, k\xF6n, k\xF8n, kj\xF8nn, k\xF6nsidentitet, sukupuoli, pohlav\xED, genul, sexul, \u03C6\u03CD\u03BB\u03BF, \u0627\u0644\u062C\u0646\u0633, \u05DE\u05D2\u05D3\u05E8, \u0932\u093F\u0902\u0917, gi\u1EDBi t\xEDnh, jenis kelamin, \u0E40\u0E1E\u0E28"
    ],
    alone: ["\u043F\u043E\u043B, \u0441\u0442\u0430\u0442\u044C, genre, neme, male, female"]
  },
  age: {
    title: "age or date of birth",
    why: "Age may not influence hiring (ADEA).",
    any: [
      "date of birth, birth date, birthdate, birthday, birthdays, dob, d o b, year of birth, birth year, month of birth, born on, age group, age range, age bracket, age band, age years, age in years, over 18, over 40, inferred age, candidate age, applicant age",
      "Geburtsdatum, Geburtstag, Geburtsjahr, Lebensalter, Altersgruppe, date de naissance, ann\xE9e de naissance, anniversaire, n\xE9 le, tranche \xE2ge",
      "fecha de nacimiento, a\xF1o de nacimiento, cumplea\xF1os, grupo de edad, data de nascimento, ano de nascimento, faixa et\xE1ria, anivers\xE1rio, data di nascita, anno di nascita, compleanno, fascia di et\xE0",
      "geboortedatum, geboortejaar, verjaardag, leeftijd, leeftijdsgroep, data urodzenia, rok urodzenia, wiek kandydata, \u0434\u0430\u0442\u0430 \u0440\u043E\u0436\u0434\u0435\u043D\u0438\u044F, \u0433\u043E\u0434 \u0440\u043E\u0436\u0434\u0435\u043D\u0438\u044F, \u0434\u0435\u043D\u044C \u0440\u043E\u0436\u0434\u0435\u043D\u0438\u044F, \u0432\u043E\u0437\u0440\u0430\u0441\u0442, \u0434\u0430\u0442\u0430 \u043D\u0430\u0440\u043E\u0434\u0436\u0435\u043D\u043D\u044F, \u0432\u0456\u043A \u043A\u0430\u043D\u0434\u0438\u0434\u0430\u0442\u0430",
      "\u51FA\u751F\u65E5\u671F, \u51FA\u751F\u5E74\u6708, \u51FA\u751F\u5E74\u4EFD, \u751F\u65E5, \u5E74\u9F84, \u5E74\u9F61, \u751F\u5E74\u6708\u65E5, \u8A95\u751F\u65E5, \u5E74\u9F62, \uC0DD\uB144\uC6D4\uC77C, \uC0DD\uC77C, \uB098\uC774, \uC5F0\uB839, do\u011Fum tarihi, do\u011Fum y\u0131l\u0131, f\xF6delsedatum, f\xF8dselsdato, f\xF8dselsdag, syntym\xE4aika",
      "datum narozen\xED, data na\u0219terii, sz\xFClet\xE9si d\xE1tum, \u03B7\u03BC\u03B5\u03C1\u03BF\u03BC\u03B7\u03BD\u03AF\u03B1 \u03B3\u03AD\u03BD\u03BD\u03B7\u03C3\u03B7\u03C2, \u03B7\u03BB\u03B9\u03BA\u03AF\u03B1, \u062A\u0627\u0631\u064A\u062E \u0627\u0644\u0645\u064A\u0644\u0627\u062F, \u062A\u0627\u0631\u064A\u062E \u0627\u0644\u0648\u0644\u0627\u062F\u0629, \u0627\u0644\u0639\u0645\u0631, \u05EA\u05D0\u05E8\u05D9\u05DA \u05DC\u05D9\u05D3\u05D4, \u091C\u0928\u094D\u092E \u0924\u093F\u0925\u093F, \u091C\u0928\u094D\u092E\u0924\u093F\u0925\u093F, ng\xE0y sinh, tanggal lahir, \u0E27\u0E31\u0E19\u0E40\u0E01\u0E34\u0E14, \u0E2D\u0E32\u0E22\u0E38"
    ],
    alone: ["age, ages, Alter, \xE2ge, edad, idade, et\xE0, wiek, \u0432\u0456\u043A, ya\u015F, \xE5lder, alder, ik\xE4, v\u011Bk, v\xE2rst\u0103, kor, \u05D2\u05D9\u05DC, \u0906\u092F\u0941, tu\u1ED5i, umur, usia"]
  },
  family: {
    title: "marital or family status",
    why: "Marital and family status may not influence hiring.",
    any: [
      "marital status, marital, married, is married, civil status, family status, relationship status, spouse, spouse name, number of children, has children, children count, dependents, dependants, parental status, caregiver status",
      "Familienstand, verheiratet, Ehepartner, Ehegatte, Kinderzahl, Anzahl Kinder, \xE9tat civil, situation familiale, situation de famille, conjoint, mari\xE9",
      "estado civil, c\xF3nyuge, n\xFAmero de hijos, situaci\xF3n familiar, c\xF4njuge, n\xFAmero de filhos, stato civile, coniuge, numero di figli, stato di famiglia",
      "burgerlijke staat, gehuwd, echtgenoot, aantal kinderen, stan cywilny, ma\u0142\u017Conek, liczba dzieci, \u0441\u0435\u043C\u0435\u0439\u043D\u043E\u0435 \u043F\u043E\u043B\u043E\u0436\u0435\u043D\u0438\u0435, \u0441\u0443\u043F\u0440\u0443\u0433, \u043A\u043E\u043B\u0438\u0447\u0435\u0441\u0442\u0432\u043E \u0434\u0435\u0442\u0435\u0439, \u0441\u0456\u043C\u0435\u0439\u043D\u0438\u0439 \u0441\u0442\u0430\u043D",
      "\u5A5A\u59FB\u72B6\u51B5, \u5A5A\u59FB\u72C0\u6CC1, \u5A5A\u5426, \u914D\u5076, \u5A5A\u59FB, \u914D\u5076\u8005, \u65E2\u5A5A, \uACB0\uD63C \uC5EC\uBD80, \uD63C\uC778 \uC0C1\uD0DC, \uBC30\uC6B0\uC790, medeni durum, medeni hal, civilst\xE5nd, civilstand, sivilstatus, siviilis\xE4\xE4ty",
      "rodinn\xFD stav, stare civil\u0103, csal\xE1di \xE1llapot, \u03BF\u03B9\u03BA\u03BF\u03B3\u03B5\u03BD\u03B5\u03B9\u03B1\u03BA\u03AE \u03BA\u03B1\u03C4\u03AC\u03C3\u03C4\u03B1\u03C3\u03B7, \u0627\u0644\u062D\u0627\u0644\u0629 \u0627\u0644\u0627\u062C\u062A\u0645\u0627\u0639\u064A\u0629, \u05DE\u05E6\u05D1 \u05DE\u05E9\u05E4\u05D7\u05EA\u05D9, \u0935\u0948\u0935\u093E\u0939\u093F\u0915 \u0938\u094D\u0925\u093F\u0924\u093F, t\xECnh tr\u1EA1ng h\xF4n nh\xE2n, status perkawinan, \u0E2A\u0E16\u0E32\u0E19\u0E20\u0E32\u0E1E\u0E2A\u0E21\u0E23\u0E2A"
    ],
    alone: []
  },
  disability: {
    title: "disability, health or the reason for an accommodation",
    why: "Disability and health may not influence hiring (ADA; GDPR Art. 9).",
    any: [
      "disability, disabilities, disability status, has disability, handicap, handicapped, impairment, medical condition, medical history, health status, health condition, health data, neurodivergent, accommodation reason, reason for accommodation, accommodation diagnosis, genetic data, blood type, vaccination status",
      "Behinderung, Schwerbehinderung, schwerbehindert, Grad der Behinderung, Gesundheitszustand, Blutgruppe, handicap\xE9, invalidit\xE9, \xE9tat de sant\xE9, travailleur handicap\xE9",
      "discapacidad, minusval\xEDa, estado de salud, defici\xEAncia, pessoa com defici\xEAncia, estado de sa\xFAde, disabilit\xE0, invalidit\xE0, stato di salute, categorie protette",
      "arbeidsbeperking, gezondheidstoestand, gehandicapt, niepe\u0142nosprawno\u015B\u0107, stan zdrowia, stopie\u0144 niepe\u0142nosprawno\u015Bci, \u0438\u043D\u0432\u0430\u043B\u0438\u0434\u043D\u043E\u0441\u0442\u044C, \u0441\u043E\u0441\u0442\u043E\u044F\u043D\u0438\u0435 \u0437\u0434\u043E\u0440\u043E\u0432\u044C\u044F, \u0456\u043D\u0432\u0430\u043B\u0456\u0434\u043D\u0456\u0441\u0442\u044C",
      "\u6B8B\u75BE, \u6B98\u75BE, \u6B8B\u969C, \u5065\u5EB7\u72B6\u51B5, \u969C\u5BB3, \u969C\u304C\u3044, \u5065\u5EB7\u72B6\u614B, \u8840\u6DB2\u578B, \uC7A5\uC560, \uC7A5\uC560 \uC5EC\uBD80, \uAC74\uAC15 \uC0C1\uD0DC, engellilik, engel durumu, funktionsneds\xE4ttning, funktionshinder, vammaisuus",
      "zdravotn\xED posti\u017Een\xED, dizabilitate, fogyat\xE9koss\xE1g, \u03B1\u03BD\u03B1\u03C0\u03B7\u03C1\u03AF\u03B1, \u0627\u0644\u0625\u0639\u0627\u0642\u0629, \u05E0\u05DB\u05D5\u05EA, \u05DE\u05D5\u05D2\u05D1\u05DC\u05D5\u05EA, \u0935\u093F\u0915\u0932\u093E\u0902\u0917\u0924\u093E, khuy\u1EBFt t\u1EADt, disabilitas, \u0E04\u0E27\u0E32\u0E21\u0E1E\u0E34\u0E01\u0E32\u0E23"
    ],
    alone: ["diagnosis"]
  },
  veteran: {
    title: "veteran or military status",
    why: "Veteran status may not influence hiring (USERRA, VEVRAA).",
    any: [
      "veteran, veterans, veteran status, protected veteran, disabled veteran, military status, military spouse, Veteranenstatus, ancien combattant, veterano, excombatiente, veteraan, weteran, status wojskowy, \u0432\u0435\u0442\u0435\u0440\u0430\u043D, \u0432\u043E\u0438\u043D\u0441\u043A\u0438\u0439 \u0443\u0447\u0435\u0442, \u0432\u043E\u0435\u043D\u043D\u043E\u043E\u0431\u044F\u0437\u0430\u043D\u043D\u044B\u0439, \u9000\u4F0D\u519B\u4EBA, \u9000\u5F79\u8ECD\u4EBA, \u9000\u5F79\u519B\u4EBA, \u5175\u5F79, \uBCD1\uC5ED, \uAD70\uD544 \uC5EC\uBD80, askerlik durumu"
    ],
    alone: []
  },
  orientation: {
    title: "sexual orientation",
    why: "Sexual orientation may not influence hiring (Title VII; GDPR Art. 9).",
    any: [
      "sexual orientation, sexuality, lgbt, lgbtq, lgbtqia, is gay, sexuelle Orientierung, Sexualit\xE4t, orientation sexuelle, orientaci\xF3n sexual, orienta\xE7\xE3o sexual, orientamento sessuale, seksuele geaardheid, seksuele ori\xEBntatie, orientacja seksualna, \u0441\u0435\u043A\u0441\u0443\u0430\u043B\u044C\u043D\u0430\u044F \u043E\u0440\u0438\u0435\u043D\u0442\u0430\u0446\u0438\u044F, \u0441\u0435\u043A\u0441\u0443\u0430\u043B\u044C\u043D\u0430 \u043E\u0440\u0456\u0454\u043D\u0442\u0430\u0446\u0456\u044F, \u6027\u53D6\u5411, \u6027\u503E\u5411, \u6027\u7684\u6307\u5411, \uC131\uC801 \uC9C0\uD5A5, cinsel y\xF6nelim, sexuell l\xE4ggning, sexu\xE1ln\xED orientace, \u0627\u0644\u0645\u064A\u0648\u0644 \u0627\u0644\u062C\u0646\u0633\u064A\u0629, \u05E0\u05D8\u05D9\u05D9\u05D4 \u05DE\u05D9\u05E0\u05D9\u05EA"
    ],
    alone: []
  },
  "equal-opportunity": {
    title: "answers of an equal-opportunity survey",
    why: "Voluntary self-identification is given for statistics and kept apart from every decision.",
    any: [
      "eeo, eeoc, eeo 1, eeo category, eeoc category, ofccp, equal employment opportunity, equal opportunity, affirmative action, diversity survey, diversity questionnaire, demographic, demographics, demographic question, demographic answers, self identification, self identified, self id form, protected class, protected characteristic, underrepresented, minority status, visible minority, indigenous status, aboriginal"
    ],
    alone: ["minority, diversity"]
  },
  appearance: {
    title: "appearance, face, voice or mood",
    why: "Looks, face and voice measurements and mood analysis are never used (BIPA; EU AI Act Art. 5(1)(f); R-048, R-049).",
    any: [
      "facial features, face embedding, face template, faceprint, face vector, face score, facial recognition, voiceprint, voice embedding, voice stress, voice template, gait, emotion, emotions, emotion score, micro expression, micro expressions, stress level, deception score, lie score, personality score, personality type, eye contact, gaze score, gaze tracking, hair colour, hair color, eye colour, eye color, body weight, body height, attractiveness, looks like, keystroke dynamics",
      "Aussehen, Haarfarbe, Augenfarbe, K\xF6rpergr\xF6\xDFe, Gesichtsz\xFCge, Stimmabdruck, apparence physique, couleur des yeux, apariencia f\xEDsica, apar\xEAncia f\xEDsica, aspetto fisico, uiterlijk, wygl\u0105d zewn\u0119trzny, \u0432\u043D\u0435\u0448\u043D\u043E\u0441\u0442\u044C, \u5916\u8C8C, \u957F\u76F8, \u5BB9\u59FF, \uC678\uBAA8, d\u0131\u015F g\xF6r\xFCn\xFC\u015F"
    ],
    alone: ["appearance, looks, gaze, apparence, apariencia, apar\xEAncia, aspetto, wygl\u0105d"]
  },
  "special-category": {
    title: "politics, union, criminal or credit record",
    why: "Political, union, criminal and credit data have no place in this check (GDPR Art. 9 and 10; FCRA).",
    any: [
      "political opinion, political opinions, political view, political views, political affiliation, political party, party membership, loyalty test, trade union, trade union membership, union membership, union member, criminal record, criminal history, criminal convictions, credit score, credit history, credit rating, bankruptcy",
      "politische Meinung, Parteizugeh\xF6rigkeit, Gewerkschaft, Gewerkschaftszugeh\xF6rigkeit, Vorstrafen, Schufa, opinion politique, opinions politiques, appartenance syndicale, casier judiciaire, opini\xF3n pol\xEDtica, afiliaci\xF3n sindical, antecedentes penales",
      "opini\xE3o pol\xEDtica, filia\xE7\xE3o sindical, antecedentes criminais, opinioni politiche, appartenenza sindacale, casellario giudiziale, politieke voorkeur, vakbondslidmaatschap, strafblad, pogl\u0105dy polityczne, przynale\u017Cno\u015B\u0107 zwi\u0105zkowa, karalno\u015B\u0107, \u043F\u043E\u043B\u0438\u0442\u0438\u0447\u0435\u0441\u043A\u0438\u0435 \u0432\u0437\u0433\u043B\u044F\u0434\u044B, \u0441\u0443\u0434\u0438\u043C\u043E\u0441\u0442\u044C, \u653F\u6CBB\u9762\u8C8C, \u72AF\u7F6A\u8BB0\u5F55, \u72AF\u7F6A\u6B74, \u652F\u6301\u653F\u515A, \uC815\uCE58 \uC131\uD5A5, \uBC94\uC8C4 \uACBD\uB825, sab\u0131ka kayd\u0131"
    ],
    alone: []
  }
};

// src/model/refused.ts
var REFUSED_TOPICS = { ...ORIGIN_TERMS, ...PERSON_TERMS };
var FILLER = new Set(
  "a an the is are was of for to at in on and or if any by my your his her their our what which please do does you i me self own candidate candidates applicant applicants person people persons user employee worker contact individual member hire profile personal bewerber candidat candidato kandidat id ids status type kind group groups category categories code codes value values field fields answer answers question response responses text label name names number no nr option options selected select choose specify optional required requires require needs need needed voluntary identified identification declared disclosed reported raw original custom attr attribute property prop column key details detail data info current legal years year yrs desc description other note notes score scores weight level strength match flag feature features signal index filter rule rating bonus penalty hash digest list check known observed claimed inferred estimated guess eeo hris ats".split(" ")
);
var COMPUTER_LANGUAGE = /(programming|coding|scripting|query|markup|implementation)[\s_.-]*languages?/gi;
var INSIDE_FROM = 8;
var LATIN_FOLD = { \u00DF: "ss", \u00F8: "o", \u00E6: "ae", \u0153: "oe", \u0142: "l", \u0111: "d", \u00F0: "d", \u00FE: "th", \u0131: "i" };
var UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
function words(key) {
  return key.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(new RegExp("(\\p{Ll})(\\p{Lu})", "gu"), "$1 $2").replace(new RegExp("(\\p{Lu})(\\p{Lu}\\p{Ll})", "gu"), "$1 $2").toLowerCase().replace(/[ßøæœłđðþı]/g, (letter) => LATIN_FOLD[letter] ?? letter).normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
}
function compact(text) {
  return words(text).join("");
}
function spellings(term) {
  const typed = term.replace(/[äöüÄÖÜ]/g, (letter) => ({ \u00E4: "ae", \u00F6: "oe", \u00FC: "ue" })[letter.toLowerCase()] ?? letter);
  return typed === term ? [compact(term)] : [compact(term), compact(typed)];
}
function index(pick) {
  const terms = /* @__PURE__ */ new Map();
  for (const [topic, entry] of Object.entries(REFUSED_TOPICS)) {
    for (const term of entry[pick].flatMap((list) => list.split(",")).map((t) => t.trim()))
      for (const spelling of spellings(term)) if (!terms.has(spelling)) terms.set(spelling, { topic, term });
  }
  return terms;
}
var ANY = index("any");
var ALONE = index("alone");
var INSIDE = [...ANY].filter(([text]) => text.length >= INSIDE_FROM && !UNSPACED.test(text));
var UNSPACED_TERMS = [...ANY].filter(([text]) => UNSPACED.test(text));
var LONGEST = Math.max(...[...ANY.keys(), ...ALONE.keys()].map((text) => text.length));
function isRefusedKey(key) {
  const tokens = words(key.slice(0, 500).replace(COMPUTER_LANGUAGE, " "));
  const found = consecutive(tokens) ?? inside(tokens) ?? alone(tokens);
  if (found === void 0) return void 0;
  const { title, why } = REFUSED_TOPICS[found.topic];
  return { topic: found.topic, title, why, term: found.term };
}
function consecutive(tokens) {
  for (let start = 0; start < tokens.length; start += 1) {
    let run = "";
    for (let end = start; end < tokens.length && run.length <= LONGEST; end += 1) {
      run += tokens[end];
      const term = ANY.get(run) ?? ANY.get(run.replace(/\d+$/, ""));
      if (term !== void 0) return term;
    }
  }
  return void 0;
}
function inside(tokens) {
  const joined = tokens.join("");
  const unspaced = UNSPACED.test(joined) ? UNSPACED_TERMS.find(([text]) => joined.includes(text)) : void 0;
  if (unspaced !== void 0) return unspaced[1];
  return INSIDE.find(([text]) => tokens.some((token) => token.length > text.length && token.includes(text)))?.[1];
}
function alone(tokens) {
  const bare = tokens.map((token) => FILLER.has(token) ? token : token.replace(/\d+$/, "")).filter((token) => token !== "");
  const telling = bare.filter((token) => !FILLER.has(token));
  return telling.length === 0 ? void 0 : ALONE.get(telling.join("")) ?? (telling.length === 1 ? void 0 : everyAlone(telling));
}
function everyAlone(telling) {
  const terms = telling.map((token) => ALONE.get(token));
  return terms.every((term) => term !== void 0) ? terms[0] : void 0;
}
var DEEPEST = 200;
var PAIR_NAMES = ["key", "name", "field", "label", "column", "property", "question", "attribute"];
var PAIR_VALUES = ["value", "values", "answer", "answers", "response"];
function refuseFields(value) {
  const waiting = [{ value, at: "", depth: 0 }];
  const seen = /* @__PURE__ */ new Set();
  const harmless = /* @__PURE__ */ new Set();
  const refuse = (key, at) => {
    if (harmless.has(key)) return;
    refuseKey(key, at);
    harmless.add(key);
  };
  for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
    if (typeof next.value !== "object" || next.value === null || seen.has(next.value)) continue;
    seen.add(next.value);
    if (next.depth >= DEEPEST)
      throw refusedField(`Fields are nested more than ${DEEPEST} deep, which cannot be checked. Send a flat record.`, next.at);
    for (const [key, inner] of entries(next.value)) {
      const at = `${next.at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (!Array.isArray(next.value)) refuse(key, at);
      waiting.push({ value: inner, at, depth: next.depth + 1 });
    }
    const pair = pairName(next.value);
    if (pair !== void 0) refuse(pair.says, `${next.at}/${pair.key}`);
  }
}
function refuseKey(key, at) {
  const refused = isRefusedKey(key);
  if (refused !== void 0)
    throw refusedField(
      `The field "${key.slice(0, 80)}" names ${refused.title}. ${refused.why} Leave the field out and send the rest again.`,
      at
    );
}
function entries(value) {
  if (value instanceof Map) return [...value].map(([key, inner]) => [String(key), inner]);
  if (value instanceof Set) return [...value].map((inner, i) => [String(i), inner]);
  return Object.entries(value);
}
function pairName(value) {
  if (Array.isArray(value) || value instanceof Map || value instanceof Set) return void 0;
  const record = value;
  if (!PAIR_VALUES.some((key2) => Object.hasOwn(record, key2))) return void 0;
  const key = PAIR_NAMES.find((name) => typeof record[name] === "string");
  return key === void 0 ? void 0 : { key, says: record[key] };
}

export {
  ORIGIN_TERMS,
  PERSON_TERMS,
  isRefusedKey,
  refuseFields
};
