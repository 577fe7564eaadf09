/**
 * Breaking Cradle on purpose: seeded input with everything wrong that inputs can have, faults that strike the processes of
 * a real cluster, a reader that sees what a dashboard would see meanwhile, and a judge that compares every record it saw
 * with the oracle. What a figure should be is the oracle's business, how processes are started the cluster room's.
 */
package io.cradle.cli.chaos;
