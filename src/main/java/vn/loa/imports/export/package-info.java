/**
 * Exports: everything that is not a secret as numbered files of lines, written by a job from one snapshot, and read again into an
 * empty Loa or merged into one that has content. What the lines are made of is the matter of {@code vn.loa.imports.dump}; knows nothing of import jobs.
 */
package vn.loa.imports.export;
