/** Finds the items in what was sent for an import job: lines, tables, archives. */
package vn.loa.imports.job.find;
