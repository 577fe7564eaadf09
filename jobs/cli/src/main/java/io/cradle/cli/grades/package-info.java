/** The command that judges the files of a grading. */
package io.cradle.cli.grades;
