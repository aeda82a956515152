/** Strict reading of JSON bodies, which names every wrong field at once, and merge patch. Knows no feature. */
package vn.loa.json;
