/**
 * Purges caches in front of Loa by tag. {@link vn.loa.changes.edge.Purger} follows the log of changes for one target; {@link
 * vn.loa.changes.edge.Target} says how the target is asked.
 */
package vn.loa.changes.edge;
