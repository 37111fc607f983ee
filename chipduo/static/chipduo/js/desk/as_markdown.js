// HTML from the clipboard as Markdown. It is parsed into a document that nobody sees, in which nothing loads or runs.
// What has no counterpart is its text; what is only laid out, as code editors copy, is not formatted: then the answer is null.

import { marksOf, Runs } from "./runs.js";

const BLOCKS = "p,div,section,article,main,header,footer,aside,figure,figcaption,address,center,dl,dt,dd,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,table,pre,hr";
const FORMATTED = "a[href],b,strong,i,em,cite,code,h1,h2,h3,h4,h5,h6,li,blockquote,table,[data-style*='mso-list']";
const UNSEEN = "script,style,template,noscript,head,title,iframe,object,[hidden]";
const AS_IT_IS = /white-space:\s*pre\s*(;|$)/;
const WORD_LIST = /mso-list:[^;]*\blevel(\d)/;

export function asMarkdown(html) {
  const page = new DOMParser().parseFromString(inert(html), "text/html");
  page.querySelectorAll(UNSEEN).forEach((one) => one.remove());
  if (!isFormatted(page.body)) return null;
  const found = blocksIn(page.body);
  const text = joined(found);
  return text ? { text, isInLine: found.length === 1 && found[0].isPlain } : null;
}

// The policy of the page lets no style or handler of another apply, and says so each time: they are put where they are only read.
function inert(html) {
  return html
    .replace(/<style\b[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, " data-$1="));
}

function isFormatted(body) {
  if (AS_IT_IS.test(body.firstElementChild?.dataset.style)) return false; // by a code editor
  const isStyled = (one) => Object.values(marksOf(one)).some(Boolean);
  return body.querySelector(FORMATTED) !== null || [...body.querySelectorAll("[data-style]")].some(isStyled);
}

// Each block is its text, and whether that is but words, a list, or a row of one.
function blocksIn(parent) {
  const found = [];
  let runs = new Runs();
  const end = () => {
    for (const text of runs.written().split("\n\n")) if (text) found.push({ text, isPlain: true });
    runs = new Runs();
  };
  for (const node of parent.childNodes) {
    if (!isBlock(node)) runs.take(node);
    else end(), found.push(...written(node));
  }
  end();
  return found;
}

function isBlock(node) {
  return node.nodeType === Node.ELEMENT_NODE && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);
}

function written(element) {
  const level = element.dataset.style?.match(WORD_LIST)?.[1];
  if (level) return wordItem(element, Number(level));
  switch (element.localName) {
    case "h1": case "h2": case "h3": case "h4": case "h5": case "h6": return heading(element);
    case "ul": case "ol": return list(element);
    case "blockquote": return quotation(element);
    case "table": return table(element);
    case "pre": return code(element);
    case "hr": return [{ text: "---" }];
    default: return blocksIn(element);
  }
}

function heading(element) {
  const text = new Runs(element).inLine();
  return text ? [{ text: `${"#".repeat(Math.max(2, element.localName[1]))} ${text}` }] : [];
}

function list(element) {
  const isNumbered = element.localName === "ol", rows = [];
  let number = Number(element.getAttribute("start")) || 1;
  for (const child of element.children) {
    const inner = child.localName === "li" ? blocksIn(child) : written(child);
    if (!inner.length) continue;
    const isNested = child.localName !== "li" && rows.length > 0; // a list in a list, without a row of its own
    const marker = isNumbered ? `${isNested ? number - 1 : number++}. ` : "- ";
    const text = indented(joined(inner, true), marker.length);
    rows.push(isNested || child.localName !== "li" ? " ".repeat(marker.length) + text : marker + text);
  }
  return rows.length ? [{ text: rows.join("\n"), isList: true }] : [];
}

// Word copies the rows of a list as paragraphs, with their markers as text that is to be ignored.
function wordItem(element, level) {
  const marker = element.querySelector("[data-style*='mso-list:Ignore']");
  const isNumbered = /^\s*\d+[.)]/.test(marker?.textContent ?? "");
  marker?.remove();
  const text = new Runs(element).inLine();
  return text ? [{ text: `${" ".repeat(4 * (level - 1))}${isNumbered ? "1." : "-"} ${text}`, isRow: true }] : [];
}

function quotation(element) {
  const text = joined(blocksIn(element));
  return text ? [{ text: text.replace(/^/gm, "> ").replace(/^> $/gm, ">") }] : [];
}

function code(element) {
  const text = element.textContent.replace(/\n$/, "");
  const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return text.trim() ? [{ text: `${fence}\n${text}\n${fence}` }] : [];
}

// One of a single column, or with another in it, only lays things out.
function table(element) {
  const rows = [...element.rows].map(cells).filter((row) => row.some(Boolean));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2 || element.querySelector("table")) return [...element.rows].flatMap((row) => [...row.cells].flatMap(blocksIn));
  const [head, ...others] = rows.map((row) => `| ${[...row, ...Array(width - row.length).fill("")].join(" | ")} |`);
  const caption = element.caption ? blocksIn(element.caption) : [];
  return [...caption, { text: [head, `|${" --- |".repeat(width)}`, ...others].join("\n") }];
}

function cells(row) {
  return [...row.cells].flatMap((cell) => {
    const text = new Runs(cell).inLine().replaceAll("|", "\\|");
    return [text, ...Array(Math.min(cell.colSpan, 50) - 1).fill("")];
  });
}

function joined(blocks, isInList = false) {
  return blocks.reduce((text, block, place) => {
    const before = blocks[place - 1];
    const isTight = (block.isRow && before?.isRow) || (isInList && block.isList && place === 1);
    return text + (place ? (isTight ? "\n" : "\n\n") : "") + block.text;
  }, "");
}

function indented(text, by) {
  return text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(by)}`);
}
