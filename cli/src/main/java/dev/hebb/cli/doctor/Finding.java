package dev.hebb.cli.doctor;

/**
 * Something that was looked at.
 *
 * @param what what was found, in one line
 * @param advice what to do about it, empty if nothing
 */
record Finding(Level level, String what, String advice) {
    /** How bad it is. */
    enum Level {
        OK("ok  "),
        NOTE("note"),
        WARN("WARN"),
        FAIL("FAIL");

        private final String sign;

        Level(String sign) {
            this.sign = sign;
        }
    }

    static Finding ok(String what) {
        return new Finding(Level.OK, what, "");
    }

    static Finding note(String what, String advice) {
        return new Finding(Level.NOTE, what, advice);
    }

    static Finding warn(String what, String advice) {
        return new Finding(Level.WARN, what, advice);
    }

    static Finding fail(String what, String advice) {
        return new Finding(Level.FAIL, what, advice);
    }

    boolean failed() {
        return level == Level.FAIL;
    }

    @Override
    public String toString() {
        String line = "  " + level.sign + "  " + what;
        return advice.isEmpty() ? line : line + System.lineSeparator() + "        -> " + advice;
    }
}
