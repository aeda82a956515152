/** The log of changes, for systems that keep a copy of the published articles. */
package vn.loa.changes;
