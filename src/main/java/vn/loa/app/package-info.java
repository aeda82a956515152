/** Starts and stops Loa, and tells the operator where everything is. Knows every package; no package knows it. */
package vn.loa.app;
