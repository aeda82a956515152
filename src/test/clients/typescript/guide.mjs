/** Writes the typed client of the guide for frontends as a program that asks the running Loa. */
import { readFileSync, writeFileSync } from "node:fs";

const guide = readFileSync(new URL("../../../src/docs/frontends.md", import.meta.url), "utf8");
const [, snippet] = guide.match(/^```ts\n(.*?)^```$/ms);
writeFileSync("guide.ts", `${snippet.replace("'./loa'", "'./openapi-typescript.js'").replace("'https://api.example.vn'", "process.env[\"LOA_URL\"]!")}
if (!data?.items.length) throw new Error("the request of the guide finds nothing");
console.log(data.items.map(({ title }) => title).join("\\n"));
`);
