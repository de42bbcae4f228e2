package dev.rialto.rest.v1.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.platform.Json;
import dev.rialto.rest.v1.Wire;
import dev.rialto.review.RemarkView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews and questions in the port's form. */
final class Remarks {
    static final String REMARK = "remark";

    private Remarks() {}

    /** One of the latest, as it stands beside the goods. */
    record Latest(
            UUID id,
            String author,
            @Nullable Integer stars,
            String title,
            String words,
            Instant writtenAt,
            @Nullable String answer) {
        Remark remark() {
            return new Remark(
                    Wire.text(REMARK, id), author, stars == null ? 0 : stars, title, words, writtenAt, answer, 0);
        }
    }

    static List<Remark> latest(String json) {
        List<Latest> latest = Json.read(json, new TypeReference<>() {});
        return latest.stream().map(Latest::remark).toList();
    }

    static Remark remark(RemarkView view) {
        Integer stars = view.stars();
        return new Remark(
                Wire.text(REMARK, view.id()),
                view.author(),
                stars == null ? 0 : stars,
                view.title(),
                view.words(),
                view.writtenAt(),
                view.answer(),
                view.version());
    }
}
