/**
 * Authentication by API keys and tokens, the roles that they carry, and the audit log. The package knows none of the
 * features that it protects.
 */
package vn.loa.access;
