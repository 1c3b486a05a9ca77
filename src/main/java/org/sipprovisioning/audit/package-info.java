/**
 * The audit trail: an append-only list in the database of what happened, by which account, and of what was refused. Admins read it. An
 * event with an effect is noted in the transaction of that effect, so both happen or neither does. A login or a refusal is noted in a
 * transaction of its own. The trail never holds a secret. Entries are deleted when they are older than the operator's retention. Out of
 * scope: what a client is told of a refusal, and limits on requests.
 */
package org.sipprovisioning.audit;
