package dev.hebb.replay.format;

import dev.hebb.replay.format.PythonLines.Kind;
import dev.hebb.replay.format.PythonLines.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The value of an arithmetic expression of Python, by recursive descent: whole numbers of any size, floating-point
 * numbers, names, {@code + - * / // % **} and parentheses, with Python's precedence and its rules of which results are
 * whole. A value is a {@link BigInteger} or a {@link Double}.
 */
final class PythonArithmetic {
    private static final int LARGEST_EXPONENT = 1000;

    private final List<Token> tokens;
    private final Map<String, Number> names;
    private int at;

    private PythonArithmetic(List<Token> tokens, Map<String, Number> names) {
        this.tokens = tokens;
        this.names = names;
    }

    /**
     * The value.
     *
     * @param names values of the names that may be used
     * @throws ArithmeticException if this is no such expression, or it has no value; the message says why
     */
    static Number value(List<Token> tokens, Map<String, Number> names) {
        PythonArithmetic expression = new PythonArithmetic(tokens, names);
        Number value = expression.sum();
        if (expression.at < tokens.size()) {
            throw new ArithmeticException("'" + tokens.get(expression.at).text() + "' is not arithmetic");
        }
        return value;
    }

    private Number sum() {
        Number value = product();
        while (isNext("+", "-")) {
            boolean plus = take().is("+");
            Number right = product();
            if (value instanceof BigInteger a && right instanceof BigInteger b) {
                value = plus ? a.add(b) : a.subtract(b);
            } else {
                value = plus ? value.doubleValue() + right.doubleValue() : value.doubleValue() - right.doubleValue();
            }
        }
        return value;
    }

    private Number product() {
        Number value = signed();
        while (isNext("*", "/", "//", "%")) {
            String operator = take().text();
            value = operator.equals("*") ? times(value, signed()) : quotient(operator, value, signed());
        }
        return value;
    }

    private static Number times(Number left, Number right) {
        return left instanceof BigInteger a && right instanceof BigInteger b
                ? a.multiply(b)
                : (Number) (left.doubleValue() * right.doubleValue());
    }

    private static Number quotient(String operator, Number left, Number right) {
        if (right.doubleValue() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (left instanceof BigInteger a && right instanceof BigInteger b) {
            return switch (operator) {
                case "/" ->
                    new BigDecimal(a)
                            .divide(new BigDecimal(b), MathContext.DECIMAL128)
                            .doubleValue();
                case "//" -> floored(a, b)[0];
                default -> floored(a, b)[1];
            };
        }
        double a = left.doubleValue();
        double b = right.doubleValue();
        return switch (operator) {
            case "/" -> a / b;
            case "//" -> Math.floor((a - modulo(a, b)) / b + 0.5);
            default -> modulo(a, b);
        };
    }

    /** Quotient rounded down, and its remainder, which has the sign of the divisor. */
    private static BigInteger[] floored(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        boolean below = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return below ? new BigInteger[] {parts[0].subtract(BigInteger.ONE), parts[1].add(b)} : parts;
    }

    private static double modulo(double a, double b) {
        double rest = a % b;
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
    }

    private Number signed() {
        if (isNext("+")) {
            take();
            return signed();
        }
        if (isNext("-")) {
            take();
            Number value = signed();
            return value instanceof BigInteger whole ? whole.negate() : (Number) (-value.doubleValue());
        }
        return power();
    }

    /** Binds more than a sign on its left, and less than one on its right: -2**-2 is -(2**(-2)). */
    private Number power() {
        Number base = atom();
        if (!isNext("**")) {
            return base;
        }
        take();
        Number exponent = signed();
        if (base instanceof BigInteger whole && exponent instanceof BigInteger times && times.signum() >= 0) {
            if (times.bitLength() > 31 || times.intValueExact() > LARGEST_EXPONENT) {
                throw new ArithmeticException("the power " + times + " is too large");
            }
            return whole.pow(times.intValueExact());
        }
        return Math.pow(base.doubleValue(), exponent.doubleValue());
    }

    private Number atom() {
        if (at == tokens.size()) {
            throw new ArithmeticException("it ends where a number should follow");
        }
        Token token = take();
        if (token.kind() == Kind.NUMBER) {
            return number(token.text());
        } else if (token.kind() == Kind.NAME && names.containsKey(token.text()) && !isNext("(", ".", "[")) {
            return names.get(token.text());
        } else if (token.isName("float") && isNext("(")) {
            take();
            return closed().doubleValue();
        } else if (token.isName("int") && isNext("(")) {
            take();
            Number value = closed();
            return value instanceof BigInteger ? value : new BigDecimal(value.doubleValue()).toBigInteger();
        } else if (token.is("(")) {
            return closed();
        }
        throw new ArithmeticException("'" + token.text() + "' is not a number");
    }

    /** The value up to a closing parenthesis. */
    private Number closed() {
        Number value = sum();
        if (!isNext(")")) {
            throw new ArithmeticException("a parenthesis is not closed");
        }
        take();
        return value;
    }

    private static Number number(String written) {
        String digits = written.toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-fox.+-]+(_[0-9a-fox.+-]+)*")) {
            throw new ArithmeticException("'" + written + "' is not a number");
        }
        String plain = digits.replace("_", "");
        try {
            if (plain.matches("0[xob].+")) {
                int radix = plain.charAt(1) == 'x' ? 16 : plain.charAt(1) == 'o' ? 8 : 2;
                return new BigInteger(plain.substring(2), radix);
            }
            if (plain.matches("[1-9]\\d*|0+")) {
                return new BigInteger(plain);
            }
            if (plain.matches("(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?") && !plain.matches("\\d+")) {
                return Double.valueOf(plain);
            }
        } catch (NumberFormatException e) {
            throw new ArithmeticException("'" + written + "' is not a number");
        }
        throw new ArithmeticException("'" + written + "' is not a number");
    }

    private boolean isNext(String... operators) {
        if (at == tokens.size()) {
            return false;
        }
        Token next = tokens.get(at);
        return next.kind() == Kind.OPERATOR && List.of(operators).contains(next.text());
    }

    private Token take() {
        return tokens.get(at++);
    }
}
