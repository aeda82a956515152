/** Keeps import jobs, what was sent for them, and their items. */
package vn.loa.imports.job.store;
