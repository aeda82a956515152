/**
 * The database as a whole: the embedded PostgreSQL of a machine that has configured none, and whether the database, whichever
 * it is, answers and takes changes. Knows no feature.
 */
package vn.loa.database;
