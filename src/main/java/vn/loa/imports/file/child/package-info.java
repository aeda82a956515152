/**
 * Runs in the process that reads a file. It knows the readers of PDF and Word, and answers neutral blocks. What it runs with
 * is the few jars that {@code ReaderCommand} names.
 */
package vn.loa.imports.file.child;
