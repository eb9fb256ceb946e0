package io.retrogate.partner;

/** Reports a secret that stands in a file itself, where others read and keep it. */
record SecretCheck(YamlFile yaml, Problems problems) {

    void at(String pointer) {
        if (!yaml.raw(pointer).contains("${")) {
            String text = "A secret stands in the file itself.";
            problems.add(PartnerProblem.SECRET_IN_FILE, yaml, pointer, text);
        }
    }
}
