package titian.entry;

import titian.account.AccountRefused.CodeWrong;
import titian.web.Problems;
import titian.web.Words;

/** Why digits did not count, said beside their field. */
public final class CodeProblems {

    private CodeProblems() {}

    public static Problems wrong(CodeWrong wrong, Words words) {
        return Problems.of(
                "digits",
                wrong.left() == 0 ? words.text("account.code.spent") : words.count("account.code.wrong", wrong.left()));
    }

    public static Problems expired(Words words) {
        return Problems.of("digits", words.text("account.code.expired"));
    }
}
