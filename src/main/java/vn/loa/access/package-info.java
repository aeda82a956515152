/**
 * Who may do what, and who did: the keys and tokens that callers show, the roles they carry, the audit log. Knows no
 * feature that it protects.
 */
package vn.loa.access;
