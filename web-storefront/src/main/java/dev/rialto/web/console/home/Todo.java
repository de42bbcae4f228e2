package dev.rialto.web.console.home;

/** Something that waits: how often, what, and where it is done. */
public record Todo(String key, Count count, String path) {}
