package dev.hebb.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts the transactions that instances left open when they died. The next owner of their tasks could not read their
 * offsets before, and readers would not see what follows, until the broker gives the transactions up, which takes their
 * time-out.
 *
 * <p>Kafka Streams names a transactional id by application, process and thread, and a member of the group by
 * application and process. Where a member has another name, it is not known which member is dead, and nothing is
 * aborted.
 */
final class DeadTransactions {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeadTransactions.class);
    private static final String PROCESS = "-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-";

    private final Admin admin;
    private final String applicationId;
    private final Pattern transactionalId;
    private final Pattern clientId;

    /** @param admin stays the caller's to close */
    DeadTransactions(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
        String prefix = Pattern.quote(applicationId) + PROCESS;
        transactionalId = Pattern.compile(prefix + "\\d+");
        clientId = Pattern.compile(prefix + "StreamThread-.*");
    }

    /**
     * Aborts what an earlier process left open in this instance's state directory. To be called before the stream
     * threads start, because what they open has the same names.
     *
     * @param ownClientId client id of a consumer of this instance
     */
    void abortOwn(String ownClientId) throws InterruptedException {
        Optional<UUID> own = process(clientId, ownClientId);
        if (own.isPresent()) {
            abort(own.get()::equals);
        }
    }

    /** Aborts what processes left open that are no longer in the group. */
    void abortOthers() throws InterruptedException {
        try {
            // Listed before the members: a process that opens a transaction is a member already.
            List<String> open = open();
            if (open.isEmpty()) {
                return;
            }
            Collection<MemberDescription> members = members();
            Set<UUID> alive = members.stream()
                    .flatMap(member -> process(clientId, member.clientId()).stream())
                    .collect(Collectors.toSet());
            boolean allKnown = members.stream()
                    .allMatch(member -> process(clientId, member.clientId()).isPresent());
            if (allKnown && !alive.isEmpty()) {
                fence(open, process -> !alive.contains(process));
            }
        } catch (ExecutionException e) {
            cannot(e);
        }
    }

    private void abort(Predicate<UUID> dead) throws InterruptedException {
        try {
            fence(open(), dead);
        } catch (ExecutionException e) {
            cannot(e);
        }
    }

    private void fence(List<String> open, Predicate<UUID> dead) throws ExecutionException, InterruptedException {
        List<String> left = open.stream()
                .filter(id -> process(transactionalId, id).filter(dead).isPresent())
                .toList();
        if (!left.isEmpty()) {
            admin.fenceProducers(left).all().get();
            LOGGER.info("aborted what a dead instance had not committed: {}", left);
        }
    }

    private List<String> open() throws ExecutionException, InterruptedException {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> process(transactionalId, id).isPresent())
                .toList();
    }

    private Collection<MemberDescription> members() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(applicationId)).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .toList();
    }

    private static Optional<UUID> process(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    /**
     * Logs that transactions could not be aborted; it then takes longer until the broker gives them up, and nothing
     * else.
     */
    private static void cannot(ExecutionException e) {
        LOGGER.warn(
                "cannot abort what a dead instance may have left open; the broker does after its time-out",
                e.getCause());
    }
}
