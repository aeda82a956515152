/** Gives what is published provision by provision, as search engines and language models take it, and what changed since. */
package vn.loa.changes.chunk;
