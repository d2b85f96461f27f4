// Reads {claims: [{id, label?, text}], queries} as JSON on stdin, and prints, as JSON, the
// ids that each query finds by the script of the page that the argument names.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const { claims, queries } = JSON.parse(readFileSync(0, "utf8"));
const context = vm.createContext({ CLAIMS: claims, numbers: claims.map((_, number) => number), queries });
const script = readFileSync(process.argv[2], "utf8");
const found = vm.runInContext(`${script}; queries.map((query) => ranked(query, numbers).claims)`, context);
console.log(JSON.stringify(found.map((numbers) => numbers.map((number) => claims[number].id))));
