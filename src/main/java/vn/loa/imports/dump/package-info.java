/**
 * All rows of the tables as JSON lines, from one snapshot and back: what backups and exports are made of. Knows what the tables
 * are called and nothing of what the features do with them.
 */
package vn.loa.imports.dump;
