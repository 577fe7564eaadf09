/**
 * Logs to try Cradle on: seeded generators of whole networks, the same log in another order of arrival, and a shrinker
 * that makes a failing log small and readable. What a log should lead to is the oracle's business, how a log reaches a
 * broker or a file the caller's.
 */
package io.cradle.testkit.generate;
