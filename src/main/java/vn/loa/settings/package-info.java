/** Checks the operator's settings before anything is started. Knows no other package. */
package vn.loa.settings;
