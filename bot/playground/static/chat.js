// One person's phone: the chat with the bot, what they can do, and what the bot does in it.

import { element, icon, post } from "./dom.js";
import { bubble } from "./message.js";
import { compose } from "./composer.js";
import { directionOf, languageOf, speaker } from "./words.js";

const SPINNER_MS = 15000;
const TYPING_MS = 5000;
const TOAST_MS = 3500;

export class ChatView {
  constructor(data, onUnread) {
    this.data = data;
    this.onUnread = onUnread;
    this.language = languageOf(data.language_code);
    this.locale = this.language === "ar" ? "ar-u-nu-latn" : this.language;
    this.say = speaker(this.language);
    this.spinners = new Map();
    this.gone = new Set();
    this.build();
    this.composer = compose(this);
    this.node.append(this.composer.node, this.toastArea, this.alertBox);
    this.followEnd();
    this.update(data);
  }

  get path() { return `/control/chats/${this.data.id}`; }

  build() {
    const heading = `phone-${this.data.id}`;
    this.owner = element("h2", { id: heading, class: "owner" });
    this.botName = element("bdi");
    this.state = element("span", { class: "state", "aria-live": "off" });
    this.log = element("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions text", tabindex: "0" });
    this.toastArea = element("div", { class: "toasts", role: "status" });
    this.alertText = element("p", { dir: "auto" });
    this.alertBox = element("dialog", { class: "alert", "aria-label": this.data.bot_name }, element("form", { method: "dialog" }, this.alertText,
      element("p", { class: "actions" }, element("button", { class: "strong" }, this.say("close")))));
    this.node = element("section", { class: "phone", lang: this.language, dir: directionOf(this.language), "aria-labelledby": heading, "data-chat": this.data.id },
      this.owner, element("header", { class: "with" }, element("span", { class: "face" }, icon("bot")),
        element("div", { class: "names" }, element("span", { class: "bot-name" }, this.botName), this.state), this.moreMenu()), this.log);
  }

  moreMenu() {
    this.moreButton = element("button", { type: "button", class: "round-button", "aria-label": this.say("more"), "aria-expanded": "false" }, icon("more"));
    this.blockButton = element("button", { type: "button", onclick: () => this.chosen(this.data.blocked ? "unblock" : "block") });
    const clear = element("button", { type: "button", onclick: () => this.chosen("clear") }, this.say("clear"));
    this.moreList = element("div", { class: "popup", hidden: true }, this.blockButton, clear);
    this.moreButton.addEventListener("click", () => this.toggleMore(this.moreList.hidden));
    const holder = element("div", { class: "more" }, this.moreButton, this.moreList);
    holder.addEventListener("keydown", (event) => { if (event.key === "Escape") { this.toggleMore(false); this.moreButton.focus(); } });
    holder.addEventListener("focusout", (event) => { if (!holder.contains(event.relatedTarget)) this.toggleMore(false); });
    return holder;
  }

  toggleMore(open) {
    this.moreList.hidden = !open;
    this.moreButton.setAttribute("aria-expanded", String(open));
  }

  async chosen(deed) {
    this.toggleMore(false);
    const data = await this.attempt(`${this.path}/${deed}`);
    if (data) this.update(data);
    this.composer.focus();
  }

  // Whoever reads the newest message keeps seeing it when the room for messages changes (switcher, on-screen keyboard).
  followEnd() {
    this.atEnd = true;
    this.log.addEventListener("scroll", () => { this.atEnd = this.nearBottom(); });
    new ResizeObserver(() => this.toBottom(this.atEnd)).observe(this.log);
  }

  // A chat as the stand-in describes it: name, commands, blocked or not.
  update(data) {
    this.data = data;
    this.owner.textContent = this.say("phoneOf", { name: data.name });
    this.botName.textContent = data.bot_name;
    this.log.setAttribute("aria-label", this.say("messages", { name: data.bot_name }));
    this.blockButton.textContent = this.say(data.blocked ? "unblock" : "block");
    this.showState();
    this.showWelcome();
    this.composer.update();
  }

  showState(words) {
    this.state.textContent = words || this.say("bot");
    this.state.classList.toggle("active", Boolean(words));
  }

  isEmpty() { return !this.log.querySelector(".message"); }

  showWelcome() {
    this.log.querySelector(".welcome")?.remove();
    if (!this.isEmpty()) return;
    const about = this.data.description
      ? [element("strong", {}, this.say("what")), element("p", { dir: "auto" }, this.data.description)]
      : [element("p", {}, this.say("empty"))];
    this.log.prepend(element("div", { class: "welcome" }, ...about, element("p", { class: "small" }, this.say("banner"))));
  }

  fill(entries) {
    this.log.replaceChildren(...entries.map((entry) => bubble(entry, this)));
    this.showWelcome();
    this.composer.update();
    this.toBottom(true);
  }

  take(event) {
    const handler = { message: "added", edit: "changed", markup: "changed", delete: "removed", typing: "typed", answer: "answered", clear: "cleared", chat: "renewed", commands: "renewed" }[event.what];
    this[handler](event);
  }

  // A message comes with the stream, and the person's own also as the answer to sending it: the first of the two counts.
  added(entry) {
    if (this.find(entry.message.message_id) || this.gone.has(entry.message.message_id)) return;
    this.log.querySelector(".welcome")?.remove();
    const near = this.nearBottom() || !entry.from_bot;
    const node = bubble(entry, this);
    node.classList.add("new");
    this.log.append(node);
    this.toBottom(near);
    if (entry.from_bot) { this.showState(); this.onUnread(this); }
    else this.data.started = true;
    this.composer.update();
  }

  changed(entry) {
    const old = this.find(entry.message.message_id);
    if (!old) return;
    const near = this.nearBottom();
    const keys = [...old.querySelectorAll(".key")];
    const focused = keys.indexOf(document.activeElement);
    const node = bubble(entry, this);
    old.replaceWith(node);
    // Who presses a button and sees the message change keeps their place in it.
    if (focused >= 0) (node.querySelectorAll(".key")[focused] || node.querySelector(".key") || this.log).focus({ preventScroll: true });
    this.toBottom(near);
  }

  removed(entry) {
    this.gone.add(entry.message.message_id);
    const old = this.find(entry.message.message_id);
    if (!old) return;
    if (old.contains(document.activeElement)) this.log.focus({ preventScroll: true });
    old.remove();
    this.whisper(this.say("deleted"));
    this.showWelcome();
    this.composer.update();
  }

  cleared(event) {
    this.fill([]);
    this.renewed(event);
  }

  renewed(event) { if (event.chat) this.update(event.chat); }

  typed(event) {
    clearTimeout(this.typingTimer);
    this.showState(event.action === "cancel" ? "" : this.say(event.action.startsWith("upload") ? "uploading" : "typing"));
    this.typingTimer = setTimeout(() => this.showState(), TYPING_MS);
  }

  answered(event) {
    const key = this.spinners.get(event.query_id);
    this.spinners.delete(event.query_id);
    this.early = event.query_id;
    if (key) stopSpinner(key);
    if (!event.text) return;
    if (event.show_alert) { this.alertText.textContent = event.text; this.alertBox.showModal(); } else this.toast(event.text);
  }

  async press(key, messageId, button) {
    if (key.getAttribute("aria-busy") === "true") return;
    key.setAttribute("aria-busy", "true");
    setTimeout(() => stopSpinner(key), SPINNER_MS);
    const result = await this.attempt(`${this.path}/press`, { label: button.text, data: button.callback_data, message_id: messageId });
    if (!result || result.query_id === this.early) stopSpinner(key);
    else this.spinners.set(result.query_id, key);
  }

  async sayText(text) {
    const entry = await this.attempt(`${this.path}/says`, { text });
    if (entry) this.added(entry);
    return entry;
  }

  async sendFile(file) {
    const form = new FormData();
    form.append("as", ["image/png", "image/jpeg"].includes(file.type) ? "photo" : "document");
    form.append("file", file, file.name);
    return this.attempt(`${this.path}/file`, form);
  }

  async attempt(path, body) {
    try {
      return await post(path, body);
    } catch (error) {
      this.toast(`${this.say("failed")}: ${error.message}`);
      return null;
    }
  }

  toast(text) {
    const node = element("p", { class: "toast", dir: "auto" }, text);
    this.toastArea.append(node);
    setTimeout(() => node.remove(), Math.max(TOAST_MS, text.length * 60));
  }

  // Said to screen readers only.
  whisper(text) {
    const node = element("p", { class: "unseen" }, text);
    this.toastArea.append(node);
    setTimeout(() => node.remove(), TOAST_MS);
  }

  find(messageId) { return this.log.querySelector(`.message[data-id="${messageId}"]`); }

  nearBottom() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120; }

  toBottom(really = true) {
    if (!really) return;
    this.log.scrollTop = this.log.scrollHeight;
    this.atEnd = true;
  }
}

function stopSpinner(key) { key.removeAttribute("aria-busy"); }
