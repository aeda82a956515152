/** Reads dates of issue and publication stamps. */
package vn.loa.text.date;
