// All pages work without this file.  It marks the words of a statement whose number in the text is
// pointed at, puts a row with its source into the clipboard, and answers to a few keys.
"use strict";
(() => {
  const make = (tag, words = "", given = {}) =>
    Object.assign(document.createElement(tag), { textContent: words }, given);

  // What happened is told to screen readers, too.
  const told = make("p", "", { className: "unseen", role: "status" });
  document.body.append(told);

  // The words of a statement and its note light up together.
  const numbers = [...document.querySelectorAll("sup.number")];
  const notes = new Map(
    [...document.querySelectorAll(".note a.number")].map((a) => [a.textContent.trim(), a.closest(".note")]),
  );
  for (const sup of numbers) {
    const note = notes.get(sup.textContent.trim());
    if (!note) continue;
    const light = (on) => () => { note.classList.toggle("lit", on); sup.classList.toggle("lit", on); };
    for (const each of [note, sup]) {
      each.addEventListener("mouseenter", light(true));
      each.addEventListener("mouseleave", light(false));
    }
  }

  // Browsers give a page the clipboard on this machine and over TLS only.
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll(".copying button")) {
      const words = button.textContent;
      const say = (what) => {
        button.textContent = told.textContent = what;
        setTimeout(() => { button.textContent = words; told.textContent = ""; }, 2500);
      };
      button.parentElement.hidden = false;
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(button.nextElementSibling.textContent).then(() => say("copied"), () => say("the browser refused"));
      });
    }
  }

  // Keys, which can be switched off: who speaks to the machine must not set them off.
  const KEY = "reportedly keys";
  const stored = (set) => {
    try {
      if (set !== undefined) localStorage.setItem(KEY, set);
      return localStorage.getItem(KEY) !== "off";
    } catch { return true; }
  };
  const rows = numbers.length
    ? numbers.map((sup) => sup.querySelector("a"))
    : [...document.querySelectorAll("main .said blockquote a, main .version blockquote a, main .findings .finding > :is(h2, h3) a, main .wall a.quote, main .list tbody td > a:first-child, main .timeline .reports li:first-child > a, main .articles a.headline")];
  let at = -1;
  const step = (by) => {
    if (!rows.length) return;
    at = Math.min(rows.length - 1, Math.max(0, at + by));
    rows[at].focus();
    rows[at].scrollIntoView({ block: "center" });
  };
  const go = (rel) => document.querySelector(`main a[rel="${rel}"]`)?.click();
  const help = make("dialog", "", { className: "keys" });
  help.setAttribute("aria-labelledby", "keys-head");
  const keys = make("dl");
  for (const [key, words] of [
    ["/", "search"], ["j", "the next row or statement"], ["k", "the one before"],
    ["n", "the next page or finding"], ["p", "the page or finding before"], ["?", "these keys"],
  ]) {
    const term = make("dt");
    term.append(make("kbd", key));
    keys.append(term, make("dd", words));
  }
  const on = make("input", "", { type: "checkbox", checked: stored() });
  on.addEventListener("change", () => stored(on.checked ? "on" : "off"));
  const label = make("label");
  label.append(on, " Answer to these keys");
  const form = make("form", "", { method: "dialog" });
  form.append(make("button", "Close"));
  help.append(make("h2", "Keys", { id: "keys-head" }), keys, label, form);
  document.body.append(help);

  const opener = make("button", "Keys", { type: "button", className: "copy" });
  opener.addEventListener("click", () => help.showModal());
  document.querySelector(".colophon p:last-child")?.append(" · ", opener);

  const actions = {
    j: () => step(1), k: () => step(-1), n: () => go("next"), p: () => go("prev"),
    "/": () => document.getElementById("find")?.focus(), "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !stored()) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || !Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });
})();
