/** The input log of one network as commands read it: from Kafka or from files, and up to which time. */
package io.cradle.cli.log;
