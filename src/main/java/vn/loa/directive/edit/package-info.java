/** Builds a directive from an editor's input, and reports errors in it. */
package vn.loa.directive.edit;
