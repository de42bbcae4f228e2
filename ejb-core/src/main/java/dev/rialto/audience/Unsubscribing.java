package dev.rialto.audience;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.Members;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The way out of news and greetings, in every such mail: a link that needs no sign-in and works for as long as the account is
 * there. It carries a keyed mark, so that nobody can write one for somebody else. For workers.
 */
@Stateless
@Boundary
public class Unsubscribing {
    private static final int MARK_CHARACTERS = 32;

    private Members members;
    private MasterKey master;
    private Settings settings;
    private Database database;

    @Inject
    public Unsubscribing(Members members, MasterKey master, Settings settings, Database database) {
        this.members = members;
        this.master = master;
        this.settings = settings;
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Unsubscribing() {}

    /** The address that belongs into a mail to this member. */
    public String addressFor(Caller caller, UUID account, SiteView site) {
        return settings.address(site.host(), "/unsubscribe/" + linkOf(account));
    }

    private String linkOf(UUID account) {
        String id = Ids.external("member", account);
        byte[] mark = master.pseudonym("unsubscribe", id.getBytes(StandardCharsets.US_ASCII));
        return id + "." + HexFormat.of().formatHex(mark).substring(0, MARK_CHARACTERS);
    }

    /**
     * Is this a link the mall wrote?
     *
     * @throws DomainException {@link AudienceError#LINK_UNKNOWN}
     */
    public void check(Caller caller, String link) {
        accountOf(link);
    }

    /**
     * Takes back the consent; twice is as good as once.
     *
     * @throws DomainException {@link AudienceError#LINK_UNKNOWN}
     */
    public void unsubscribe(Caller caller, String link) {
        set(caller, link, false);
    }

    /**
     * Gives the consent again, for one who clicked by mistake.
     *
     * @throws DomainException {@link AudienceError#LINK_UNKNOWN}
     */
    public void resubscribe(Caller caller, String link) {
        set(caller, link, true);
    }

    private void set(Caller caller, String link, boolean given) {
        UUID account = accountOf(link);
        Caller member = Caller.shopper(account, null, caller.traceId());
        boolean differs = database.sql()
                .createQuery("""
                        select exists (select from person where account_id = :account)
                           and coalesce((select given from consent where account_id = :account and kind = 'marketing'
                                         order by at desc, id desc limit 1), false) <> :given
                        """)
                .bind("account", account)
                .bind("given", given)
                .mapTo(boolean.class)
                .one();
        if (differs) {
            members.consent(member, "marketing", given);
        }
    }

    private UUID accountOf(String link) {
        int dot = link.indexOf('.');
        UUID account = Ids.parse("member", dot < 0 ? link : link.substring(0, dot))
                .orElseThrow(AudienceError.LINK_UNKNOWN::now);
        boolean own = MessageDigest.isEqual(
                linkOf(account).getBytes(StandardCharsets.US_ASCII), link.getBytes(StandardCharsets.US_ASCII));
        if (!own) {
            throw AudienceError.LINK_UNKNOWN.now();
        }
        return account;
    }
}
