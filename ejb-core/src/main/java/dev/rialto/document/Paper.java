package dev.rialto.document;

/** A PDF under a name. */
public record Paper(String fileName, byte[] content) {
    public static final String MEDIA_TYPE = "application/pdf";

    public Paper {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
