// Comfort for people who like the keyboard. Every page reads and every form works without this file.
"use strict";

const TYPING = "input, textarea, select, [contenteditable]";
const LEADS = { t: "today", b: "briefs", s: "stories", c: "conversations", m: "more" };
let led = false;

function rows() {
  return [...document.querySelectorAll("[data-row]")];
}

function step(by) {
  const all = rows();
  const here = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
  const link = next && (next.querySelector("[data-open]") || next.querySelector("a"));
  if (link) link.focus();
}

function follow(name) {
  const link = document.querySelector(`[data-room="${name}"]`);
  if (link) link.click();
}

function search() {
  const field = [...document.querySelectorAll("input[type=search]")].find((one) => one.offsetParent !== null);
  if (field) field.focus();
  else follow("search");
}

function closePanel() {
  const panel = document.getElementById("panel");
  if (!panel || panel.hidden) return;
  panel.hidden = true;
  panel.replaceChildren();
  const opener = document.querySelector("[data-passage][aria-expanded=true]");
  if (opener) {
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return closePanel();
  if (event.target.matches(TYPING) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (led) {
    led = false;
    if (LEADS[event.key]) follow(LEADS[event.key]);
    return;
  }
  const actions = {
    j: () => step(1),
    k: () => step(-1),
    g: () => { led = true; },
    "/": search,
    "?": () => follow("keys"),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) closePanel();
});

document.addEventListener("htmx:afterSwap", (event) => {
  const panel = event.detail.target;
  if (panel.id !== "panel") return;
  for (const one of document.querySelectorAll("[data-passage][aria-expanded=true]")) one.setAttribute("aria-expanded", "false");
  const opener = event.detail.requestConfig.elt;
  opener.setAttribute("aria-expanded", "true");
  panel.hidden = false;
  panel.focus();
  const quote = panel.querySelector("mark");
  if (quote) quote.scrollIntoView({ block: "center" });
});

// A session that has ended, or a page that is refused, is shown whole: never inside the panel.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig } = event.detail;
  if (xhr.status < 400 && !new URL(xhr.responseURL).pathname.startsWith("/sign-in/")) return;
  event.preventDefault();
  window.location.assign(requestConfig.path);
});

for (const field of document.querySelectorAll("[data-submit]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}
