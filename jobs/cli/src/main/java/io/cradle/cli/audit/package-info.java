/**
 * The command that recomputes published footprints from the input log. The calculation is the testkit's oracle, which
 * shares nothing with the job but the contracts; nothing here computes a figure, and nothing of core may be used.
 */
package io.cradle.cli.audit;
