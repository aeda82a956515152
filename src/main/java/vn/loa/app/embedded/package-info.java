/** The PostgreSQL that runs when no database is configured. Knows no feature. */
package vn.loa.app.embedded;
