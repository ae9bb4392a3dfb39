package dev.hebb.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** The tables of rights in {@code docs/secure-cluster.md}, read as the rules that an operator makes of them. */
final class DocumentedRights {
    private static final Path PAGE = Path.of("..", "docs", "secure-cluster.md");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final String CLUSTER = "kafka-cluster";

    private DocumentedRights() {}

    /**
     * The rules of one table.
     *
     * @param heading that it is under
     * @param principal who has the rights
     */
    static List<AclBinding> of(String heading, String principal) throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("### " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("|") && !line.startsWith("| resource") && !line.startsWith("|---"))
                .toList();
        List<AclBinding> rules = new ArrayList<>();
        rows.forEach(row -> rules.addAll(rules(row.split("\\|"), principal)));
        if (rules.isEmpty()) {
            throw new IOException(PAGE + " has no rights under '" + heading + "'");
        }
        return rules;
    }

    /** The rules of everything behind a prefix, with another prefix than that of the example. */
    static List<AclBinding> behind(String prefix, String principal) throws IOException {
        return of("Everything behind a prefix", principal).stream()
                .map(rule -> new AclBinding(
                        new ResourcePattern(
                                rule.pattern().resourceType(),
                                rule.pattern().name().replaceFirst("^lab\\.", prefix),
                                rule.pattern().patternType()),
                        rule.entry()))
                .toList();
    }

    private static List<AclBinding> rules(String[] cells, String principal) {
        ResourceType type = type(cells[1].strip());
        PatternType pattern = cells[2].strip().equals("prefixed") ? PatternType.PREFIXED : PatternType.LITERAL;
        List<AclBinding> rules = new ArrayList<>();
        for (String name : names(type, cells[1])) {
            for (String operation : cells[3].strip().split(", ")) {
                rules.add(new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry(
                                principal, "*", SecurityUtils.operation(operation), AclPermissionType.ALLOW)));
            }
        }
        return rules;
    }

    private static ResourceType type(String resource) {
        if (resource.startsWith("topic")) {
            return ResourceType.TOPIC;
        }
        if (resource.startsWith("group")) {
            return ResourceType.GROUP;
        }
        return resource.startsWith("transactional") ? ResourceType.TRANSACTIONAL_ID : ResourceType.CLUSTER;
    }

    private static List<String> names(ResourceType type, String cell) {
        if (type == ResourceType.CLUSTER) {
            return List.of(CLUSTER);
        }
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(cell);
        while (matcher.find()) {
            names.add(matcher.group(1).replace("…", ""));
        }
        return names;
    }
}
