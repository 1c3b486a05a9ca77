/** Requests that no client would send: hostile headers, ambiguous framing, and a fuzzer that mutates valid requests of every route. */
package org.sipprovisioning.raw;
