/** Makes articles and files of the items of import jobs, and takes that back. */
package vn.loa.imports.job.make;
