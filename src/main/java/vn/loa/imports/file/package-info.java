/**
 * Reads files (PDF, Word) for imports, each in a process of its own: the formats are large, their readers take what memory a
 * file asks for, and a file comes from anywhere. This room starts the process and bounds it; {@code child} runs in it.
 */
package vn.loa.imports.file;
