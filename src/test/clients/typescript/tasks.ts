/** What runs the tasks of a client, and what they need to know. */

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

/** The running Loa. */
export const loa = setting("LOA_URL");
/** What answers like Loa, with values of enumerations that the contract does not know. */
export const later = setting("LOA_LATER_URL");
export const adminKey = setting("LOA_ADMIN_KEY");
/** The text of an article page of another portal. */
export const page = setting("LOA_PAGE");

export const carrying = "bao-dam-an-toan-giao-thong-hoc-duong-ngay-tu-dau-nam-hoc-moi";
export const cited = "doi-moi-pho-bien-giao-duc-phap-luat-nang-cao-chat-luong-hoa-giai-o-co-so";

/** A small PDF, another one for each client. */
export function pdf(client: string): Blob {
  return new Blob([`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${client}\nstartxref\n0\n%%EOF\n`], { type: "application/pdf" });
}

export function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export function there<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`${what} is missing`);
  return value;
}

/** Prints a line for each task. */
export async function run(client: string, tasks: Record<string, () => Promise<void>>): Promise<void> {
  for (const [name, task] of Object.entries(tasks)) {
    try {
      await task();
      console.log(`ok      ${client}: ${name}`);
    } catch (error) {
      console.log(`FAILED  ${client}: ${name}: ${error instanceof Error ? error.stack : JSON.stringify(error)}`);
    }
  }
}
