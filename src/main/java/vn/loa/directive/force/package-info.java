/**
 * Whether the document that an article carries, and each of its sections, is in force on a day, as it is shown. It is read from the
 * view {@code section_status}; what is in force, and since when, is found elsewhere.
 */
package vn.loa.directive.force;
