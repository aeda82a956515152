/**
 * Reads archives that strangers made: pages and files in a zip or tar, mirrors of sites, exports of WordPress. It knows no
 * database and no HTTP, and stores nothing.
 */
package vn.loa.imports.archive;
