/**
 * Tests of what is shipped to run the job: images, compose file, FlinkDeployment, alerts. They need no container engine:
 * files are read and held against each other, against the build, and against a job that runs here.
 */
package io.cradle.rollup.deployment;
