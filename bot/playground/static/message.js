// One message as a bubble: text, picture or document, and its buttons.

import { element, icon } from "./dom.js";
import { formatted } from "./entities.js";

// chat: the ChatView the message is in; it gives the words and takes the presses.
export function bubble(entry, chat) {
  const { message, from_bot: fromBot } = entry;
  const body = element("div", { class: "bubble" });
  if (message.reply_to_message) body.append(quoted(message.reply_to_message, chat));
  const attachment = picture(message, chat) || documentLink(message, chat);
  if (attachment) body.append(attachment);
  const text = message.text ?? message.caption;
  if (text) {
    const entities = message.entities ?? message.caption_entities;
    body.append(element("div", { class: "text", dir: "auto" }, ...formatted(text, entities, chat.say, (command) => chat.sayText(command))));
  }
  if (!text && !attachment) body.append(element("div", { class: "text other" }, `${chat.say("other")}: ${kindOf(message)}`));
  body.append(footer(message, chat));
  const who = fromBot ? chat.data.bot_name : chat.say("you");
  return element("article", { class: fromBot ? "message theirs" : "message mine", "data-id": message.message_id },
    element("h3", { class: "unseen" }, `${who}, ${clock(message, chat)}`), body, keyboard(message, chat));
}

// The message that this one answers, in one line.
function quoted(message, chat) {
  return element("div", { class: "replied", dir: "auto" }, message.text ?? message.caption ?? message.document?.file_name ?? chat.say("other"));
}

function footer(message, chat) {
  const edited = message.edit_date ? element("span", {}, chat.say("edited")) : null;
  return element("div", { class: "foot" }, edited, element("time", { datetime: new Date(message.date * 1000).toISOString() }, clock(message, chat)));
}

function clock(message, chat) {
  return new Intl.DateTimeFormat(chat.locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(message.date * 1000));
}

function picture(message, chat) {
  const photo = message.photo?.at(-1);
  if (!photo) return null;
  return element("img", {
    src: `/page/files/${encodeURIComponent(photo.file_id)}`, alt: message.caption ? "" : chat.say("photo"), width: photo.width,
    height: photo.height, class: "photo", onload: () => chat.toBottom(chat.atEnd),
  });
}

function documentLink(message, chat) {
  const document = message.document;
  if (!document) return null;
  const name = document.file_name || "file";
  return element("a", { class: "document", href: `/page/files/${encodeURIComponent(document.file_id)}`, download: name, "aria-label": chat.say("save", { name }) },
    element("span", { class: "round" }, icon("file")),
    element("span", { class: "about" }, element("bdi", { class: "name" }, name), element("span", { class: "size" }, size(document.file_size || 0, chat.locale))));
}

function size(bytes, locale) {
  const [value, unit] = bytes < 1024 ? [bytes, "byte"] : bytes < 1048576 ? [bytes / 1024, "kilobyte"] : [bytes / 1048576, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(value);
}

function keyboard(message, chat) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return element("div", { class: "keyboard" }, ...rows.map((row) =>
    element("div", { class: "row" }, ...row.map((button) => keyboardButton(button, message, chat)))));
}

function keyboardButton(button, message, chat) {
  if (button.url) {
    const url = /^(https?|tg):/i.test(button.url) ? button.url : "#";
    return element("a", { class: "key link", href: url, target: "_blank", rel: "noopener noreferrer", title: `${button.url} — ${chat.say("opens")}` },
      element("bdi", {}, button.text), element("span", { class: "arrow", "aria-hidden": "true" }, "↗"));
  }
  const key = element("button", { type: "button", class: "key" }, element("bdi", {}, button.text));
  key.addEventListener("click", () => chat.press(key, message.message_id, button));
  return key;
}

function kindOf(message) {
  const known = ["voice", "audio", "video", "video_note", "sticker", "location", "contact", "poll", "dice", "animation"];
  return known.find((name) => name in message) || "…";
}
