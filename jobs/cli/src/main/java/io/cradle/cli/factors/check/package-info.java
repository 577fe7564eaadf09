/** What is wrong with a table of factors: the defects that published tables really have, each named with its cell. */
package io.cradle.cli.factors.check;
