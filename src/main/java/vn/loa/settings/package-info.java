/** Checking what an operator sets before anything is started. Knows no other package. */
package vn.loa.settings;
