package titian.interview;

import java.util.EnumMap;
import java.util.Map;

/** What an officer noted of a conversation, question by question; what was not asked is left out. */
record Notes(Map<Question, String> answers) {

    static final int LONGEST = 2000;
    static final Notes NONE = new Notes(Map.of());

    Notes {
        answers = Map.copyOf(answers);
    }

    /** As it stands in the fields of the form, named after the questions. */
    static Notes of(Map<String, String> typed) {
        var answers = new EnumMap<Question, String>(Question.class);
        for (var question : Question.values()) {
            var said = typed.getOrDefault(question.field(), "").strip();
            if (!said.isEmpty()) {
                answers.put(question, said.substring(0, Math.min(LONGEST, said.length())));
            }
        }
        return new Notes(answers);
    }

    String to(Question question) {
        return answers.getOrDefault(question, "");
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return answers.size() + " notes";
    }
}
