package dev.rialto.web.recharge;

import dev.rialto.web.port.RechargePort.Recharge;

/**
 * What became of a recharge.
 *
 * @param product in the visitor's language
 */
public record RechargedPage(Recharge recharge, String product) {
    public boolean isDone() {
        return recharge.state().equals("done");
    }

    public boolean isFailed() {
        return recharge.state().equals("failed");
    }

    public String path() {
        return "/recharge/" + recharge.id();
    }
}
