import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
import {
  listed,
  listedBySemicolon,
  messengerOf,
  monthIn,
  networkAddressOf,
  pathOf,
  walletOf
} from "./chunk-GZFGTU4B.js";
import {
  DAMAGED_WALLET
} from "./chunk-6V4AWVWV.js";
import {
  withoutOwn
} from "./chunk-MAC554JE.js";
import "./chunk-MTLPBRH6.js";
import {
  linkOf,
  mailOf
} from "./chunk-CCGG32P4.js";
import {
  phoneKey
} from "./chunk-5BZHJ3YT.js";
import "./chunk-TYSITGLF.js";
import "./chunk-6OQS6DMV.js";
import "./chunk-HQYUQXQO.js";

// src/catalog/readers/table/row.ts
var ApplicantRow = class {
  #row;
  constructor(row) {
    this.#row = row;
  }
  read() {
    const name = this.#name();
    const applied = this.#row.time("applied-at");
    this.#application(applied);
    this.#contacts();
    this.#career();
    this.#referees();
    this.#technical(applied);
    this.#summary(name);
    return this.#references();
  }
  #name() {
    const whole = this.#row.first("name");
    const parts = [this.#row.first("first-name"), this.#row.first("last-name")].filter((part) => part !== void 0);
    const from = whole ?? parts[0];
    if (from === void 0) return "";
    const full = whole?.cell ?? parts.map(({ cell }) => cell).join(" ");
    if (!this.#row.put(from.column, "person-name", { full })) this.#row.skip(from.column, "the name is too long to be one");
    return full;
  }
  #application(at) {
    const role = this.#row.first("role");
    const requisition = this.#row.first("requisition");
    const through = this.#row.first("source");
    const column = (role ?? requisition ?? this.#row.first("applied-at") ?? through)?.column;
    if (column === void 0) return;
    const kept = this.#row.put(
      column,
      "application",
      {
        ...role === void 0 ? {} : { role: role.cell },
        ...requisition === void 0 ? {} : { requisition: requisition.cell },
        ...at === void 0 ? {} : { at },
        ...through === void 0 ? {} : { through: through.cell }
      },
      { basis: "observed" }
    );
    if (!kept) this.#row.skip(column, "role, requisition or source is longer than 500 characters");
  }
  #contacts() {
    for (const { column, cell } of this.#row.all("email"))
      for (const written of cell.split(/[;,|\s]+/).filter((part) => part !== "")) {
        if (!this.#row.put(column, "email", mailOf(written), { original: written })) this.#row.skip(column, "this is not an e-mail address");
      }
    for (const { column, cell } of this.#row.all("phone"))
      for (const written of listed(cell)) {
        const phone = phoneKey(written, this.#row.settings.phoneRegion);
        if (phone === void 0 || !this.#row.put(column, "phone", phone, { original: written }))
          this.#row.skip(
            column,
            "this is not a phone number with its country code; say phone_region in the column map if they are written without"
          );
      }
    for (const { column, cell } of this.#row.all("link"))
      for (const written of cell.split(/[;,|\s]+/).filter((part) => part !== "")) {
        const link = linkOf(written, /portfolio|website/i.test(column.header) ? "portfolio" : "other");
        if (link === void 0 || !this.#row.put(column, "link", link, { original: written }))
          this.#row.skip(column, "this is not a web address");
      }
    for (const { column, cell } of this.#row.all("github")) {
      const login = /^@?([a-z0-9](?:[a-z0-9-]{0,38}))$/i.exec(cell)?.[1];
      const link = linkOf(login === void 0 ? cell : `https://github.com/${login}`);
      if (link === void 0 || !this.#row.put(column, "link", link, { original: cell }))
        this.#row.skip(column, "this is neither a GitHub login nor a web address");
    }
    for (const { column, cell } of this.#row.all("messenger"))
      for (const written of listed(cell)) {
        const messenger = messengerOf(written, column.header);
        if (messenger === void 0 || !this.#row.put(column, "messenger", messenger, { original: written }))
          this.#row.skip(column, 'the service cannot be told; write "Telegram: name"');
      }
    for (const { column, cell } of this.#row.all("wallet"))
      for (const written of listed(cell)) {
        const found = walletOf(written);
        if (found === void 0 || !this.#row.put(column, "wallet", found.wallet, { original: written }))
          this.#row.skip(column, "this is not a wallet address of a known form");
        else if (found.damaged) this.#row.skip(column, DAMAGED_WALLET);
      }
    for (const { column, cell } of this.#row.all("place"))
      if (!this.#row.put(column, "place", { text: cell, scope: "residence" }))
        this.#row.skip(column, "the place is longer than 500 characters");
    for (const { column, cell } of this.#row.all("postal-address"))
      if (!this.#row.put(column, "postal-address", cell)) this.#row.skip(column, "the address is longer than 500 characters");
  }
  #career() {
    for (const group of this.#groups("employer")) {
      const employer = this.#row.first("employer", group);
      if (employer === void 0) continue;
      const title = this.#row.first("title", group);
      const from = this.#month("from", group);
      const to = this.#month("to", group);
      const kept = this.#row.put(employer.column, "job", {
        employer: employer.cell,
        ...title === void 0 ? {} : { title: title.cell },
        ...from === void 0 || from === "present" ? {} : { from },
        ...to === void 0 ? {} : { to }
      });
      if (!kept) this.#row.skip(employer.column, "the employer or title is longer than 500 characters");
    }
    for (const group of this.#groups("school")) {
      const school = this.#row.first("school", group);
      if (school === void 0) continue;
      const degree = this.#row.first("degree", group);
      const field = this.#row.first("field", group);
      const kept = this.#row.put(school.column, "education", {
        school: school.cell,
        ...degree === void 0 ? {} : { degree: degree.cell },
        ...field === void 0 ? {} : { field: field.cell }
      });
      if (!kept) this.#row.skip(school.column, "the school or degree is longer than 500 characters");
    }
    for (const { column, cell } of this.#row.all("skills")) for (const name of listed(cell)) this.#row.put(column, "skill", { name });
  }
  #month(target, group) {
    const written = this.#row.first(target, group);
    if (written === void 0) return void 0;
    const month = monthIn(written.cell);
    if (month === void 0)
      this.#row.skip(written.column, `"${written.cell.slice(0, 40)}" is not a month or year of a career; write it as 2019-04`);
    return month;
  }
  #referees() {
    for (const group of this.#groups("referee-name", "referee-email", "referee-phone", "referee-organisation")) {
      const name = this.#row.first("referee-name", group);
      const email = this.#row.first("referee-email", group);
      const phone = this.#row.first("referee-phone", group);
      const organisation = this.#row.first("referee-organisation", group);
      const relation = this.#row.first("referee-relation", group);
      if (name !== void 0) this.#row.put(name.column, "referee-name", { full: name.cell });
      const number = phone === void 0 ? void 0 : phoneKey(phone.cell, this.#row.settings.phoneRegion);
      if (phone !== void 0 && number === void 0) this.#row.skip(phone.column, "this is not a phone number with its country code");
      const column = (email ?? phone ?? organisation)?.column;
      if (column === void 0) continue;
      const rest = {
        ...number === void 0 ? {} : { phone: number },
        ...organisation === void 0 ? {} : { organisation: organisation.cell },
        ...relation === void 0 ? {} : { relation: relation.cell }
      };
      if (email !== void 0 && this.#row.put(column, "referee", { email: mailOf(email.cell), ...rest }, { original: email.cell }))
        continue;
      if (email !== void 0) this.#row.skip(email.column, "this is not an e-mail address");
      if (Object.keys(rest).length > 0) this.#row.put(column, "referee", rest);
    }
  }
  #technical(at) {
    const when = at === void 0 ? {} : { at };
    for (const { column, cell } of this.#row.all("device")) {
      const kind = /cookie/i.test(column.header) ? "cookie" : /fingerprint/i.test(column.header) ? "fingerprint" : "other";
      if (!this.#row.put(column, "device", { id: cell, kind, ...when }, { basis: "observed" }))
        this.#row.skip(column, "the device id is longer than 500 characters");
    }
    for (const { column, cell } of this.#row.all("ip"))
      for (const written of listed(cell)) {
        const ip = networkAddressOf(written);
        if (ip === void 0 || !this.#row.put(column, "network-address", { ip, ...when }, { basis: "observed" }))
          this.#row.skip(column, "this is not a network address");
      }
  }
  #summary(name) {
    for (const { column, cell } of this.#row.all("summary")) {
      const text = withoutOwn(cell, name === "" ? [] : [name]);
      if (!this.#row.put(column, "passage", { text, kind: "summary" }, { original: cell }))
        this.#row.skip(column, "the text is longer than 20,000 characters");
    }
  }
  #references() {
    const references = [];
    for (const { column, cell } of this.#row.all("files"))
      for (const written of listedBySemicolon(cell)) {
        const path = pathOf(written);
        if (path === void 0) this.#row.skip(column, "the file is not named within the folder of the table and was not looked for");
        else references.push({ about: this.#row.about, path, at: this.#row.at(column) });
      }
    return references;
  }
  #groups(...targets) {
    return [...new Set(targets.flatMap((target) => (this.#row.settings.columns.get(target) ?? []).map((column) => column.group)))].sort(
      (a, b) => a - b
    );
  }
};
export {
  ApplicantRow
};
