/**
 * What stands beside a figure so that it explains itself: contributions, versions used, recorded amounts and causes; and
 * the explanation of a figure by everything that it rests on. Reading a network is not done here: what is explained comes
 * as an {@link io.cradle.core.explain.Upstream}.
 */
package io.cradle.core.explain;
