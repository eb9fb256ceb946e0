package io.retrogate.translate.value;

/** The check digit of GS1 keys: weights 3, 1, 3, 1 from the right over all digits but the last. */
public final class CheckDigit {

    private CheckDigit() {}

    public static boolean fits(String digits) {
        int sum = 0;
        int weight = 3;
        for (int at = digits.length() - 2; at >= 0; at--) {
            sum += weight * (digits.charAt(at) - '0');
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
    }
}
