/**
 * Tests of interference: other callers are served while something fails, or while one caller does something large.
 * {@link vn.loa.interference.Bystanders} are everybody else; a {@link vn.loa.interference.DatabaseProxy} makes the
 * database's network sick.
 */
package vn.loa.interference;
