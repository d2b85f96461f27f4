// A claim to be taken elsewhere: its address, or its words as Markdown.

const escaped = (words) => words.replace(/[\\`*_{}[\]<>()#+\-.!|~&:]/g, "\\$&").replace(/\s+/g, " ");

const linkTo = (claim) => `${location.href.split("#")[0]}${addressOf({ claim })}`;

// A claim as a bullet, and what bears on it below.
function markdownOf(claim) {
  const { label, text: body, voice } = CLAIMS[claim];
  const place = CLAIMS[claim].where ?? (CLAIMS[claim].at ? `${MAP.unit} ${CLAIMS[claim].at}` : "");
  const about = [voice, place, CLAIMS[claim].quote].filter(Boolean).map(escaped).join(", ");
  const words = label && label !== body ? `**${escaped(label)}**: ${escaped(body)}` : escaped(body);
  const first = `- ${words}${about ? ` (${about})` : ""}`;
  const under = INCOMING[claim].map((node) => {
    const relation = relationOf(node);
    const from = SYMMETRIC.has(relation.kind) ? [otherEnd(relation, claim)] : relation.from;
    return `  - ${verbOf(relation)}: ${from.map((each) => escaped(headline(each))).join(" & ")}`;
  });
  const cited = (CLAIMS[claim].citations ?? []).map(([words, address, href]) => {
    const shown = href ? `<${href}>` : escaped(address);
    return `  - cites: ${[escaped(words), shown].filter(Boolean).join(", ")}`;
  });
  return `${[first, ...under, ...cited].join("\n")}\n`;
}

async function copy(words, said) {
  try {
    await navigator.clipboard.writeText(words);
  } catch { // a page from disk may have no clipboard: the old way
    const area = make("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = words;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  showNotice(said);
}

const copyLink = () => copy(linkTo(state.claim), "The link to this claim is copied.");
const copyMarkdown = () => copy(markdownOf(state.claim), "The claim is copied as Markdown.");
