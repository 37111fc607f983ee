// Words in a line, in runs of the same emphasis, as Markdown: white space as it is seen, and signs that Markdown reads escaped.

const BREAK = "\u0001";
const MARKS = { strong: "**", em: "*" };
const ORDER = ["href", "strong", "em"]; // from the outermost in

export class Runs {
  runs = [];

  constructor(parent) {
    if (parent) this.takeAll(parent, {});
  }

  take(node, marks = {}) {
    if (node.nodeType === Node.TEXT_NODE) this.add(node.data.replace(/[\s\u0001]+/g, " "), marks);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.localName === "br") this.add(BREAK, marks);
    else if (node.localName === "img") this.add(node.alt.replace(/[\s\u0001]+/g, " "), marks);
    else this.takeAll(node, { ...marks, ...marksOf(node) });
  }

  takeAll(parent, marks) {
    for (const node of parent.childNodes) {
      const stands = node.nodeType === Node.ELEMENT_NODE && /^(p|div|li|h[1-6]|tr|dt|dd|blockquote)$/.test(node.localName);
      if (stands) this.add(" ", marks);
      this.take(node, marks);
      if (stands) this.add(" ", marks);
    }
  }

  // White space takes no emphasis of its own.
  add(text, marks) {
    const last = this.runs.at(-1);
    const isSame = last && (!text.trim() || [...ORDER, "code"].every((mark) => last.marks[mark] === marks[mark]));
    if (isSame && text !== BREAK && last.text !== BREAK) last.text += text;
    else if (text) this.runs.push({ text, marks: text === BREAK ? {} : marks });
  }

  inLine() {
    return this.written().replace(/\\?\n+/g, " ");
  }

  written() {
    let out = "", open = [];
    const close = (kept) => {
      const space = out.match(/ *$/)[0];
      out = out.slice(0, out.length - space.length);
      while (open.length > kept) out += ending(open.pop());
      out += space;
    };
    for (const { text, marks } of this.runs) {
      if (!text.trim()) {
        out += text;
        continue;
      }
      const wanted = ORDER.filter((mark) => marks[mark]).map((mark) => ({ mark, href: marks.href }));
      const kept = wanted.findIndex((one, place) => open[place]?.mark !== one.mark || (one.mark === "href" && open[place].href !== one.href));
      close(kept < 0 ? wanted.length : kept);
      const start = text.match(/^ */)[0];
      out += start;
      for (const one of wanted.slice(open.length)) open.push(one), (out += one.mark === "href" ? "[" : MARKS[one.mark]);
      out += text === BREAK ? BREAK : marks.code ? quoted(text.slice(start.length)) : escaped(text.slice(start.length));
    }
    close(0);
    return lines(out);
  }
}

export function marksOf(element) {
  const style = element.dataset?.style ?? "", name = element.localName;
  const weight = style.match(/font-weight:\s*(\w+)/)?.[1];
  const slant = style.match(/font-style:\s*(\w+)/)?.[1];
  const marks = {};
  if (weight ? weight.startsWith("bold") || weight >= 600 : name === "b" || name === "strong") marks.strong = true;
  if (slant ? slant !== "normal" : name === "i" || name === "em" || name === "cite") marks.em = true;
  if (["code", "kbd", "samp", "tt"].includes(name)) marks.code = true;
  if (name === "a") marks.href = address(element.getAttribute("href") ?? "");
  return marks;
}

function address(href) {
  if (!/^\s*https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const { href: whole, origin } = new URL(href);
  const own = origin === location.origin ? whole.slice(origin.length) : whole;
  return own.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function ending({ mark, href }) {
  return mark === "href" ? `](${href})` : MARKS[mark];
}

function quoted(text) {
  const words = text.trimEnd(), fence = "`".repeat(Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  const pad = /^`|`$/.test(words) ? " " : "";
  return words ? fence + pad + words + pad + fence + text.slice(words.length) : text;
}

function escaped(text) {
  return text
    .replace(/[\\`*[\]]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/<(?=[a-z/!?])/gi, "\\<")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

// Two breaks end a paragraph. What begins a line must not be read as a list, a heading or a quotation.
function lines(text) {
  return text
    .split(BREAK)
    .map((line) => line.replace(/ +/g, " ").trim())
    .join("\n")
    .trim()
    .replace(/\n{2,}/g, "\n\n")
    .replace(/^([-+](?= |$)|[-=]{2,}|#{1,6}(?= |$)|>|~{3})/gm, "\\$1")
    .replace(/^(\d{1,9})([.)])(?= |$)/gm, "$1\\$2")
    .replace(/(?<!\n)\n(?!\n)/g, "\\\n");
}
