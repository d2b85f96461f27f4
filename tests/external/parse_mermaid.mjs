// Reads a Mermaid text on stdin and prints, as JSON, what Mermaid makes of it:
// {title, nodes: [{id, label, shown}], edges: [{source, target, kind, stroke, label}]}.
// `label` is the parsed label; `shown` is the text of the node in the drawn SVG, with
// the name of any element in it that is not plain text. Exits 1 with the parser's
// message when Mermaid refuses the text. An argument names another package to use, such
// as mermaid-older.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const GLOBALS = ["CSSStyleSheet", "DOMParser", "Element", "HTMLElement", "Node", "SVGElement", "XMLSerializer"];
const PLAIN = new Set(["DIV", "SPAN", "P"]);

function provideBrowser() {
  const { window } = new JSDOM("<!DOCTYPE html><body></body>", { pretendToBeVisual: true });
  globalThis.window = window;
  globalThis.document = window.document;
  for (const name of GLOBALS) {
    globalThis[name] = window[name];
  }
  // jsdom lays nothing out; any size will do.
  window.SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 100, height: 20 });
  window.SVGElement.prototype.getComputedTextLength = () => 100;
}

// Mermaid keeps `#34;` as `ﬂ°°34¶ß` and `#quot;` as `ﬂ°quot¶ß` until it draws.
function decoded(text) {
  const area = document.createElement("textarea");
  const entities = text.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  area.innerHTML = entities.replaceAll("<", "&lt;"); // a textarea decodes entities, not tags
  return area.value;
}

function shown(drawing, vertex) {
  const label = drawing.querySelector(`[id$="${vertex.domId}"] foreignObject`);
  if (label === null) return "";
  const foreign = [...label.querySelectorAll("*")].filter((part) => !PLAIN.has(part.tagName.toUpperCase()));
  return label.textContent.trim() + foreign.map((part) => `<${part.tagName.toLowerCase()}>`).join("");
}

function edge({ start, end, type, stroke, text }) {
  return { source: start, target: end, kind: type, stroke, label: decoded(text ?? "") };
}

async function read(text) {
  provideBrowser();
  const { default: mermaid } = await import(process.argv[2] ?? "mermaid"); // only now: it looks for a browser
  mermaid.initialize({ startOnLoad: false });
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const vertices = [...db.getVertices().values()];
  const edges = db.getEdges().map(edge);
  const { svg } = await mermaid.render("drawing", text);
  document.body.innerHTML = svg;
  const nodes = vertices.map((vertex) => ({
    id: vertex.id,
    label: decoded(vertex.text),
    shown: shown(document.body, vertex),
  }));
  const title = document.querySelector(".flowchartTitleText")?.textContent ?? null;
  return { title, nodes, edges };
}

try {
  process.stdout.write(JSON.stringify(await read(readFileSync(0, "utf8"))));
} catch (error) {
  process.stderr.write(`${error?.message ?? error}\n`);
  process.exitCode = 1;
}
