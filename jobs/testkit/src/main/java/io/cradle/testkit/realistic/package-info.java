/**
 * Networks of any size with the shape of real ones: how many inputs and consumers products have, how deep chains are,
 * how much hangs together in loops. As numbers for whoever measures arithmetic, as records for whoever runs the job.
 * What their figures are is not known here.
 */
package io.cradle.testkit.realistic;
