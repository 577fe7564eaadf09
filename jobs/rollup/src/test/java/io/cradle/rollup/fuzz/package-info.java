/** What is fuzzed at the doors of the job, and what may come of any input; docs/fuzzing.md tells how to run it for long. */
package io.cradle.rollup.fuzz;
