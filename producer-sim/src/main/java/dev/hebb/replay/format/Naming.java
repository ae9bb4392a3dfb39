package dev.hebb.replay.format;

import java.util.Optional;

/**
 * Decision how the neurons of a text become ids. Remembers an id that is too large for the decision, so that the text
 * is read again with another one, or refused.
 */
final class Naming {
    private final UnitNames names;
    private final Kind kind;
    private volatile Optional<String> beyond = Optional.empty();

    /** How neurons are written. */
    enum Kind {
        /** As ids from 0 to 2147483647. */
        IDS,
        /** As ids, or if the first is none as words. */
        BY_FIRST,
        /** As whole numbers of any size, which are numbered. */
        NUMBERS,
        /** As words, which are numbered. */
        WORDS
    }

    Naming(UnitNames names, Kind kind) {
        this.names = names;
        this.kind = kind;
    }

    /** For a text about whose columns the user may say something. */
    static Naming of(UnitNames names, ReadOptions options) {
        return new Naming(names, options.columns().isPresent() ? Kind.BY_FIRST : Kind.IDS);
    }

    /** The same names in another way. */
    Naming as(Kind other) {
        return new Naming(names, other);
    }

    UnitNames names() {
        return names;
    }

    Kind kind() {
        return kind;
    }

    /** An id above 2147483647 that is no id here, if there was one. */
    Optional<String> beyond() {
        return beyond;
    }

    void tooLarge(String id) {
        beyond = Optional.of(id);
    }
}
