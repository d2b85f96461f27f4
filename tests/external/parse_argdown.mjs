// Reads texts as a JSON array from standard input; prints what Argdown makes of each.
import { argdown } from "@argdown/node";
import { readFileSync } from "node:fs";

const wordings = (members) => members.map((member) => member.text || "").filter(Boolean);

function parsed(input) {
  const process = ["parse-input", "build-model"];
  const found = argdown.run({ input, process, logLevel: "error" });
  const statements = Object.values(found.statements || {}).map((statement) => ({
    title: statement.title,
    texts: wordings(statement.members),
    tags: statement.tags || [],
    data: statement.data || {},
  }));
  const args = Object.values(found.arguments || {}).map((argument) => ({
    title: argument.title,
    texts: wordings(argument.members),
    structure: (argument.pcs || []).map((part) => part.title),
    rules: (argument.pcs || []).flatMap((part) => (part.inference ? [part.inference.inferenceRules] : [])),
  }));
  const relations = (found.relations || []).map((relation) => ({
    type: relation.relationType,
    from: relation.from.title,
    to: relation.to.title ?? relation.to.argumentTitle,
  }));
  const errors = (found.parserErrors || []).map((error) => error.message);
  return { errors, statements, arguments: args, relations };
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(parsed)));
