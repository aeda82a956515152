/** The log of changes, for systems that keep a copy of what is published here. */
package vn.loa.changes;
