// The page of `reportgen preview`: shows what the program says, and asks it for what is clicked and searched.

const TILE = 1024;
const MARKED = 6000; // milliseconds
const CSS_POINTS = 96 / 72;
const PADDING = 48;
const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4];

const byId = (id) => document.getElementById(id);
const pagesBox = byId("pages");
const state = {
  words: {}, about: null, view: null, lines: [], zoom: 1, fits: true, sheets: [],
  finding: -1, found: [], foundAt: -1, target: null, fresh: true,
};

const stored = JSON.parse(sessionStorage.getItem("preview") ?? "{}");

function say(word, values = {}) {
  return (state.words[word] ?? word).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

async function ask(path, values = {}) {
  const answer = await fetch(`${path}?${new URLSearchParams(values)}`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function choice() {
  return state.view ? state.view.choice : { style: stored.style ?? "", draft: stored.draft ?? 0 };
}

// What the program says

async function load(chosen) {
  let about;
  try {
    about = await ask("state", chosen.style ? chosen : {});
  } catch (failure) {
    if (failure.message !== "404" || !chosen.style) throw failure;
    about = await ask("state"); // a style that is gone
  }
  const before = state.view;
  state.about = about;
  state.view = about.view;
  if (!Object.keys(state.words).length) await loadWords(about.language);
  const lines = ask("lines", about.view.choice);
  showPages(before);
  showControls();
  showFindings();
  notice(about.view.stands ? say(about.view.pages.length ? "stands" : "empty") : "");
  state.lines = await lines;
  showLines();
  if (state.found.length || byId("search").value) await search(false);
  byId("status").textContent = say("updated", { pages: about.view.pages.length, count: about.view.findings.length });
  document.body.dataset.revision = about.view.revision;
  if (!before) goBack();
  else if (about.view.edited && about.view.revision !== before.revision) point(about.view.edited);
  keep();
}

async function loadWords(language) {
  state.words = (await (await fetch("words.json")).json())[language];
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const each of document.querySelectorAll("[data-word]")) each.textContent = say(each.dataset.word);
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", say(each.dataset.label));
  for (const each of document.querySelectorAll("[data-hint]")) each.placeholder = say(each.dataset.hint);
  byId("place").textContent = say("click");
}

function notice(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
}

function follow() {
  const events = new EventSource("events");
  events.onmessage = async ({ data }) => {
    if (state.ended || Number(data) !== state.view.revision) {
      state.ended = false;
      await load(choice());
    }
  };
  events.onerror = () => {
    state.ended = true;
    notice(say("ended"));
    if (events.readyState === EventSource.CLOSED) setTimeout(follow, 1000);
  };
}

// Pages

const viewer = new IntersectionObserver((seen) => {
  for (const each of seen) if (each.isIntersecting) draw(each.target);
}, { root: pagesBox, rootMargin: "50%" });

function scale() {
  const { width } = state.view;
  if (!state.fits || !width) return state.zoom;
  const beside = byId("spread").checked ? 2 : 1;
  return Math.max(0.1, (pagesBox.clientWidth - PADDING) / beside / width / CSS_POINTS);
}

function showPages() {
  const { pages, width, height } = state.view;
  while (state.sheets.length > pages.length) state.sheets.pop().sheet.remove();
  while (state.sheets.length < pages.length) {
    const sheet = element("section", { class: "sheet" });
    const paper = element("div", { class: "paper" });
    const label = element("p", { class: "label" });
    sheet.append(paper, label);
    pagesBox.append(sheet);
    paper.addEventListener("click", (event) => locate(event, paper));
    state.sheets.push({ sheet, paper, label, key: "" });
  }
  const size = scale() * CSS_POINTS;
  pagesBox.classList.toggle("spread", byId("spread").checked);
  pages.forEach((page, index) => {
    const { sheet, paper, label } = state.sheets[index];
    const key = `${page.key} ${size}`;
    const number = page.label ? `${index + 1} · ${page.label}` : index + 1;
    sheet.setAttribute("aria-label", say("page", { page: number }));
    label.textContent = say("page", { page: number });
    paper.dataset.page = index;
    paper.style.width = `${width * size}px`;
    paper.style.height = `${height * size}px`;
    if (state.sheets[index].key !== key) {
      state.sheets[index].key = key;
      layTiles(paper, page.key, size);
    }
    mark(paper, page.changed, size);
  });
  byId("zoom").textContent = `${Math.round(scale() * 100)}%`;
}

function layTiles(paper, key, size) {
  const sharp = Math.min(16, Math.round(size * devicePixelRatio * 1000) / 1000);
  const [width, height] = [state.view.width * sharp, state.view.height * sharp];
  const old = [...paper.querySelectorAll("img")];
  const fresh = [];
  for (let row = 0; row * TILE < height - 0.5; row += 1) {
    for (let column = 0; column * TILE < width - 0.5; column += 1) {
      const tile = element("img", { alt: "" });
      tile.dataset.source = `tile/${key}/${sharp.toFixed(3)}/${column}-${row}.png`;
      const shown = 1 / devicePixelRatio;
      tile.style.left = `${column * TILE * shown}px`;
      tile.style.top = `${row * TILE * shown}px`;
      tile.style.width = `${Math.min(TILE, width - column * TILE) * shown}px`;
      tile.style.height = `${Math.min(TILE, height - row * TILE) * shown}px`;
      fresh.push(tile);
    }
  }
  if (old.length) old.at(-1).after(...fresh);
  else paper.prepend(...fresh);
  paper.stale = [...(paper.stale ?? []).filter((each) => each.isConnected), ...old];
  for (const tile of fresh) viewer.observe(tile);
}

function draw(tile) {
  viewer.unobserve(tile);
  if (tile.src) return;
  tile.addEventListener("load", () => {
    // As many pixels as the picture has, so that none is blurred.
    tile.style.width = `${tile.naturalWidth / devicePixelRatio}px`;
    tile.style.height = `${tile.naturalHeight / devicePixelRatio}px`;
    clear(tile.parentElement);
  }, { once: true });
  tile.src = tile.dataset.source;
}

// The pages before stay under the new ones until these are drawn, so that nothing flickers.
function clear(paper) {
  if (!paper) return;
  const waiting = [...paper.querySelectorAll("img")].filter((each) => each.src && !each.complete);
  if (waiting.length) return;
  for (const each of paper.stale ?? []) each.remove();
  paper.stale = [];
}

function mark(paper, changed, size) {
  for (const each of paper.querySelectorAll(".mark")) each.remove();
  for (const [top, bottom] of changed) {
    const made = element("div", { class: "mark" });
    made.style.top = `${top * size}px`;
    made.style.height = `${(bottom - top) * size}px`;
    paper.append(made);
    setTimeout(() => made.classList.add("past"), MARKED);
  }
}

function showLines() {
  const space = "http://www.w3.org/2000/svg";
  state.sheets.forEach(({ paper }, index) => {
    paper.querySelector("svg")?.remove();
    const layer = document.createElementNS(space, "svg");
    layer.setAttribute("viewBox", `0 0 ${state.view.width} ${state.view.height}`);
    for (const [left, top, right, height, text] of state.lines[index] ?? []) {
      const line = document.createElementNS(space, "text");
      const attributes = { x: left, y: top + height * 0.88, "font-size": height, textLength: Math.max(0.1, right - left), lengthAdjust: "spacingAndGlyphs" };
      for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, value);
      line.textContent = text;
      layer.append(line);
    }
    paper.append(layer);
  });
}

function currentPage() {
  const middle = pagesBox.getBoundingClientRect().top + pagesBox.clientHeight / 3;
  const index = state.sheets.findIndex(({ sheet }) => sheet.getBoundingClientRect().bottom > middle);
  return index < 0 ? state.sheets.length - 1 : index;
}

function goTo(page, top = 0, where = "start") {
  const sheet = state.sheets[page];
  if (!sheet) return;
  const offset = sheet.paper.getBoundingClientRect().top - pagesBox.getBoundingClientRect().top;
  const room = where === "centre" ? pagesBox.clientHeight / 3 : 8;
  pagesBox.scrollTop += offset + top * scale() * CSS_POINTS - room;
}

function isVisible({ page, top }) {
  const box = state.sheets[page]?.paper.getBoundingClientRect();
  const frame = pagesBox.getBoundingClientRect();
  const at = box ? box.top + top * scale() * CSS_POINTS : -1;
  return at > frame.top + 20 && at < frame.bottom - 60;
}

function point(at) {
  for (const each of document.querySelectorAll(".pointed")) each.remove();
  if (!at || !state.sheets[at.page]) return;
  const made = element("div", { class: "pointed" });
  const size = scale() * CSS_POINTS;
  made.style.top = `${(at.top - 3) * size}px`;
  made.style.height = `${24 * size}px`;
  state.sheets[at.page].paper.append(made);
  if (!isVisible(at)) goTo(at.page, at.top, "centre");
  setTimeout(() => made.remove(), MARKED);
}

// Places in files

async function locate(event, paper) {
  if (String(getSelection()).trim()) return;
  const box = paper.getBoundingClientRect();
  const size = scale() * CSS_POINTS;
  const at = { page: Number(paper.dataset.page), x: (event.clientX - box.left) / size, y: (event.clientY - box.top) / size };
  await showPlace({ ...choice(), ...at }, true);
}

async function showPlace(target, opens) {
  const { place, address, opens: hasProgram } = await ask("place", target);
  state.target = place ? target : null;
  byId("place").textContent = place ? `${place.file}:${place.line}:${place.column}` : say("nowhere");
  byId("copy").hidden = !place;
  byId("open").hidden = !hasProgram;
  byId("address").hidden = !address;
  if (address) byId("address").href = address;
  if (opens && hasProgram) await openPlace();
  else if (opens && address) location.href = address;
}

async function openPlace() {
  if (!state.target) return;
  const answer = await fetch("open", { method: "POST", body: JSON.stringify(state.target) });
  const { opened } = await answer.json();
  byId("status").textContent = say(opened ? "opened" : "failed");
}

// Findings

function showFindings() {
  const list = byId("findings");
  const { findings } = state.view;
  list.replaceChildren();
  findings.forEach((each, index) => {
    const item = element("li");
    const button = element("button", { type: "button", class: each.severity });
    button.append(element("b", {}, `${say(each.severity)} `), each.message);
    if (each.file) button.append(element("small", {}, each.line ? `${each.file}:${each.line}:${each.column}` : each.file));
    for (const hint of each.hints) button.append(element("small", {}, hint));
    button.addEventListener("click", () => showFinding(index));
    item.append(button);
    list.append(item);
  });
  byId("count").textContent = findings.length ? `(${findings.length})` : "";
  if (!findings.length) list.append(element("li", {}, say("none")));
  state.finding = Math.min(state.finding, findings.length - 1);
}

async function showFinding(index) {
  const buttons = byId("findings").querySelectorAll("button");
  if (!buttons.length) return;
  state.finding = (index + buttons.length) % buttons.length;
  buttons.forEach((each, at) => (at === state.finding ? each.setAttribute("aria-current", "true") : each.removeAttribute("aria-current")));
  buttons[state.finding].focus();
  const finding = state.view.findings[state.finding];
  if (finding.at) point(finding.at);
  await showPlace({ ...choice(), finding: state.finding }, true);
}

// Searching

async function search(moves) {
  const words = byId("search").value;
  const found = words.trim() ? await ask("search", { ...choice(), words }) : [];
  if (words !== byId("search").value) return; // the answer to a later question is on its way
  for (const each of document.querySelectorAll(".found")) each.remove();
  state.found = found;
  const size = scale() * CSS_POINTS;
  state.found.forEach((boxes, index) => {
    for (const { page, left, top, width, height } of boxes) {
      const made = element("div", { class: "found" });
      made.dataset.index = index;
      Object.assign(made.style, { left: `${left * size}px`, top: `${top * size}px`, width: `${width * size}px`, height: `${height * size}px` });
      state.sheets[page]?.paper.append(made);
    }
  });
  if (moves) state.foundAt = -1;
  showFound(moves ? 1 : 0);
}

function showFound(step) {
  const count = state.found.length;
  if (!count) {
    byId("matches").textContent = byId("search").value.trim() ? say("unfound") : "";
    return;
  }
  state.foundAt = (Math.max(state.foundAt, step < 0 ? 0 : -1) + step + count) % count;
  for (const each of document.querySelectorAll(".found")) each.classList.toggle("current", Number(each.dataset.index) === state.foundAt);
  byId("matches").textContent = say("matches", { at: state.foundAt + 1, count });
  const [first] = state.found[state.foundAt];
  if (!step) return;
  if (!isVisible(first)) goTo(first.page, first.top, "centre");
  const { page, left, top, height } = first;
  showPlace({ ...choice(), page, x: left + height / 4, y: top + height / 2 }, false);
}

// Controls

function showControls() {
  const { about, view } = state;
  const title = `${about.year} · ${view.choice.style}`;
  document.title = `${title} – reportgen`;
  byId("title").textContent = title;
  const options = about.styles.map((name) => element("option", { value: name }, name));
  byId("style").replaceChildren(...options);
  byId("style").value = view.choice.style;
  if (!byId("draft").options.length) {
    const drafts = [...Array(21).keys()].map((number) => element("option", { value: number }, number ? `${number}` : say("final")));
    byId("draft").replaceChildren(...drafts);
  }
  byId("draft").value = view.choice.draft;
}

async function choose() {
  await load({ style: byId("style").value, draft: Number(byId("draft").value) });
}

async function nextStyle() {
  const { styles } = state.about;
  byId("style").value = styles[(styles.indexOf(byId("style").value) + 1) % styles.length];
  await choose();
}

function resize(change) {
  const page = currentPage();
  change();
  showPages();
  if (state.found.length) search(false);
  goTo(page);
  keep();
}

function zoom(step) {
  const now = scale();
  const next = step > 0 ? ZOOMS.find((each) => each > now + 0.01) : ZOOMS.findLast((each) => each < now - 0.01);
  if (next) resize(() => Object.assign(state, { zoom: next, fits: false }));
}

function keep() {
  const page = currentPage();
  const box = state.sheets[page]?.paper.getBoundingClientRect();
  const top = box ? (pagesBox.getBoundingClientRect().top - box.top) / scale() / CSS_POINTS : 0;
  const kept = { ...choice(), zoom: state.zoom, fits: state.fits, spread: byId("spread").checked, page, top };
  sessionStorage.setItem("preview", JSON.stringify(kept));
}

function goBack() {
  if (stored.page !== undefined) goTo(stored.page, stored.top + 8 / scale() / CSS_POINTS);
}

const KEYS = {
  f: () => showFinding(state.finding + 1),
  F: () => showFinding(Math.max(state.finding, 0) - 1),
  j: () => goTo(Math.min(currentPage() + 1, state.sheets.length - 1)),
  k: () => goTo(Math.max(currentPage() - 1, 0)),
  "+": () => zoom(1),
  "=": () => zoom(1),
  "-": () => zoom(-1),
  0: () => resize(() => Object.assign(state, { fits: true })),
  s: nextStyle,
  "/": () => byId("search").focus(),
  "?": () => byId("keys").showModal(),
};

function onKey(event) {
  const typing = event.target.matches("input[type=search], select, dialog *");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
}

function listen() {
  byId("style").addEventListener("change", choose);
  byId("draft").addEventListener("change", choose);
  byId("spread").addEventListener("change", () => resize(() => {}));
  byId("smaller").addEventListener("click", () => zoom(-1));
  byId("larger").addEventListener("click", () => zoom(1));
  byId("fit").addEventListener("click", KEYS[0]);
  byId("help").addEventListener("click", KEYS["?"]);
  byId("search").addEventListener("input", () => search(true));
  byId("searching").addEventListener("submit", (event) => {
    event.preventDefault();
    showFound(1);
  });
  byId("previous").addEventListener("click", () => showFound(-1));
  byId("open").addEventListener("click", openPlace);
  byId("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(byId("place").textContent);
    byId("status").textContent = say("copied");
  });
  pagesBox.addEventListener("scrollend", keep);
  document.addEventListener("keydown", onKey);
  new ResizeObserver(() => {
    if (state.view && state.fits) resize(() => {});
  }).observe(pagesBox);
}

byId("spread").checked = stored.spread ?? false;
Object.assign(state, { zoom: stored.zoom ?? 1, fits: stored.fits ?? true });
await load(choice());
listen();
follow();
