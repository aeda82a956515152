/** Who may do what: the keys that callers show and the roles they carry. Knows no feature that it protects. */
package vn.loa.access;
