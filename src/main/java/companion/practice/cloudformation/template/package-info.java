/**
 * What a CloudFormation template says: reading JSON and YAML, its parameters, conditions and intrinsic functions, and
 * the rules that AWS checks before it makes a stack.
 *
 * <p>Everything here is a pure function of a template, its parameters and its {@link
 * companion.practice.cloudformation.template.Surroundings}. It knows of resource types only what its
 * callers tell it, and nothing of stacks or of time.
 */
@NullMarked
package companion.practice.cloudformation.template;

import org.jspecify.annotations.NullMarked;
