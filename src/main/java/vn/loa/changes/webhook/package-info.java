/**
 * Webhooks: messages that tell receivers of changes, in the form of Standard Webhooks. A message is a doorbell: it says what
 * changed, and where in the log of changes, and nothing of the content. The log is the queue: nothing is written for a webhook
 * when something is published.
 */
package vn.loa.changes.webhook;
