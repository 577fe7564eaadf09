/** What stands beside a figure so that it explains itself: contributions, versions used, recorded amounts and causes. */
package io.cradle.core.explain;
