/** Compares two texts of a directive section by section. */
package vn.loa.directive.diff;
