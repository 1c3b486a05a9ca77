/**
 * Who did what, and what was refused: an append-only trail in the database. What has an effect is noted in the transaction that has
 * it, or not at all; what is refused, in one of its own. No secret is ever in it. Who is told of a refusal is others' to say.
 */
package org.sipprovisioning.audit;
