/** What Loa does instead of starting when its command line names it. Commands that need settings read them as the start does. */
package vn.loa.app.command;
