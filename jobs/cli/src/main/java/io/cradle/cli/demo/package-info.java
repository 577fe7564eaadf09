/** The demonstration: a broker, the job and a scenario in one process, and a table of what comes out. */
package io.cradle.cli.demo;
