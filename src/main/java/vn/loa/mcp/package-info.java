/**
 * A read-only door for agents: the Model Context Protocol over the services of the API. Each request stands alone, so that any
 * instance answers any of them; there is no session, no stream and nothing to keep in memory.
 */
package vn.loa.mcp;
