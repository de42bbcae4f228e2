package dev.rialto.exchange;

/** The file cannot be read on from here. */
final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    UnreadableFile(Finding finding) {
        super(finding.code() + " in line " + finding.line()
                + (finding.column() == null ? "" : ", column " + finding.column()));
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
