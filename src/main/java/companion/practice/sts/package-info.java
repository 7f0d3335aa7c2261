/**
 * Identity of the practice account: STS, and the keys, passwords and sessions that everything else is checked against.
 *
 * <p>Secrets are made afresh at each start and live in memory only, which is why nothing here is journalled. It knows
 * the rooms' seams, asks IAM for roles, and runs on real time, because clients sign with real time.
 */
@NullMarked
package companion.practice.sts;

import org.jspecify.annotations.NullMarked;
