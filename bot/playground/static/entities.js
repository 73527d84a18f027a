// Text with Telegram's entities as nodes. Offsets are UTF-16 units, which is what JavaScript counts in.

import { element } from "./dom.js";

const simple = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", text_mention: "span", custom_emoji: "span" };
const safe = /^(https?|tg|mailto):/i;

// say: the words of the chat's language; command: what to do when a /command is pressed.
export function formatted(text, entities, say, command) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return range(text, 0, text.length, sorted, { say, command });
}

function range(text, begin, end, entities, tools) {
  const nodes = [];
  let position = begin;
  let rest = entities;
  while (rest.length) {
    const [outer, ...others] = rest;
    const stop = Math.min(outer.offset + outer.length, end);
    if (outer.offset > position) nodes.push(text.slice(position, outer.offset));
    const inside = others.filter((item) => item.offset < stop);
    const inner = range(text, Math.max(outer.offset, position), stop, inside, tools);
    nodes.push(wrap(outer, text.slice(outer.offset, stop), inner, tools));
    position = stop;
    rest = others.filter((item) => item.offset >= stop);
  }
  if (position < end) nodes.push(text.slice(position, end));
  return nodes;
}

function wrap(entity, covered, inner, tools) {
  switch (entity.type) {
    case "text_link": return link(entity.url, inner, tools.say);
    case "url": return link(/^\w+:/.test(covered) ? covered : `https://${covered}`, inner, tools.say);
    case "email": return link(`mailto:${covered}`, inner, tools.say);
    case "pre": return element("pre", { dir: "ltr" }, element("code", {}, ...inner));
    case "blockquote": return element("blockquote", { dir: "auto" }, ...inner);
    case "expandable_blockquote": return expandable(covered, inner, tools.say);
    case "spoiler": return spoiler(inner, tools.say);
    case "bot_command":
      return element("button", { type: "button", class: "command", dir: "ltr", onclick: () => tools.command(covered) }, ...inner);
    default: return element(simple[entity.type] || "span", {}, ...inner);
  }
}

function link(url, inner, say) {
  if (!safe.test(url)) return element("span", {}, ...inner);
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: `${url} — ${say("opens")}` }, ...inner);
}

function spoiler(inner, say) {
  const cover = element("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": say("reveal") });
  cover.append(element("span", { "aria-hidden": "true" }, ...inner));
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    cover.replaceWith(...cover.firstChild.childNodes);
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", reveal);
  return cover;
}

function expandable(covered, inner, say) {
  const quote = element("blockquote", { dir: "auto", class: "folded" }, ...inner);
  if (covered.split("\n").length <= 3 && covered.length <= 160) {
    quote.classList.remove("folded");
    return quote;
  }
  const button = element("button", { type: "button", class: "unfold" }, say("expand"));
  button.addEventListener("click", () => { quote.classList.remove("folded"); button.remove(); });
  const both = element("span", { class: "quote-with-button" }, quote, button);
  return both;
}
