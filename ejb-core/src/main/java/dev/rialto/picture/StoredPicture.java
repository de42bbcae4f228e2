package dev.rialto.picture;

/**
 * A picture as it is kept.
 *
 * @param key hash of its content, part of its address
 * @param width pixels of the widest form kept
 * @param height pixels of that form
 */
public record StoredPicture(String key, int width, int height) {}
