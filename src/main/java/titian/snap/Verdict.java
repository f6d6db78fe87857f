package titian.snap;

import tools.jackson.databind.json.JsonMapper;

/**
 * What we answer the bank: a status, and a code of it, the service and the case.
 *
 * @param service two digits, 25 for a payment into an account and 52 for one by QRIS
 */
record Verdict(int status, String service, String kind, String message) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Verdict successful(String service) {
        return new Verdict(200, service, "00", "Successful");
    }

    String code() {
        return status + service + kind;
    }

    String body() {
        return JSON.writeValueAsString(
                JSON.createObjectNode().put("responseCode", code()).put("responseMessage", message));
    }
}
