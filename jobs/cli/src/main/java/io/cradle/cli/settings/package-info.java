/** The command that prints the reference table of settings, and the option that gives some. */
package io.cradle.cli.settings;
