/**
 * Old addresses: where articles, categories and files were found before they moved here, and where they are found now.
 */
package vn.loa.imports.legacy;
