package io.retrogate.validate;

import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A functional group while it is being read; also the unnamed one of EDIFACT without UNG. */
final class GroupDraft {

    final int ordinal;
    final String code;
    final PartyId sender;
    final PartyId receiver;
    final ControlNumber controlNumber;
    final String version;
    final List<Finding> findings = new ArrayList<>();
    final List<TransactionReport> transactions = new ArrayList<>();
    final Set<String> controlNumbers = new HashSet<>();

    /** It is not reported, nor judged what is in it. */
    final boolean lost;

    int declaredCount = -1;

    GroupDraft(
            int ordinal,
            String code,
            PartyId sender,
            PartyId receiver,
            String controlNumber,
            String version) {
        this(ordinal, code, sender, receiver, controlNumber, version, false);
    }

    private GroupDraft(
            int ordinal,
            String code,
            PartyId sender,
            PartyId receiver,
            String controlNumber,
            String version,
            boolean lost) {
        this.ordinal = ordinal;
        this.code = code;
        this.sender = sender;
        this.receiver = receiver;
        this.controlNumber = new ControlNumber(controlNumber);
        this.version = version;
        this.lost = lost;
    }

    /** What stands in no group that an answer could name; a fault of the interchange. */
    static GroupDraft lost(int ordinal) {
        var nobody = new PartyId("", "");
        return new GroupDraft(ordinal, "", nobody, nobody, "", "", true);
    }

    /** GS or UNG stands for it in the interchange. */
    boolean named() {
        return !code.isEmpty();
    }

    GroupReport report(long interchangeStart) {
        return new GroupReport(
                ordinal,
                code,
                sender,
                receiver,
                controlNumber,
                version,
                declaredCount,
                Verdict.of(findings)
                        .orWorse(
                                Verdict.together(
                                        transactions.stream()
                                                .map(TransactionReport::verdict)
                                                .toList())),
                Findings.within(findings, interchangeStart),
                transactions);
    }
}
