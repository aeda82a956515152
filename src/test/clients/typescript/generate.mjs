/** Writes the types of the contract. */
import { writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const blob = ts.factory.createTypeReferenceNode(ts.factory.createIdentifier("Blob"));
const types = await openapiTS(new URL("../../../openapi.yaml", import.meta.url), {
  // Files are blobs, and not strings.
  transform: (schema) => (schema.format === "binary" ? blob : undefined),
});
writeFileSync("openapi-typescript.ts", astToString(types));
