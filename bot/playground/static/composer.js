// Where a person writes: the commands menu, a file, a text; or one big button when there is only one thing to do.

import { element, icon } from "./dom.js";

export function compose(chat) {
  const { say } = chat;
  const field = element("textarea", { rows: "1", maxlength: "4096", placeholder: say("write"), "aria-label": say("write"), autocomplete: "off", enterkeyhint: "send" });
  const file = element("input", { type: "file", class: "unseen", tabindex: "-1", "aria-hidden": "true" });
  const attach = element("button", { type: "button", class: "round-button", "aria-label": say("attach"), onclick: () => file.click() }, icon("attach"));
  const send = element("button", { class: "round-button send", "aria-label": say("send") }, icon("send"));
  const menu = commandMenu(chat, () => field.focus());
  const form = element("form", { class: "composer" }, menu.holder, attach, file, field, send);
  const single = element("button", { type: "button", class: "single" });
  const node = element("div", { class: "below" }, form, single);

  const submit = async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    grow(field);
    if (!(await chat.sayText(text))) field.value = text;
  };
  form.addEventListener("submit", submit);
  field.addEventListener("input", () => grow(field));
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event); });
  file.addEventListener("change", async () => { if (file.files[0]) await chat.sendFile(file.files[0]); file.value = ""; attach.focus(); });
  single.addEventListener("click", async () => {
    if (chat.data.blocked) await chat.chosen("unblock");
    else await chat.sayText("/start");
    field.focus();
  });

  function update() {
    const { blocked, started, deactivated } = chat.data;
    const alone = deactivated ? "deactivated" : blocked ? "unblock" : started && !chat.isEmpty() ? "" : "start";
    form.hidden = Boolean(alone);
    single.hidden = !alone;
    single.disabled = deactivated;
    if (alone) single.textContent = say(alone);
    menu.update();
  }

  return { node, update, focus: () => (form.hidden ? single : field).focus() };
}

// As many lines as there are, and the direction of what is written; an empty field has the chat's own.
function grow(field) {
  if (field.value) field.dir = "auto";
  else field.removeAttribute("dir");
  field.rows = Math.min(5, Math.max(1, field.value.split("\n").length));
}

function commandMenu(chat, back) {
  const button = element("button", { type: "button", class: "round-button", "aria-label": chat.say("menu"), "aria-expanded": "false" }, icon("menu"));
  const list = element("div", { class: "popup commands", hidden: true });
  const holder = element("div", { class: "menu" }, button, list);
  const toggle = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) list.querySelector("button")?.focus();
  };
  button.addEventListener("click", () => toggle(list.hidden));
  holder.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { toggle(false); button.focus(); }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(list, event);
  });
  holder.addEventListener("focusout", (event) => { if (!holder.contains(event.relatedTarget)) toggle(false); });

  function update() {
    const items = chat.data.commands.map(({ command, description }) => element("button", {
      type: "button", onclick: () => { toggle(false); back(); chat.sayText(`/${command}`); },
    }, element("span", { class: "what", dir: "auto" }, description), element("span", { class: "name", dir: "ltr" }, `/${command}`)));
    list.replaceChildren(...(items.length ? items : [element("p", {}, chat.say("noCommands"))]));
  }

  return { holder, update };
}

function step(list, event) {
  const items = [...list.querySelectorAll("button")];
  const place = items.indexOf(document.activeElement);
  if (place < 0) return;
  event.preventDefault();
  items[(place + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length].focus();
}
