package feedforward.view;

import feedforward.text.Digits;

/** Numbers as a visitor reads them: grouped, with their unit, no longer than they are precise. */
public final class Numbers {
    private static final int MOST_DECIMALS = 17;

    private Numbers() {}

    /** 0.92046 gives "92.05 %". */
    public static String percent(double fraction) {
        return fixed(fraction * 100, 2) + " %";
    }

    /** 60000 gives "60,000". */
    public static String count(long number) {
        return Digits.grouped(number);
    }

    /** With so many digits behind the point; NaN, ∞ and what is too large for that as "NaN", "∞", "3.71e21". */
    public static String fixed(double value, int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        if (!(Math.abs(value) * scale < Long.MAX_VALUE)) {
            return beyondDigits(value);
        }
        long scaled = Math.round(Math.abs(value) * scale);
        String fraction = Long.toString(scaled % scale);
        String sign = value < 0 && scaled > 0 ? "−" : "";
        String whole = sign + Digits.grouped(scaled / scale);
        return decimals == 0 ? whole : whole + "." + "0".repeat(decimals - fraction.length()) + fraction;
    }

    private static String beyondDigits(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        String sign = value < 0 ? "−" : "";
        if (Double.isInfinite(value)) {
            return sign + "∞";
        }
        double mantissa = Math.abs(value);
        int exponent = 0;
        while (mantissa >= 9.995) {
            mantissa /= 10;
            exponent++;
        }
        return sign + fixed(mantissa, 2) + "e" + exponent;
    }

    /** Four digits that count: 0.2857, 12.34, 0.0003217. */
    public static String significant(double value) {
        double magnitude = Math.abs(value);
        int decimals = 3;
        while (magnitude < 1 && magnitude > 0 && decimals < 9) {
            magnitude *= 10;
            decimals++;
        }
        while (magnitude >= 10 && decimals > 0) {
            magnitude /= 10;
            decimals--;
        }
        return fixed(value, decimals);
    }

    /** The shortest decimal that, with a true minus where it is negative, says this very float; what TeaVM's class library prints may not. */
    public static String shortest(float value) {
        int decimals = 0;
        float magnitude = Math.abs(value);
        while (decimals < MOST_DECIMALS && (float) Double.parseDouble(fixed(magnitude, decimals)) != magnitude) {
            decimals++;
        }
        return fixed(value, decimals);
    }

    /** A rate without false precision: 123456 gives "123,000". */
    public static String rate(double perSecond) {
        long unit = 1;
        if (!(perSecond < Long.MAX_VALUE)) {
            return beyondDigits(perSecond);
        }
        while (perSecond / unit >= 1000) {
            unit *= 10;
        }
        return Digits.grouped(Math.round(perSecond / unit) * unit);
    }

    /** Time left: "12 s", "3 min". */
    public static String duration(double seconds) {
        return seconds < 100 ? (long) Math.ceil(seconds) + " s" : Math.round(seconds / 60) + " min";
    }
}
