"use strict";
/* What the browser does by itself: where the focus goes, what scrolls into view, which language the document is in. */
window.plansvar = (() => {
  const REMEMBERED = "plansvar-language";
  const root = document.documentElement;
  root.lang = "sv";
  let came = null;

  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = (element, block) => element?.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });

  const remember = {
    read() { try { return localStorage.getItem(REMEMBERED); } catch { return null; } },
    write(language) { try { localStorage.setItem(REMEMBERED, language); } catch { /* the choice lasts for this visit */ } },
  };

  function setLanguage(element) {
    const language = element.querySelector("[data-language]")?.dataset.language;
    if (language) root.lang = language;
  }

  function followConversation(element) {
    const turns = element.querySelectorAll(".pv-turn");
    const last = turns[turns.length - 1];
    const state = last ? `${turns.length}${last.querySelector("[aria-busy]") ? "…" : ""}` : "";
    const known = element.dataset.state ?? "";
    element.dataset.state = state;
    if (last && state !== known) show(last, "start");
    else if (!last && known) document.querySelector("#pv-field textarea")?.focus();
  }

  function followPanel(element) {
    const panel = element.querySelector(".pv-opened");
    const opened = panel?.dataset.opened ?? "";
    const known = element.dataset.opened ?? "";
    document.body.classList.toggle("pv-reading", Boolean(panel));
    if (opened === known) return;
    element.dataset.opened = opened;
    if (panel) {
      panel.querySelector("h2")?.focus({ preventScroll: true });
      const place = panel.querySelector("mark");
      if (place) show(place.closest("tr") ?? place, "center");
      else panel.querySelector(".pv-document")?.scrollTo(0, 0);
    } else if (came) {
      const back = `[data-event="cite"][data-number="${came.number}"][data-n="${came.n}"]`;
      const choices = [...document.querySelectorAll(back)];
      (choices.find((one) => one.dataset.list === came.list) ?? choices[0])?.focus({ preventScroll: true });
    }
  }

  async function copy(button) {
    const label = button.querySelector("span");
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: button.dataset.copy });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    label.textContent = button.dataset.copied;
    setTimeout(() => { label.textContent = before; }, 2000);
  }

  function connect(element, trigger, watch, events) {
    const send = (target, data) => { if (events.includes(target.dataset.event)) trigger(target.dataset.event, data); };
    element.addEventListener("click", (click) => {
      const button = click.target.closest("button");
      if (button?.dataset.copy) copy(button);
      if (!button?.dataset.event) return;
      if (button.dataset.event === "cite") came = { ...button.dataset };
      if (button.dataset.event === "language") remember.write(button.dataset.chosen);
      send(button, { ...button.dataset });
    });
    element.addEventListener("change", (change) => {
      if (change.target.dataset.event) send(change.target, { chosen: change.target.value });
    });
    if (events.includes("close")) {
      document.addEventListener("keydown", (key) => {
        if (key.key === "Escape" && element.querySelector(".pv-opened")) trigger("close", {});
      });
    }
    const follow = events.includes("language") ? setLanguage : events.includes("cite") ? followConversation
      : events.includes("close") ? followPanel : () => {};
    watch("value", () => follow(element));
    const wanted = remember.read();
    if (events.includes("language") && wanted && wanted !== root.lang) trigger("language", { chosen: wanted });
  }

  return { connect };
})();
