/**
 * Public responses kept as bytes: their validators, how long caches may keep them, and how instances learn of changes.
 * Knows HTTP, and no feature.
 */
package vn.loa.cache;
