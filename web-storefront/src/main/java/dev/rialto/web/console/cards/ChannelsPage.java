package dev.rialto.web.console.cards;

import dev.rialto.channel.ChannelView;
import dev.rialto.channel.Channels;
import dev.rialto.channel.OpenChannel;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** The channels as a tree, and the form that opens another below one of them (E19, E35). */
@Route(path = "/channels", view = "channels", permission = "channel.view", menu = Section.CARDS, rank = 60)
public class ChannelsPage implements ConsolePage {
    private final Channels channels;
    private List<ChannelView> tree = List.of();

    @Inject
    public ChannelsPage(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Outcome open(Visit visit) {
        tree = channels.tree(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("open")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        String name = visit.entries().text("name");
        OpenChannel wish = new OpenChannel(
                visit.entries().id("parentId").orElse(null),
                name,
                visit.entries().text("email"),
                null,
                visit.language());
        visit.entries().raise();
        channels.open(visit.caller(), wish);
        return Outcome.go("/channels", "done.channel-opened", name);
    }

    public List<ChannelView> tree() {
        return tree;
    }

    public List<Option> parents() {
        return tree.stream()
                .map(one ->
                        new Option(one.id().toString(), one.name(), Objects.requireNonNullElse(one.parentName(), "")))
                .toList();
    }
}
