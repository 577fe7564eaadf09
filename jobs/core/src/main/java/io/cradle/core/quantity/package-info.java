/** Units, decimals and time intervals: what an amount is before anybody knows what it is an amount of. */
package io.cradle.core.quantity;
