/** Reads exports of WordPress (WXR), which become articles. It knows no database and fetches nothing. */
package vn.loa.imports.archive.wordpress;
