/** Settings: typed, with default, unit and description. Everything that reads a setting lives here; nothing else does. */
package io.cradle.rollup.config;
