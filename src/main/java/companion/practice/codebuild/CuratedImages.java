package companion.practice.codebuild;

import companion.practice.codebuild.shell.Dialect;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codebuild.model.EnvironmentImage;
import software.amazon.awssdk.services.codebuild.model.EnvironmentLanguage;
import software.amazon.awssdk.services.codebuild.model.EnvironmentPlatform;
import software.amazon.awssdk.services.codebuild.model.LanguageType;
import software.amazon.awssdk.services.codebuild.model.PlatformType;

/** The build images that AWS maintains, with those that it deprecated: these still run, but are fetched each time. */
final class CuratedImages {

    /** @param current false: deprecated, so no host has it in its cache */
    record Curated(String name, PlatformType platform, Dialect shell, boolean current) {}

    private static final List<Curated> ALL = List.of(
            new Curated("aws/codebuild/amazonlinux-x86_64-standard:6.0", PlatformType.AMAZON_LINUX, Dialect.BASH, true),
            new Curated("aws/codebuild/amazonlinux-x86_64-standard:5.0", PlatformType.AMAZON_LINUX, Dialect.BASH, true),
            new Curated(
                    "aws/codebuild/amazonlinux2-x86_64-standard:5.0", PlatformType.AMAZON_LINUX, Dialect.BASH, true),
            new Curated(
                    "aws/codebuild/amazonlinux2-x86_64-standard:4.0", PlatformType.AMAZON_LINUX, Dialect.BASH, true),
            new Curated(
                    "aws/codebuild/amazonlinux2-x86_64-standard:3.0", PlatformType.AMAZON_LINUX, Dialect.BASH, false),
            new Curated(
                    "aws/codebuild/amazonlinux-aarch64-standard:4.0", PlatformType.AMAZON_LINUX, Dialect.BASH, true),
            new Curated(
                    "aws/codebuild/amazonlinux2-aarch64-standard:3.0", PlatformType.AMAZON_LINUX, Dialect.BASH, true),
            new Curated("aws/codebuild/standard:8.0", PlatformType.UBUNTU, Dialect.DASH, true),
            new Curated("aws/codebuild/standard:7.0", PlatformType.UBUNTU, Dialect.DASH, true),
            new Curated("aws/codebuild/standard:6.0", PlatformType.UBUNTU, Dialect.DASH, false),
            new Curated("aws/codebuild/standard:5.0", PlatformType.UBUNTU, Dialect.DASH, false));

    private CuratedImages() {}

    /** @param image with or without the version behind the tag, {@code …:5.0-24.01.01} */
    static Optional<Curated> find(String image) {
        return ALL.stream()
                .filter(curated -> image.equals(curated.name()) || image.startsWith(curated.name() + "-"))
                .findFirst();
    }

    /** What ListCuratedEnvironmentImages answers: no deprecated image. */
    static List<EnvironmentPlatform> platforms() {
        return List.of(PlatformType.AMAZON_LINUX, PlatformType.UBUNTU).stream()
                .map(platform -> EnvironmentPlatform.builder()
                        .platform(platform)
                        .languages(EnvironmentLanguage.builder()
                                .language(LanguageType.BASE)
                                .images(ALL.stream()
                                        .filter(curated -> curated.platform() == platform && curated.current())
                                        .map(CuratedImages::describe)
                                        .toList())
                                .build())
                        .build())
                .toList();
    }

    private static EnvironmentImage describe(Curated curated) {
        return EnvironmentImage.builder()
                .name(curated.name())
                .description(
                        "AWS CodeBuild - Docker image for " + curated.name().replaceFirst("aws/codebuild/", ""))
                .versions(curated.name())
                .build();
    }
}
