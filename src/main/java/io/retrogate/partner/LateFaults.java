package io.retrogate.partner;

import io.retrogate.edi.EnvelopeFaults;
import io.retrogate.edi.InterchangeReport;

/**
 * What becomes of good transaction sets when GE, IEA, UNE or UNZ is wrong or missing, or when
 * another set is rejected. EDIFACT without UNG has no group but the interchange.
 */
public enum LateFaults {
    /** A wrong envelope rejects all in it; a rejected set is rejected alone. */
    WHOLE_ENVELOPE {
        @Override
        public InterchangeReport applied(InterchangeReport report) {
            return report;
        }
    },
    /** Every good set goes on; faults of the trailers are told and cost nothing. */
    EAGER {
        @Override
        public InterchangeReport applied(InterchangeReport report) {
            return EnvelopeFaults.forgivenInInterchange(EnvelopeFaults.forgivenInGroups(report));
        }
    },
    /** A group goes on as a whole or not at all, whatever becomes of the interchange behind it. */
    ATOMIC_GROUP {
        @Override
        public InterchangeReport applied(InterchangeReport report) {
            boolean grouped = report.groups().stream().noneMatch(it -> it.code().isEmpty());
            return grouped
                    ? EnvelopeFaults.forgivenInInterchange(EnvelopeFaults.heldBackByGroup(report))
                    : ATOMIC_INTERCHANGE.applied(report);
        }
    },
    /** An interchange goes on as a whole or not at all. */
    ATOMIC_INTERCHANGE {
        @Override
        public InterchangeReport applied(InterchangeReport report) {
            return EnvelopeFaults.heldBackByInterchange(report);
        }
    };

    /** The report as this policy has it; applied again after each stage that rejects something. */
    public abstract InterchangeReport applied(InterchangeReport report);

    /** Whether what is found in one set can take another with it. */
    public boolean isAtomic() {
        return this == ATOMIC_GROUP || this == ATOMIC_INTERCHANGE;
    }
}
