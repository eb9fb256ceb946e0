package io.retrogate.validate;

import io.retrogate.edi.schema.SchemaChange;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Guide;
import io.retrogate.partner.NearestName;
import io.retrogate.partner.PartnerFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares the guides of a partner's folder with the messages that they speak of. */
final class GuideFiles implements FolderPart {

    private final Schemas schemas;

    GuideFiles(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public List<FolderProblem> check(Path folder) {
        return PartnerFolders.guides(folder).stream()
                .flatMap(guide -> check(guide).stream())
                .toList();
    }

    /** A partner carries its guides with it. */
    @Override
    public void activate(Path folder) {}

    @Override
    public void withdraw(Path folder) {}

    private List<FolderProblem> check(Guide guide) {
        var problems = new ArrayList<FolderProblem>();
        var changes = new ArrayList<SchemaChange>();
        for (var rule : guide.rules()) {
            try {
                keys(rule);
                var change = GuidePlan.change(rule);
                if (change.isPresent()) {
                    changes.add(change.get());
                    schemas.check(guide.message(), changes);
                } else {
                    places(guide, changes, rule);
                }
            } catch (SchemaChange.Impossible e) {
                var text =
                        sentence(
                                String.valueOf(e.getMessage()),
                                e.getMessage() == null ? "" : lastWord(e.getMessage()),
                                e.known());
                problems.add(problem(guide, rule, text));
                changes.removeIf(it -> GuidePlan.change(rule).filter(it::equals).isPresent());
            } catch (IllegalArgumentException e) {
                problems.add(problem(guide, rule, e.getMessage() + "."));
            }
        }
        return problems;
    }

    private void places(Guide guide, List<SchemaChange> changes, Guide.Rule rule) {
        var tags = schemas.tags(guide.message(), changes);
        var places = new ArrayList<String>();
        if (!rule.isElement()) {
            places.add(rule.place());
        }
        if (!rule.within().isEmpty()) {
            places.add(rule.within());
        }
        for (var place : places) {
            if (!tags.contains(place)) {
                throw new SchemaChange.Impossible("The message has no " + place, tags);
            }
        }
        for (var place : rule.when().isEmpty() ? List.<String>of() : List.of(when(rule))) {
            element(guide, changes, place, tags);
        }
        if (rule.isElement()) {
            element(guide, changes, rule.place(), tags);
        }
    }

    private void element(
            Guide guide, List<SchemaChange> changes, String place, Collection<String> tags) {
        var field = Field.of(List.of(place));
        if (!tags.contains(field.tag())) {
            throw new SchemaChange.Impossible("The message has no " + field.tag(), tags);
        }
        var look =
                new SchemaChange(field.tag(), field.element(), field.component(), "", 0, List.of());
        var all = new ArrayList<>(changes);
        all.add(look);
        schemas.check(guide.message(), all);
    }

    private static String when(Guide.Rule rule) {
        return rule.when().substring(0, rule.when().indexOf('='));
    }

    /** Which keys make sense together. */
    private static void keys(Guide.Rule rule) {
        boolean element = rule.isElement();
        boolean allow = rule.verb() == Guide.Verb.ALLOW;
        if (allow && (!rule.when().isEmpty() || !rule.within().isEmpty())) {
            throw new IllegalArgumentException("What is allowed is allowed always");
        }
        if (!rule.after().isEmpty() && (element || !allow)) {
            throw new IllegalArgumentException("'after' is for a segment that is allowed");
        }
        if (element && rule.max() > 0) {
            throw new IllegalArgumentException("'max' is for a segment");
        }
        if (!element && (rule.maxLength() > 0 || !rule.codes().isEmpty())) {
            throw new IllegalArgumentException("'maxLength' and 'codes' are for an element");
        }
        boolean says = rule.max() > 0 || rule.maxLength() > 0 || !rule.codes().isEmpty();
        boolean needs = rule.verb() == Guide.Verb.LIMIT || (allow && rule.after().isEmpty());
        if (needs && !says) {
            throw new IllegalArgumentException("The rule does not say how much");
        }
        if (!needs && !allow && says) {
            throw new IllegalArgumentException("'require' and 'forbid' know no limits");
        }
        if (!element && !allow && rule.place().contains("/")) {
            throw new IllegalArgumentException("A path is for 'allow'; use 'within'");
        }
    }

    /** What is not there stands last in the sentence. */
    private static String lastWord(String sentence) {
        return sentence.substring(
                Math.max(sentence.lastIndexOf(' '), sentence.lastIndexOf('/')) + 1);
    }

    private static String sentence(String what, String written, Collection<String> known) {
        var start = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return start + NearestName.suggestion(written, known);
    }

    private static FolderProblem problem(Guide guide, Guide.Rule rule, String text) {
        return new FolderProblem(ValidateProblem.GUIDE_IMPOSSIBLE, guide.file(), rule.line(), text);
    }
}
