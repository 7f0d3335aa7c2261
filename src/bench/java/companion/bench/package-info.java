/**
 * What the product promises in numbers, measured: each class measures one of them and prints a line. Not tests: machines
 * differ, so these report medians and ratios taken in one run, and judge nothing.
 */
@NullMarked
package companion.bench;

import org.jspecify.annotations.NullMarked;
