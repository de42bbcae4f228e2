package dev.rialto.web.account;

import dev.rialto.web.shop.Form;

/**
 * The wish for a mailed link or code.
 *
 * @param next where it goes on afterwards, by name
 * @param sent true once it was asked for; says nothing about there being an account
 */
public record ReminderPage(Form form, String next, boolean sent) {}
