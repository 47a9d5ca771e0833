import type { TermTable } from './term-table.ts'

/** Names of fields about a person's body, life and beliefs. Read like `ORIGIN_TERMS`. */
export const PERSON_TERMS = {
  religion: {
    title: 'religion or belief',
    why: 'Religion may not influence hiring (Title VII; GDPR Art. 9).',
    any: [
      'religion, religions, religious, religious affiliation, religious belief, church membership, church tax, Religionszugehörigkeit, Religionszugehoerigkeit, Kirchensteuer, Kirchenmitglied, Glaubensbekenntnis, appartenance religieuse, confession religieuse',
      'religión, creencia religiosa, religião, crença religiosa, religione, credo religioso, godsdienst, geloofsovertuiging, religia, wyznanie, религия, вероисповедание, релігія, віросповідання',
      '宗教, 信仰, 종교, din mezhep, dini inanç, trosbekännelse, uskonto, náboženství, religie, vallás, θρησκεία, الديانة, דת ואמונה, धर्म, tôn giáo, agama, ศาสนา',
    ],
    alone: ['faith, creed, belief, Konfession, confession, Glaube, culte, credo, geloof, вера, dini, דת, الدين'],
  },
  gender: {
    title: 'gender or sex',
    why: 'Sex may not influence hiring (Title VII).',
    any: [
      'gender, genders, gender identity, gender code, sex, biological sex, sex at birth, pronoun, pronouns, preferred pronouns, transgender, salutation, honorific, inferred gender, is male, is female, male or female, pregnant, pregnancy',
      'Geschlecht, Geschlechtsidentität, Anrede, schwanger, Schwangerschaft, sexe, identité de genre, civilité, grossesse',
      'sexo, género, identidad de género, embarazo, gênero, identidade de gênero, gravidez, sesso, genere, identità di genere, gravidanza',
      'geslacht, genderidentiteit, aanhef, zwangerschap, płeć, tożsamość płciowa, ciąża, гендер, беременность, стать особи, вагітність',
      '性别, 性別, 怀孕, 妊娠, 성별, 임신, cinsiyet, kön, køn, kjønn, könsidentitet, sukupuoli, pohlaví, genul, sexul, φύλο, الجنس, מגדר, लिंग, giới tính, jenis kelamin, เพศ',
    ],
    alone: ['пол, стать, genre, neme, male, female'],
  },
  age: {
    title: 'age or date of birth',
    why: 'Age may not influence hiring (ADEA).',
    any: [
      'date of birth, birth date, birthdate, birthday, birthdays, dob, d o b, year of birth, birth year, month of birth, born on, age group, age range, age bracket, age band, age years, age in years, over 18, over 40, inferred age, candidate age, applicant age',
      'Geburtsdatum, Geburtstag, Geburtsjahr, Lebensalter, Altersgruppe, date de naissance, année de naissance, anniversaire, né le, tranche âge',
      'fecha de nacimiento, año de nacimiento, cumpleaños, grupo de edad, data de nascimento, ano de nascimento, faixa etária, aniversário, data di nascita, anno di nascita, compleanno, fascia di età',
      'geboortedatum, geboortejaar, verjaardag, leeftijd, leeftijdsgroep, data urodzenia, rok urodzenia, wiek kandydata, дата рождения, год рождения, день рождения, возраст, дата народження, вік кандидата',
      '出生日期, 出生年月, 出生年份, 生日, 年龄, 年齡, 生年月日, 誕生日, 年齢, 생년월일, 생일, 나이, 연령, doğum tarihi, doğum yılı, födelsedatum, fødselsdato, fødselsdag, syntymäaika',
      'datum narození, data nașterii, születési dátum, ημερομηνία γέννησης, ηλικία, تاريخ الميلاد, تاريخ الولادة, العمر, תאריך לידה, जन्म तिथि, जन्मतिथि, ngày sinh, tanggal lahir, วันเกิด, อายุ',
    ],
    alone: ['age, ages, Alter, âge, edad, idade, età, wiek, вік, yaş, ålder, alder, ikä, věk, vârstă, kor, גיל, आयु, tuổi, umur, usia'],
  },
  family: {
    title: 'marital or family status',
    why: 'Marital and family status may not influence hiring.',
    any: [
      'marital status, marital, married, is married, civil status, family status, relationship status, spouse, spouse name, number of children, has children, children count, dependents, dependants, parental status, caregiver status',
      'Familienstand, verheiratet, Ehepartner, Ehegatte, Kinderzahl, Anzahl Kinder, état civil, situation familiale, situation de famille, conjoint, marié',
      'estado civil, cónyuge, número de hijos, situación familiar, cônjuge, número de filhos, stato civile, coniuge, numero di figli, stato di famiglia',
      'burgerlijke staat, gehuwd, echtgenoot, aantal kinderen, stan cywilny, małżonek, liczba dzieci, семейное положение, супруг, количество детей, сімейний стан',
      '婚姻状况, 婚姻狀況, 婚否, 配偶, 婚姻, 配偶者, 既婚, 결혼 여부, 혼인 상태, 배우자, medeni durum, medeni hal, civilstånd, civilstand, sivilstatus, siviilisääty',
      'rodinný stav, stare civilă, családi állapot, οικογενειακή κατάσταση, الحالة الاجتماعية, מצב משפחתי, वैवाहिक स्थिति, tình trạng hôn nhân, status perkawinan, สถานภาพสมรส',
    ],
    alone: [],
  },
  disability: {
    title: 'disability, health or the reason for an accommodation',
    why: 'Disability and health may not influence hiring (ADA; GDPR Art. 9).',
    any: [
      'disability, disabilities, disability status, has disability, handicap, handicapped, impairment, medical condition, medical history, health status, health condition, health data, neurodivergent, accommodation reason, reason for accommodation, accommodation diagnosis, genetic data, blood type, vaccination status',
      'Behinderung, Schwerbehinderung, schwerbehindert, Grad der Behinderung, Gesundheitszustand, Blutgruppe, handicapé, invalidité, état de santé, travailleur handicapé',
      'discapacidad, minusvalía, estado de salud, deficiência, pessoa com deficiência, estado de saúde, disabilità, invalidità, stato di salute, categorie protette',
      'arbeidsbeperking, gezondheidstoestand, gehandicapt, niepełnosprawność, stan zdrowia, stopień niepełnosprawności, инвалидность, состояние здоровья, інвалідність',
      '残疾, 殘疾, 残障, 健康状况, 障害, 障がい, 健康状態, 血液型, 장애, 장애 여부, 건강 상태, engellilik, engel durumu, funktionsnedsättning, funktionshinder, vammaisuus',
      'zdravotní postižení, dizabilitate, fogyatékosság, αναπηρία, الإعاقة, נכות, מוגבלות, विकलांगता, khuyết tật, disabilitas, ความพิการ',
    ],
    alone: ['diagnosis'],
  },
  veteran: {
    title: 'veteran or military status',
    why: 'Veteran status may not influence hiring (USERRA, VEVRAA).',
    any: [
      'veteran, veterans, veteran status, protected veteran, disabled veteran, military status, military spouse, Veteranenstatus, ancien combattant, veterano, excombatiente, veteraan, weteran, status wojskowy, ветеран, воинский учет, военнообязанный, 退伍军人, 退役軍人, 退役军人, 兵役, 병역, 군필 여부, askerlik durumu',
    ],
    alone: [],
  },
  orientation: {
    title: 'sexual orientation',
    why: 'Sexual orientation may not influence hiring (Title VII; GDPR Art. 9).',
    any: [
      'sexual orientation, sexuality, lgbt, lgbtq, lgbtqia, is gay, sexuelle Orientierung, Sexualität, orientation sexuelle, orientación sexual, orientação sexual, orientamento sessuale, seksuele geaardheid, seksuele oriëntatie, orientacja seksualna, сексуальная ориентация, сексуальна орієнтація, 性取向, 性倾向, 性的指向, 성적 지향, cinsel yönelim, sexuell läggning, sexuální orientace, الميول الجنسية, נטייה מינית',
    ],
    alone: [],
  },
  'equal-opportunity': {
    title: 'answers of an equal-opportunity survey',
    why: 'Voluntary self-identification is given for statistics and kept apart from every decision.',
    any: [
      'eeo, eeoc, eeo 1, eeo category, eeoc category, ofccp, equal employment opportunity, equal opportunity, affirmative action, diversity survey, diversity questionnaire, demographic, demographics, demographic question, demographic answers, self identification, self identified, self id form, protected class, protected characteristic, underrepresented, minority status, visible minority, indigenous status, aboriginal',
    ],
    alone: ['minority, diversity'],
  },
  appearance: {
    title: 'appearance, face, voice or mood',
    why: 'Looks, face and voice measurements and mood analysis are never used (BIPA; EU AI Act Art. 5(1)(f); R-048, R-049).',
    any: [
      'facial features, face embedding, face template, faceprint, face vector, face score, facial recognition, voiceprint, voice embedding, voice stress, voice template, gait, emotion, emotions, emotion score, micro expression, micro expressions, stress level, deception score, lie score, personality score, personality type, eye contact, gaze score, gaze tracking, hair colour, hair color, eye colour, eye color, body weight, body height, attractiveness, looks like, keystroke dynamics',
      'Aussehen, Haarfarbe, Augenfarbe, Körpergröße, Gesichtszüge, Stimmabdruck, apparence physique, couleur des yeux, apariencia física, aparência física, aspetto fisico, uiterlijk, wygląd zewnętrzny, внешность, 外貌, 长相, 容姿, 외모, dış görünüş',
    ],
    alone: ['appearance, looks, gaze, apparence, apariencia, aparência, aspetto, wygląd'],
  },
  'special-category': {
    title: 'politics, union, criminal or credit record',
    why: 'Political, union, criminal and credit data have no place in this check (GDPR Art. 9 and 10; FCRA).',
    any: [
      'political opinion, political opinions, political view, political views, political affiliation, political party, party membership, loyalty test, trade union, trade union membership, union membership, union member, criminal record, criminal history, criminal convictions, credit score, credit history, credit rating, bankruptcy',
      'politische Meinung, Parteizugehörigkeit, Gewerkschaft, Gewerkschaftszugehörigkeit, Vorstrafen, Schufa, opinion politique, opinions politiques, appartenance syndicale, casier judiciaire, opinión política, afiliación sindical, antecedentes penales',
      'opinião política, filiação sindical, antecedentes criminais, opinioni politiche, appartenenza sindacale, casellario giudiziale, politieke voorkeur, vakbondslidmaatschap, strafblad, poglądy polityczne, przynależność związkowa, karalność, политические взгляды, судимость, 政治面貌, 犯罪记录, 犯罪歴, 支持政党, 정치 성향, 범죄 경력, sabıka kaydı',
    ],
    alone: [],
  },
} as const satisfies TermTable
