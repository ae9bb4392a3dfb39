package dev.hebb.stack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The container images that files of the repository name: Dockerfiles, manifests and {@code docker-compose.yml}. */
final class Images {
    private static final Path ROOT = Path.of("..");
    /** What is built or installed, and the tests' own files. */
    private static final Set<String> PASSED_OVER = Set.of("target", ".git", "src", "node_modules");

    private static final Pattern NAMED = Pattern.compile("(?m)^(?:FROM|[ -]*image:) +(\\S+)");

    private Images() {}

    /** Lists the images as they are written, tag and digest included. */
    static List<String> named() throws IOException {
        List<String> images = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return PASSED_OVER.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (String.valueOf(file.getFileName()).matches("Dockerfile.*|.*\\.ya?ml")) {
                    Matcher named = NAMED.matcher(Files.readString(file));
                    while (named.find()) {
                        images.add(named.group(1));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return images;
    }
}
