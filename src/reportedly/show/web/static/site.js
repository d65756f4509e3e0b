// All pages work without this file.  It only marks the words of a statement whose number in the
// text is pointed at, and moves along the statements of an article with the keys j and k.
"use strict";
(() => {
  const numbers = [...document.querySelectorAll("sup.number")];
  if (!numbers.length) return;
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
  let at = -1;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    at = Math.min(numbers.length - 1, Math.max(0, at + step));
    const link = numbers[at].querySelector("a");
    link.focus();
    link.scrollIntoView({ block: "center" });
  });
})();
