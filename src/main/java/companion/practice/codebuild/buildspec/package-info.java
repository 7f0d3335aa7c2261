/**
 * The buildspec file of CodeBuild, versions 0.1 and 0.2: read from YAML into values, with the errors that CodeBuild's
 * agent
 * reports.
 *
 * <p>It knows a YAML parser and nothing of the room around it. Source: the build specification reference of the
 * CodeBuild
 * user guide.
 */
@NullMarked
package companion.practice.codebuild.buildspec;

import org.jspecify.annotations.NullMarked;
