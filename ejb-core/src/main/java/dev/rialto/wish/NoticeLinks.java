package dev.rialto.wish;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/** The links in mails about stock: they carry a keyed mark, so that nobody can write one for somebody else. */
@ApplicationScoped
class NoticeLinks {
    private static final String PREFIX = "notice";
    private static final int MARK_CHARACTERS = 32;

    private final MasterKey master;
    private final Settings settings;

    @Inject
    NoticeLinks(MasterKey master, Settings settings) {
        this.master = master;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected NoticeLinks() {
        this(null, null);
    }

    /** Where an address is confirmed. */
    String confirmation(SiteView site, UUID notice) {
        return settings.address(site.host(), "/stock-notice/" + linkOf(notice));
    }

    /** Where all that the reader waits for is taken back, by a click or one post. */
    String wayOut(SiteView site, UUID notice) {
        return settings.address(site.host(), "/stock-notice/" + linkOf(notice) + "/leave");
    }

    private String linkOf(UUID notice) {
        String id = Ids.external(PREFIX, notice);
        byte[] mark = master.pseudonym("stock-notice", id.getBytes(StandardCharsets.US_ASCII));
        return id + "." + HexFormat.of().formatHex(mark).substring(0, MARK_CHARACTERS);
    }

    /** The wish to be told that a link names. */
    UUID idOf(String link) {
        int dot = link.indexOf('.');
        UUID id = Ids.parse(PREFIX, dot < 0 ? link : link.substring(0, dot)).orElseThrow(NoticeLinks::unknown);
        boolean own = MessageDigest.isEqual(
                linkOf(id).getBytes(StandardCharsets.US_ASCII), link.getBytes(StandardCharsets.US_ASCII));
        if (!own) {
            throw unknown();
        }
        return id;
    }

    private static DomainException unknown() {
        return WishError.NOTICE_LINK_UNKNOWN.now();
    }
}
