/** What the payment module promises, tried against the biller's real protocol. */
@NullMarked
package titian.payment;

import org.jspecify.annotations.NullMarked;
