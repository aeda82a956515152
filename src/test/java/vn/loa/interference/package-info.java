/**
 * Tests of interference: while something is wrong, or somebody does something large, everybody else goes on.
 * {@link vn.loa.interference.Bystanders} are everybody else; a {@link vn.loa.interference.DatabaseProxy} makes the
 * database's network sick.
 */
package vn.loa.interference;
