/** What a figure consists of: its components, its quality, and when a new one is due for publication. */
package io.cradle.core.footprint;
