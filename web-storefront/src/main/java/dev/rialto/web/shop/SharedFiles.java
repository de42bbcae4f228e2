package dev.rialto.web.shop;

import jakarta.enterprise.context.ApplicationScoped;

/** Serves stylesheet, script and icon. */
@ApplicationScoped
class SharedFiles implements Flow {

    @Override
    public void addresses(Routes routes) {
        routes.get("/assets/{version}/{name}", visit -> {
            Answer file = Assets.answer(visit.part("name"));
            return file == null ? Answer.missing() : file;
        });
    }
}
