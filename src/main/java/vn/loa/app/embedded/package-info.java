/** The PostgreSQL that runs when none is configured. Knows no feature. */
package vn.loa.app.embedded;
