"use strict";
// Everything that a site wrote goes through textContent: nothing here is ever parsed as markup.
const records = JSON.parse(document.getElementById("records").textContent);
const names = ["headline", "kicker", "source", "publisher", "published", "language"];
const texts = records.map((record) => [...names.map((name) => record[name]), (record.section || []).join(" "),
  record.dateline ? record.dateline.text : "", record.url, ...(record.body || [])].join("\n").toLowerCase());
const rows = document.getElementById("rows");
const search = document.getElementById("search");
const found = document.getElementById("found");
const more = document.getElementById("more");
const STEP = 100;
const sorters = [...document.querySelectorAll("button.sort")];
let hits = [];
let drawn = 0;
// report.html#q=ferry&sort=-headline: a minus sorts downwards.
const asked = new URLSearchParams(location.hash.slice(1));
const askedField = asked.get("sort") || "-published";
let sorted = { field: askedField.replace(/^-/, ""), isDown: askedField.startsWith("-") };

function made(name, text, className) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function worded(value) {
  if (Array.isArray(value)) return value.map(worded).join("\n");
  if (value !== null && typeof value === "object") {
    return Object.entries(value).filter(([, each]) => each !== null && each.length !== 0)
      .map(([name, each]) => `${name}: ${worded(each).replaceAll("\n", " | ")}`).join("\n");
  }
  return String(value);
}

function linked(address) {
  if (!/^https?:\/\//i.test(address)) return made("span", address);
  const link = made("a", address);
  link.href = address;
  link.rel = "noreferrer noopener";
  return link;
}

function reasonsOf(evidence, name) {
  return Object.entries(evidence).filter(([key]) => key === name || key.startsWith(name + "."))
    .map(([key, rule]) => key === name ? rule : `${key.slice(name.length + 1)}: ${rule}`).join("\n");
}

function opened(record) {
  const list = made("dl");
  const evidence = record.evidence || {};
  const told = new Set();
  for (const [name, value] of Object.entries(record)) {
    if (name === "evidence") continue;
    told.add(name);
    const cell = made("dd");
    if (name === "url" || name === "canonical_url") cell.append(linked(String(value)));
    else cell.textContent = worded(value);
    list.append(made("dt", name), cell, made("dd", reasonsOf(evidence, name), "why"));
  }
  for (const [key, rule] of Object.entries(evidence)) {
    if (!told.has(key.split(".")[0])) list.append(made("dt", "evidence"), made("dd", key), made("dd", rule, "why"));
  }
  return list;
}

function toggle(row, button, record) {
  const next = row.nextElementSibling;
  const isOpen = next !== null && next.className === "record";
  button.setAttribute("aria-expanded", String(!isOpen));
  if (isOpen) { next.remove(); return; }
  const detail = made("tr", undefined, "record");
  const cell = made("td");
  cell.colSpan = 4;
  cell.append(opened(record));
  detail.append(cell);
  row.after(detail);
}

function rowOf(record) {
  const row = made("tr");
  const button = made("button", record.headline || "(no headline)", "open");
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => toggle(row, button, record));
  const cell = made("td");
  cell.dir = "auto";
  cell.append(button);
  row.append(made("td", (record.published || "").slice(0, 10), "day"), cell,
    made("td", record.source || "", "wide"), made("td", record.publisher || "", "wide"));
  return row;
}

function draw() {
  const part = document.createDocumentFragment();
  for (const number of hits.slice(drawn, drawn + STEP)) part.append(rowOf(records[number]));
  drawn = Math.min(hits.length, drawn + STEP);
  rows.append(part);
  more.hidden = drawn >= hits.length;
  found.textContent = `${hits.length.toLocaleString("en")} found, ${drawn.toLocaleString("en")} shown`;
}

function look() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  hits = [];
  texts.forEach((text, number) => { if (words.every((word) => text.includes(word))) hits.push(number); });
  arrange();
}

// The order of one field; records without it come last, and the order of the file decides between equals.
function arrange() {
  const { field, isDown } = sorted;
  const way = isDown ? -1 : 1;
  const value = (number) => records[number][field] || "";
  const order = new Intl.Collator(undefined, { numeric: true });
  const compare = field === "published" ? (a, b) => (a < b ? -1 : a > b ? 1 : 0) : order.compare;
  hits.sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1) || a - b;
    return way * compare(one, other) || a - b;
  });
  for (const each of sorters) {
    const isChosen = each.dataset.field === field;
    each.parentElement.setAttribute("aria-sort", isChosen ? (isDown ? "descending" : "ascending") : "none");
  }
  drawn = 0;
  rows.replaceChildren();
  draw();
}

function sortBy(field) {
  sorted = { field, isDown: sorted.field === field ? !sorted.isDown : field === "published" };
  arrange();
}

let waiting = 0;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 80); });
more.addEventListener("click", draw);
for (const each of sorters) each.addEventListener("click", () => sortBy(each.dataset.field));
search.value = asked.get("q") || "";
look();
