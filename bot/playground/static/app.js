// The page: the chats side by side or one at a time, and the stream of what happens.

import { ChatView } from "./chat.js";
import { element, post } from "./dom.js";
import { directionOf, languageOf, speaker } from "./words.js";

const language = languageOf(navigator.language);
const say = speaker(language);
const main = document.getElementById("chats");
const switcher = document.getElementById("switcher");
const offline = document.querySelector(".connection");
const narrow = matchMedia("(max-width: 47.99rem)");
const chats = new Map();
const unread = new Map();
let current = null;

function chrome() {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  document.title = document.querySelector("h1").textContent = say("title");
  document.getElementById("banner-text").textContent = say("banner");
  document.getElementById("person-title").textContent = say("addPerson");
  document.getElementById("person-name-label").textContent = say("personName");
  document.getElementById("person-language-label").textContent = say("personLanguage");
  document.getElementById("person-cancel").textContent = say("cancel");
  document.getElementById("person-add").textContent = say("add");
  document.getElementById("add-person").textContent = say("addPerson");
  switcher.setAttribute("aria-label", say("people"));
  offline.textContent = say("offline");
}

function listen() {
  const stream = new EventSource("/page/events");
  stream.addEventListener("message", (message) => take(JSON.parse(message.data)));
  stream.addEventListener("open", () => { offline.hidden = true; });
  stream.addEventListener("error", () => { offline.hidden = false; });
}

function take(event) {
  if (event.what === "snapshot") return fill(event.chats);
  const view = chats.get(event.chat_id) || (event.chat && open(event.chat));
  if (view) view.take(event);
  if (event.chat) tabs();
}

// After a reconnection the whole picture is drawn again; chats that are there keep what is being written.
function fill(described) {
  const known = new Set(described.map((chat) => chat.id));
  for (const [id, view] of chats) {
    if (!known.has(id)) { view.node.remove(); chats.delete(id); }
  }
  for (const chat of described) {
    const view = chats.get(chat.id) || open(chat);
    view.update(chat);
    view.fill(chat.messages);
  }
  tabs();
}

function open(chat) {
  const view = new ChatView(chat, noticed);
  chats.set(chat.id, view);
  main.append(view.node);
  current ??= chat.id;
  show();
  return view;
}

function noticed(view) {
  if (!narrow.matches || view.data.id === current) return;
  unread.set(view.data.id, (unread.get(view.data.id) || 0) + 1);
  tabs();
}

function tabs() {
  const focused = switcher.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  switcher.replaceChildren(...[...chats.values()].map(tab));
  if (focused) switcher.querySelector(`[data-chat="${focused}"]`)?.focus();
}

function tab({ data, language: spoken }) {
  const count = unread.get(data.id);
  const badge = count ? element("span", { class: "badge", "aria-hidden": "true" }, String(count)) : null;
  const news = count ? element("span", { class: "unseen" }, say("unread", { count })) : null;
  return element("button", {
    type: "button", "data-chat": data.id, "aria-current": data.id === current ? "true" : null, onclick: () => choose(data.id),
  }, element("bdi", {}, data.name), element("span", { class: "tongue", "aria-hidden": "true" }, spoken), badge, news);
}

function choose(id) {
  current = id;
  unread.delete(id);
  show();
  tabs();
  chats.get(id).toBottom();
}

function show() {
  for (const [id, view] of chats) view.node.classList.toggle("current", id === current);
}

function people() {
  const dialog = document.getElementById("person-dialog");
  const name = document.getElementById("person-name");
  document.getElementById("add-person").addEventListener("click", () => { name.value = `Demo ${chats.size + 1}`; dialog.showModal(); name.select(); });
  document.getElementById("person-cancel").addEventListener("click", () => dialog.close(""));
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue !== "add") return;
    dialog.returnValue = "";
    const chat = await post("/control/chats", { first_name: name.value, language_code: document.getElementById("person-language").value, started: false });
    current = chat.id;
    show();
    tabs();
    chats.get(chat.id)?.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  });
}

chrome();
people();
listen();
