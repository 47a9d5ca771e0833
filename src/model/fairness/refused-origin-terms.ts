import type { TermTable } from './term-table.ts'

/**
 * Names of fields about where a person or their family comes from, their papers, language and address code, in the
 * languages that application forms come in. `any` is refused wherever it stands in a key; `alone` also has an innocent
 * meaning and is refused only when nothing but filler stands beside it (`race`, not `raceCondition`).
 */
export const ORIGIN_TERMS = {
  nationality: {
    title: 'nationality or national origin',
    why: 'National origin may not influence hiring (Title VII; 8 U.S.C. 1324b).',
    any: [
      'nationality, nationalities, national origin, nation of origin, country of origin, origin country, home country, ancestry, heritage country, place of origin, native country',
      'Nationalität, Staatsangehörigkeit, Staatsangehoerigkeit, Herkunftsland, Herkunftsstaat, Heimatland, Abstammung, Migrationshintergrund',
      "nationalité, pays d'origine, pays origine, origine nationale",
      'nacionalidad, país de origen, origen nacional, país de procedencia',
      'nacionalidade, país de origem, naturalidade',
      "nazionalità, paese di origine, paese d'origine, origine nazionale",
      'nationaliteit, land van herkomst, migratieachtergrond',
      'narodowość, kraj pochodzenia, przynależność państwowa',
      'национальность, страна происхождения, национальное происхождение',
      'національність, країна походження',
      '国籍, 國籍, 籍贯, 籍貫, 原籍, 出身国, 국적, 출신국, 출신 국가',
      'uyruk, uyruğu, milliyet, menşe ülke, nationalitet, ursprungsland, oprindelsesland, opprinnelsesland, alkuperämaa',
      'národnost, státní příslušnost, země původu, naționalitate, țara de origine, nemzetiség, származási ország',
      'εθνικότητα, χώρα καταγωγής, الجنسية, جنسية, לאום, ארץ מוצא, राष्ट्रीयता, quốc tịch, สัญชาติ, kebangsaan',
    ],
    alone: ['Herkunft, origine, herkomst, pochodzenie, происхождение, 出身, 출신'],
  },
  citizenship: {
    title: 'citizenship',
    why: 'Citizenship status may not influence hiring (8 U.S.C. 1324b).',
    any: [
      'citizenship, citizenships, citizen of, country of citizenship, dual citizen, us citizen, is citizen, eu citizen, non citizen, naturalized, naturalised',
      'Staatsbürgerschaft, Staatsbuergerschaft, Staatsbürger, citoyenneté, ciudadanía, cidadania, cittadinanza, staatsburgerschap, obywatelstwo',
      'гражданство, громадянство, 公民身份, 市民権, 시민권, vatandaşlık, medborgarskap, statsborgerskab, statsborgerskap, kansalaisuus',
      'občanství, cetățenie, állampolgárság, υπηκοότητα, المواطنة, אזרחות, नागरिकता, kewarganegaraan, quyền công dân, državljanstvo',
    ],
    alone: ['citizen, citoyen, ciudadano, cidadão, cittadino'],
  },
  birthplace: {
    title: 'place or country of birth',
    why: 'A birthplace stands for national origin (Title VII).',
    any: [
      'place of birth, birthplace, birth place, country of birth, birth country, city of birth, birth city, born in, state of birth, pob',
      'Geburtsort, Geburtsland, Geburtsstadt, lieu de naissance, pays de naissance, ville de naissance, né à',
      'lugar de nacimiento, país de nacimiento, local de nascimento, lugar de nascimento, país de nascimento, luogo di nascita, paese di nascita, comune di nascita',
      'geboorteplaats, geboorteland, miejsce urodzenia, kraj urodzenia, место рождения, страна рождения, місце народження',
      '出生地, 出生国, 出生國, 出生国家, 출생지, 출생 국가, doğum yeri, födelseort, födelseland, fødested, fødeland, syntymäpaikka',
      'místo narození, locul nașterii, születési hely, τόπος γέννησης, مكان الولادة, מקום לידה, जन्म स्थान, nơi sinh, tempat lahir, สถานที่เกิด',
    ],
    alone: [],
  },
  ethnicity: {
    title: 'ethnicity or race',
    why: 'Race and ethnicity may not influence hiring (Title VII; GDPR Art. 9).',
    any: [
      'ethnicity, ethnicities, ethnic group, ethnic origin, ethnic background, race ethnicity, racial, racial group, racial origin, hispanic, latino, hispanic or latino, caste, tribe membership, skin colour, skin color, skin tone, complexion, name origin, name ethnicity, surname origin',
      'Ethnie, Ethnizität, ethnische Herkunft, ethnische Zugehörigkeit, Hautfarbe, Volkszugehörigkeit, ethnicité, origine ethnique, groupe ethnique, couleur de peau',
      'etnia, etnicidad, origen étnico, grupo étnico, color de piel, origem étnica, cor da pele, raça cor, origine etnica, colore della pelle',
      'etniciteit, etnische afkomst, huidskleur, pochodzenie etniczne, etniczność, kolor skóry, этническая принадлежность, этничность, цвет кожи, етнічна приналежність',
      '民族, 种族, 種族, 人種, 肤色, 民族性, 민족, 인종, 피부색, etnik köken, etnicitet, etnisk bakgrund, etnisk baggrund, etninen tausta',
      'etnická příslušnost, etnie, etnikai hovatartozás, εθνοτική καταγωγή, العرق, الأصل العرقي, מוצא אתני, जातीयता, dân tộc, suku bangsa, เชื้อชาติ',
    ],
    alone: ['race, races, Rasse, raza, raça, razza, ras, rasa, раса, ırk, Hautton'],
  },
  language: {
    title: 'native language, spoken languages or accent',
    why: 'Linguistic traits stand for national origin (EEOC guidance on national origin).',
    any: [
      'native language, native languages, mother tongue, first language, home language, native tongue, native speaker, spoken language, spoken languages, languages spoken, language spoken, second language, preferred language, language preference, language proficiency, language level, language skills, english level, english proficiency, english fluency, foreign accent, accent score, accent strength, accented',
      'Muttersprache, Erstsprache, Sprachkenntnisse, Deutschkenntnisse, Englischkenntnisse, Herkunftssprache, langue maternelle, langues parlées, première langue, niveau de langue, niveau de français',
      'lengua materna, idioma materno, idiomas hablados, lengua nativa, idioma nativo, nivel de inglés, língua materna, idioma nativo, idiomas falados, nível de inglês',
      'lingua madre, madrelingua, lingue parlate, livello di inglese, moedertaal, gesproken talen, taalniveau, język ojczysty, języki obce, znajomość języków',
      'родной язык, владение языками, уровень английского, рідна мова, 母语, 母語, 第一语言, 英语水平, 日本語レベル, 話せる言語, 모국어, 구사 언어, 영어 수준',
      'ana dil, ana dili, modersmål, modersmaal, morsmål, äidinkieli, mateřský jazyk, limba maternă, anyanyelv, μητρική γλώσσα, اللغة الأم, שפת אם, मातृभाषा, tiếng mẹ đẻ, bahasa ibu, ภาษาแม่',
      '口音, 訛り, 사투리',
    ],
    alone: ['primary language, accent, accents, Akzent, acento, sotaque, accento, akcent, акцент, aksan, 억양, 악센트'],
  },
  locale: {
    title: 'keyboard, system or document language',
    why: 'A keyboard or system language stands for national origin.',
    any: [
      'keyboard locale, keyboard layout, keyboard language, keyboard layouts, input method, input locale, system locale, os locale, os language, system language, ui language, browser language, browser locale, accept language, device language, device locale, document language, document locale, navigator language, font locale, installed fonts locale',
      'Tastaturlayout, Tastatursprache, Systemsprache, disposition du clavier, langue du système, distribución del teclado, idioma del sistema, layout do teclado, idioma do sistema, lingua di sistema',
      'toetsenbordindeling, systeemtaal, układ klawiatury, język systemu, раскладка клавиатуры, язык системы, 键盘布局, 键盘语言, 输入法, キーボード配列, 入力方式, 키보드 배열, 입력기',
    ],
    alone: ['locale, locales, lcid, ime'],
  },
  'immigration-status': {
    title: 'visa, immigration or work-permit status',
    why: 'Immigration status and the choice of work papers may not influence hiring before the offer (8 U.S.C. 1324b).',
    any: [
      'visa status, visa type, visa sponsorship, visa number, visa class, work visa, visa expiry, visa expiration, immigration status, immigration, immigrant, immigrant status, work permit, work permit number, work authorization, work authorisation, work authorized, authorized to work, authorised to work, legally authorized, right to work, employment authorization, employment eligibility, eligible to work, eligibility to work, residence permit, residency status, permanent resident, green card, greencard, requires sponsorship, require sponsorship, needs sponsorship, sponsorship required, sponsorship needed, future sponsorship, h1b, h 1b, i9, form i 9, e verify, everify, ead card, asylum, asylee, refugee, refugee status, alien number, alien registration',
      'Aufenthaltstitel, Aufenthaltsstatus, Aufenthaltserlaubnis, Aufenthaltsgenehmigung, Arbeitserlaubnis, Arbeitsgenehmigung, Einwanderungsstatus, Niederlassungserlaubnis, Visumstatus, titre de séjour, permis de travail, carte de séjour, autorisation de travail, statut migratoire',
      'permiso de trabajo, permiso de residencia, estatus migratorio, situación migratoria, autorización de trabajo, autorização de trabalho, visto de trabalho, situação migratória, permesso di soggiorno, permesso di lavoro',
      'werkvergunning, verblijfsvergunning, verblijfsstatus, pozwolenie na pracę, karta pobytu, status imigracyjny, разрешение на работу, вид на жительство, миграционный статус, дозвіл на роботу',
      '签证, 簽證, 工作许可, 移民身份, 居留许可, 在留資格, 就労ビザ, 就労許可, 비자, 체류 자격, 취업 허가, çalışma izni, oturma izni, arbetstillstånd, uppehållstillstånd, arbejdstilladelse, oleskelulupa',
      'pracovní povolení, permis de muncă, munkavállalási engedély, άδεια εργασίας, تصريح عمل, الإقامة, אשרת עבודה, giấy phép lao động, izin kerja, ใบอนุญาตทำงาน',
    ],
    alone: ['visa, visas, Visum, visto, visado, виза, віза, wiza, vize, ビザ, sponsorship'],
  },
  'identity-document': {
    title: 'passport, identity document or its number or picture',
    why: 'Identity papers name origin and citizenship; they are checked after the offer by those who must, never here (R-012).',
    any: [
      'passport, passport number, passport no, passport country, passport photo, passport scan, passport copy, passports, national id, national id number, national identity number, id card, id card number, identity card, identity document, identity document number, id document, id document number, id document photo, id scan, id photo, government id, photo of id, social security number, ssn, social insurance number, national insurance number, drivers license number, driver license number, driving licence number, mrz, birth certificate, origin document, origin documents, photo of origin documents',
      'Reisepass, Passnummer, Reisepassnummer, Personalausweis, Personalausweisnummer, Ausweisnummer, Ausweiskopie, Sozialversicherungsnummer, Geburtsurkunde, passeport, numéro de passeport, carte identité, carte nationale identité, numéro de sécurité sociale, acte de naissance',
      'pasaporte, número de pasaporte, documento de identidad, documento nacional de identidad, número de seguridad social, passaporte, número do passaporte, documento de identidade, registro geral, passaporto, numero di passaporto, carta identità, codice fiscale',
      'paspoort, paspoortnummer, identiteitskaart, burgerservicenummer, paszport, numer paszportu, dowód osobisty, паспорт, номер паспорта, удостоверение личности, снилс, номер паспорту',
      '护照, 護照, 护照号, 身份证, 身分證, 身份证号, パスポート, 旅券番号, 在留カード, マイナンバー, 여권, 여권번호, 주민등록번호, 신분증, pasaport, kimlik numarası, pass nummer, personnummer, cpr nummer, henkilötunnus',
      'číslo pasu, rodné číslo, pașaport, útlevélszám, διαβατήριο, جواز السفر, דרכון, תעודת זהות, पासपोर्ट, आधार, aadhaar, hộ chiếu, nomor paspor, nik ktp, หนังสือเดินทาง',
    ],
    alone: ['dni, pesel, bsn, curp, cpf'],
  },
  postcode: {
    title: 'postcode as a feature',
    why: 'A postcode or neighbourhood stands for race and origin (Illinois HB 3773; R-006).',
    any: [
      'zip code, zipcode, zip 4, zip plus four, postcode, post code, postal code, postal zip, neighbourhood, neighborhood, census tract',
      'Postleitzahl, Wohnviertel, code postal, código postal, codice postale, codice avviamento postale, kod pocztowy, почтовый индекс, поштовий індекс',
      '邮编, 邮政编码, 郵遞區號, 郵便番号, 우편번호, posta kodu, postnummer, postinumero, psč, cod poștal, irányítószám, ταχυδρομικός κώδικας, الرمز البريدي, מיקוד, पिन कोड, mã bưu điện, kode pos, รหัสไปรษณีย์',
    ],
    alone: ['zip, zips, plz, cep'],
  },
} as const satisfies TermTable
