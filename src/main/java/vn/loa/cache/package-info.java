/**
 * Answers that are the same for everyone, kept as bytes: their validators, how long caches may keep them, and the
 * memory in front of the database. Knows HTTP and that something was published; no feature.
 */
package vn.loa.cache;
