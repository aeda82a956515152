/** The reader in Chromium, as its readers meet it. One after the other: only one tab can be in front. */
await import("./sample.mjs");
await import("./counting.mjs");
await import("./counters.mjs");
await import("./pages.mjs");
await import("./access.mjs");
await import("./guide.mjs");
