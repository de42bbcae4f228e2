/** The recharge page of a channel's shop: user information, account, verification code, recharge code (E1 to E5). */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.recharge;
