package dev.hebb.replay.format;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import io.jhdf.links.ExternalLink;
import io.jhdf.links.SoftLink;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the links of an HDF5 file. The library follows links, too, but without end where they lead in a circle. Not
 * for use by two threads at once.
 */
final class Hdf5Links {
    /** More links on the way to one node are a circle. The HDF5 library gives up after 16. */
    private static final int MOST_LINKS = 32;

    private final HdfFile hdf;
    private final Map<Path, HdfFile> others = new HashMap<>();
    private int followed;

    /** The links of an open file. Other files that they lead to are closed with it. */
    Hdf5Links(HdfFile hdf) {
        this.hdf = hdf;
    }

    /**
     * Returns the node at a path from the root; null where there is none, and a link where the path ends at one, or
     * leads over one, that leads nowhere or back to itself.
     */
    @Nullable Node node(String path) {
        followed = 0;
        return walk(hdf, path);
    }

    private @Nullable Node walk(Group start, String path) {
        Node node = start;
        for (String name : path.split("/")) {
            if (!(node instanceof Group group)) {
                return node instanceof Link ? node : null;
            }
            boolean same = name.isEmpty() || name.equals(".");
            node = same ? group : target(group, group.getChild(name));
        }
        return node;
    }

    private @Nullable Node target(Group group, @Nullable Node node) {
        if (!(node instanceof Link link)) {
            return node;
        }
        followed++;
        Node found = followed > MOST_LINKS ? null : follow(group, link);
        return found == null || found instanceof Link ? link : found;
    }

    private @Nullable Node follow(Group group, Link link) {
        String path = link.getTargetPath();
        if (link instanceof SoftLink) {
            return walk(path.startsWith("/") ? root(group) : group, path);
        }
        return link instanceof ExternalLink ? inOtherFile(root(group), path) : null;
    }

    private static HdfFile root(Group group) {
        return group instanceof HdfFile root ? root : group.getHdfFile();
    }

    /**
     * Returns the node of another file; null where there is none.
     *
     * @param fileAndPath the library joins them by a colon, and either may contain one
     */
    private @Nullable Node inOtherFile(HdfFile from, String fileAndPath) {
        for (int colon = fileAndPath.indexOf(':'); colon >= 0; colon = fileAndPath.indexOf(':', colon + 1)) {
            Path file = from.getFileAsPath().resolveSibling(fileAndPath.substring(0, colon));
            if (file.toFile().isFile()) {
                HdfFile other = open(file);
                return other == null ? null : walk(other, fileAndPath.substring(colon + 1));
            }
        }
        return null;
    }

    private @Nullable HdfFile open(Path file) {
        HdfFile open = others.get(file);
        if (open != null) {
            return open;
        }
        try {
            HdfFile opened = new HdfFile(file);
            hdf.addExternalFile(opened);
            others.put(file, opened);
            return opened;
        } catch (HdfException e) {
            return null;
        }
    }
}
