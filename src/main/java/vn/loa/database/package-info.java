/** The embedded PostgreSQL of a machine that has configured none. Knows no feature. */
package vn.loa.database;
