/**
 * Text to and from the SDK's model objects: JSON, Query parameters and XML, driven by the field metadata that every
 * model class carries, so that no model is written twice.
 *
 * <p>It knows the SDK's core and a JSON parser, and nothing of HTTP, signatures or services.
 */
@NullMarked
package companion.practice.wire.shape;

import org.jspecify.annotations.NullMarked;
