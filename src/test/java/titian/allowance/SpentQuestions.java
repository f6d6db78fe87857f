package titian.allowance;

import org.springframework.beans.factory.BeanFactory;
import titian.shared.AccountId;

/** Accounts that asked about as many people as one may in a day. */
public final class SpentQuestions {

    private SpentQuestions() {}

    public static void of(AccountId account, BeanFactory house) {
        var allowance = house.getBean(RegistryAllowance.class);
        for (int i = 0; i < Limit.QUESTIONS_OF_ACCOUNT.times(); i++) {
            takeIfAnyIsLeft(allowance, account);
        }
    }

    private static void takeIfAnyIsLeft(RegistryAllowance allowance, AccountId account) {
        try {
            allowance.take(account);
        } catch (TooManyAttempts _) {
            // some were spent before
        }
    }
}
