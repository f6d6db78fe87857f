package titian.web;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * What is wrong with a form, in the reader's words: first the summary at the top, then beside each field. A field is
 * named as in the form; the empty name stands for the form as a whole.
 */
public record Problems(Map<String, String> byField) implements Serializable {

    public static final Problems NONE = new Problems(Map.of());

    /**
     * Reads what validation found. A message is a key of our texts, or {@code {key}} as Jakarta Validation writes it.
     * The first problem of a field is told, in the order of the form.
     */
    public static Problems of(Errors errors, Words words) {
        var problems = new LinkedHashMap<String, String>();
        for (var error : inOrderOfTheForm(errors)) {
            var field = error instanceof FieldError at ? at.getField() : "";
            var said = error.getDefaultMessage();
            var key = said == null ? String.valueOf(error.getCode()) : said.replaceAll("[{}]", "");
            var arguments = error.getArguments();
            problems.putIfAbsent(field, words.text(key, arguments == null ? new Object[0] : arguments));
        }
        return new Problems(problems);
    }

    /** Validation finds problems in no order; people read a form from top to bottom. */
    private static List<ObjectError> inOrderOfTheForm(Errors errors) {
        var form = errors instanceof BindingResult result ? result.getTarget() : null;
        if (form == null || !form.getClass().isRecord()) {
            return errors.getAllErrors();
        }
        var fields = Arrays.stream(form.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return errors.getAllErrors().stream()
                .sorted(Comparator.comparingInt(error -> error instanceof FieldError at
                        ? fields.indexOf(at.getField().split("\\.", 2)[0])
                        : -1))
                .toList();
    }

    public static Problems of(String field, String text) {
        return new Problems(Map.of(field, text));
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public @Nullable String at(String field) {
        return byField.get(field);
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }
}
