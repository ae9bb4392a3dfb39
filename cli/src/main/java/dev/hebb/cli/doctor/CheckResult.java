package dev.hebb.cli.doctor;

/**
 * The result of one check.
 *
 * @param what the finding, in one line
 * @param advice what to do about it, empty if nothing
 */
record CheckResult(Level level, String what, String advice) {
    /** The severity of a result. */
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

    static CheckResult ok(String what) {
        return new CheckResult(Level.OK, what, "");
    }

    static CheckResult note(String what, String advice) {
        return new CheckResult(Level.NOTE, what, advice);
    }

    static CheckResult warn(String what, String advice) {
        return new CheckResult(Level.WARN, what, advice);
    }

    static CheckResult fail(String what, String advice) {
        return new CheckResult(Level.FAIL, what, advice);
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
